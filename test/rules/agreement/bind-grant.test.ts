import { buildCatalogue, compilePolicy, readAgreement } from '../../../src/agreement/index.ts';
import {
  bind,
  compile,
  draft,
  MID_2026,
  permit,
  permitWith,
  purposes,
  roles,
  smallSchema,
  type Draft,
} from './fixture.ts';

const UID = 'urn:agr:test:roads-police:1';

function passages(changes: Draft = {}): Draft {
  return draft({
    rows: { Passage: [{ leftOperand: 'spatial', operator: 'isAnyOf', rightOperand: ['1507'] }] },
    permission: [
      permit('p1', ['read', 'filter', 'sort'], 'Road.id', 'Road.name'),
      permitWith({ mask: { fn: 'plate.region' } }, 'p2', ['read', 'match'], 'Passage.plate'),
      permitWith({ requires: { caseReference: true } }, 'p3', ['read', 'filter'], 'Passage.at'),
      permit('p4', ['read', 'filter', 'sort', 'match'], 'Passage.speed'),
    ],
    prohibition: [permit('x1', 'read', 'Passage.image'), permit('x2', 'sort', 'Passage.speed')],
    ...changes,
  });
}

describe('a decision names what is decided, the clause and the code', () => {
  const grant = bind(compile(passages()));

  it.each([
    ['Road.name', { kind: 'allow', mask: null, rule: `${UID}@1#p1`, code: 'GRANTED', agreementUid: UID }],
    [
      'Passage.plate',
      { kind: 'mask', mask: { fn: 'plate.region' }, rule: `${UID}@1#p2`, code: 'MASKED', agreementUid: UID },
    ],
    [
      'Passage.image',
      { kind: 'deny', mask: null, rule: `${UID}@1#x1`, code: 'PROHIBITED', agreementUid: UID },
    ],
    ['Road.keeper', { kind: 'deny', mask: null, rule: 'default', code: 'NOT_GRANTED', agreementUid: UID }],
    ['Case.kind', { kind: 'deny', mask: null, rule: 'default', code: 'NO_AGREEMENT', agreementUid: null }],
    [
      'RoadConnection.nodes',
      { kind: 'allow', mask: null, rule: 'structure', code: 'GRANTED', agreementUid: null },
    ],
    [
      'Road.__typename',
      { kind: 'allow', mask: null, rule: 'structure', code: 'GRANTED', agreementUid: null },
    ],
    [
      'Rood.__typename',
      { kind: 'deny', mask: null, rule: 'default', code: 'NOT_GRANTED', agreementUid: null },
    ],
    [
      'Passage.account',
      { kind: 'deny', mask: null, rule: 'default', code: 'NOT_GRANTED', agreementUid: null },
    ],
    [
      'Road.constructor',
      { kind: 'deny', mask: null, rule: 'default', code: 'NOT_GRANTED', agreementUid: null },
    ],
  ])('%s', (coordinate, decision) => {
    expect(grant.decide(coordinate)).toEqual(decision);
  });
});

describe('inputs', () => {
  const grant = bind(compile(passages()));

  it('may filter and sort by what is read in clear', () => {
    expect(grant.decideUse('filter', 'Road.name').code).toBe('GRANTED');
    expect(grant.decideUse('sort', 'Road.name').code).toBe('GRANTED');
    expect(grant.decideUse('match', 'Road.name').code).toBe('NOT_GRANTED');
  });

  it('may match a masked field exactly, and neither filter nor sort by it', () => {
    expect(grant.decideUse('match', 'Passage.plate')).toMatchObject({
      kind: 'allow',
      mask: null,
      code: 'GRANTED',
    });
    expect(grant.decideUse('filter', 'Passage.plate').kind).toBe('deny');
    expect(grant.decideUse('sort', 'Passage.plate').kind).toBe('deny');
  });

  it('may not use what a prohibition takes', () => {
    expect(grant.decideUse('filter', 'Passage.speed').code).toBe('GRANTED');
    expect(grant.decideUse('sort', 'Passage.speed').code).toBe('PROHIBITED');
  });

  it('may not filter where the case reference is missing that reading needs', () => {
    const input = passages({
      permission: [
        permitWith({ requires: { caseReference: true } }, 'p1', 'read', 'Passage.at'),
        permit('p2', 'filter', 'Passage.at'),
      ],
    });
    expect(bind(compile(input)).decideUse('filter', 'Passage.at').code).toBe('CASE_REQUIRED');
    expect(bind(compile(input), { caseReference: 'C-1' }).decideUse('filter', 'Passage.at').code).toBe(
      'GRANTED',
    );
  });

  it('a prohibited read takes every other use with it', () => {
    const grantOf = bind(compile(passages({ prohibition: [permit('x1', 'read', 'Passage.speed')] })));
    for (const use of ['filter', 'sort', 'match'] as const) {
      expect(grantOf.decideUse(use, 'Passage.speed').code).toBe('PROHIBITED');
    }
  });
});

describe('a case reference', () => {
  it('is asked for where a clause requires it', () => {
    const policy = compile(passages());
    expect(bind(policy).decide('Passage.at')).toMatchObject({
      kind: 'deny',
      code: 'CASE_REQUIRED',
      rule: `${UID}@1#p3`,
    });
    expect(bind(policy, { caseReference: 'C-1' }).decide('Passage.at').code).toBe('GRANTED');
  });

  it('is asked for everywhere where the agreement requires it', () => {
    const policy = compile(passages({ requires: { caseReference: true } }));
    expect(bind(policy).decide('Road.name').code).toBe('CASE_REQUIRED');
    expect(bind(policy).decide('Passage.image').code).toBe('PROHIBITED');
    expect(bind(policy, { caseReference: 'C-1' }).decide('Road.name').code).toBe('GRANTED');
  });
});

describe('validity', () => {
  const policy = compile(passages());
  const from = Date.parse('2026-01-01T00:00:00+08:00');
  const until = Date.parse('2027-01-01T00:00:00+08:00');

  it.each([
    ['a millisecond before it begins', from - 1, 'NOT_IN_FORCE'],
    ['the instant at which it begins', from, 'GRANTED'],
    ['the last millisecond', until - 1, 'GRANTED'],
    ['the instant at which it ends', until, 'NOT_IN_FORCE'],
    ['no instant at all', Number.NaN, 'NOT_IN_FORCE'],
  ])('%s', (_, nowMs, code) => {
    const grant = bind(policy, {}, nowMs);
    expect(grant.decide('Road.name')).toMatchObject({ code, agreementUid: UID });
    expect(grant.scopes.size).toBe(code === 'GRANTED' ? 1 : 0);
    expect(grant.agreements).toHaveLength(code === 'GRANTED' ? 1 : 0);
  });

  it('what an ended agreement never granted is not said to have ended', () => {
    expect(bind(policy, {}, until).decide('Road.keeper').code).toBe('NO_AGREEMENT');
  });

  it('the version in force decides, and only that one', () => {
    const next = draft({
      version: 2,
      valid: { from: '2027-01-01T00:00:00+08:00', until: '2028-01-01T00:00:00+08:00' },
      permission: [permit('p9', 'read', 'Road.id', 'Road.keeper')],
    });
    const both = compile(passages(), next);
    expect(bind(both, {}, until - 1).decide('Road.id').rule).toBe(`${UID}@1#p1`);
    expect(bind(both, {}, until).decide('Road.id').rule).toBe(`${UID}@2#p9`);
    expect(bind(both, {}, until).decide('Road.name').code).toBe('NOT_GRANTED');
  });
});

it('what only looks for somebody is granted by its name, and by no wildcard', () => {
  const catalogue = buildCatalogue(
    smallSchema((sdl) => sdl.replace('passed(plate: PlateNo @', 'passed(plate: PlateNo! @')),
  );
  const decide = (...targets: string[]) => {
    const rows = { Passage: [{ leftOperand: 'spatial', operator: 'isAnyOf', rightOperand: ['1507'] }] };
    const agreement = draft({ rows, permission: [permit('p1', 'read', ...targets)] });
    return bind(compilePolicy([readAgreement(agreement, 'searching.yaml')], catalogue)).decide('Road.passed')
      .kind;
  };
  expect([decide('Road.id', 'Road.passed'), decide('Road.*')]).toEqual(['allow', 'deny']);
});

describe('purpose, role and agency', () => {
  const policy = compile(
    passages(),
    draft({
      uid: 'urn:agr:test:statistics',
      appliesTo: [roles('partner'), purposes('STATISTICS')],
      permission: [permit('p1', 'read', 'Road.*')],
      prohibition: [permit('x1', 'read', 'Road.passed')],
    }),
  );

  it('another purpose of the caller’s own agreements is named as such', () => {
    expect(bind(policy).decide('Road.keeper')).toMatchObject({
      code: 'PURPOSE_NOT_GRANTED',
      agreementUid: 'urn:agr:test:statistics',
    });
    expect(bind(policy, { purpose: 'MEDIATION' }).decide('Road.name').code).toBe('PURPOSE_NOT_GRANTED');
    expect(bind(policy, { purpose: null }).decide('Road.name').code).toBe('PURPOSE_NOT_GRANTED');
  });

  it.each([
    ['another role', { role: 'analyst' }],
    ['another agency', { agency: 'AG-X' }],
    ['nobody', { agency: null, role: 'public', purpose: null }],
    ['nobody who claims a role', { agency: null }],
    ['an agency named by a trick', { agency: 'AG-POLICE partner', role: 'partner' }],
  ] as const)('%s finds no agreement', (_, ask) => {
    const grant = bind(policy, ask);
    expect(grant.decide('Road.name').code).toBe('NO_AGREEMENT');
    expect(grant.scopes.size).toBe(0);
  });
});

describe('the public', () => {
  const open = draft({ assignee: 'AG-PUBLIC', appliesTo: [roles('public')] });
  const nobody = { agency: null, role: 'public', purpose: null } as const;

  it('needs neither a token nor a purpose', () => {
    expect(bind(compile(open), nobody).decide('Road.name').code).toBe('GRANTED');
    expect(bind(compile(open), { ...nobody, purpose: 'STATISTICS' }).decide('Road.name').code).toBe(
      'GRANTED',
    );
  });

  it('has no part in what others are granted, nor they in what the public is', () => {
    expect(bind(compile(passages()), nobody).decide('Road.name').code).toBe('NO_AGREEMENT');
    expect(bind(compile(open)).decide('Road.name').code).toBe('NO_AGREEMENT');
  });
});

describe('the digest of a grant', () => {
  const policy = compile(passages());
  const base = bind(policy).digest;

  it('is the same for the same caller, whenever the same agreements are in force', () => {
    expect(bind(policy, {}, MID_2026 + 1).digest).toBe(base);
    expect(bind(policy, { caseReference: 'C-1' }).digest).toBe(bind(policy, { caseReference: 'C-2' }).digest);
  });

  it.each([
    ['with a case reference', bind(policy, { caseReference: 'C-1' })],
    ['for another purpose', bind(policy, { purpose: 'STATISTICS' })],
    ['in another role', bind(policy, { role: 'analyst' })],
    ['for another agency', bind(policy, { agency: 'AG-X' })],
    ['when the agreement has ended', bind(policy, {}, Date.parse('2028-01-01T00:00:00Z'))],
    ['under another policy', bind(compile(passages({ version: 2 })))],
  ])('differs %s', (_, grant) => {
    expect(grant.digest).not.toBe(base);
  });
});

it('the digest of a grant differs when the code of a refusal does, although the same agreements are bound', () => {
  const ended = draft({
    uid: 'urn:agr:test:statistics',
    valid: { from: '2026-01-01T00:00:00+08:00', until: '2026-07-01T00:00:00+08:00' },
    appliesTo: [roles('partner'), purposes('STATISTICS')],
    permission: [permit('p1', 'read', 'Road.id', 'Road.keeper')],
  });
  const policy = compile(passages(), ended);
  const [before, after] = [bind(policy, {}, MID_2026 - 1), bind(policy, {}, MID_2026)];
  expect(before.agreements).toEqual(after.agreements);
  expect([before, after].map((grant) => grant.decide('Road.keeper').code)).toEqual([
    'PURPOSE_NOT_GRANTED',
    'NOT_GRANTED',
  ]);
  expect(before.digest).not.toBe(after.digest);
});

it('row scopes are those of the agreements bound, and of no other', () => {
  expect(bind(compile(passages())).scopes).toEqual(
    new Map([
      [
        'Passage',
        { divisions: ['1507'], maxAgeMs: null, withheldUsages: [], ofOwnAgency: false, ofStatedCase: false },
      ],
    ]),
  );
});
