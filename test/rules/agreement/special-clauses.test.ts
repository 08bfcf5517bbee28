import {
  bindGrant,
  buildCatalogue,
  compilePolicy,
  diffAgreements,
  readAgreement,
  type Ask,
} from '../../../src/agreement/index.ts';
import {
  compile,
  complaintOf,
  draft,
  MID_2026,
  permit,
  permitWith,
  roles,
  smallCatalogue,
  smallSchema,
  type Draft,
} from './fixture.ts';

const ROAD = permit('p1', 'read', 'Query.roads', 'Road.id', 'Road.name');
const POINT = permitWith({ contact: 'Road office, extension 7' }, 'p2', 'point', 'Query.cameras');
const ALL_CAMERAS = { Camera: 'all', Passage: 'all' };
const GLASS = { breakGlass: { reasons: ['LIFE_AT_RISK'], sessionMinutes: 15 } };
const HIDE = { id: 'x1', action: 'read', target: 'Road.keeper', invisible: true };

const POLICE: Ask = { agency: 'AG-POLICE', role: 'partner', purpose: 'ROAD_SAFETY', caseReference: null };

const withPoint = (point: Draft, more: Draft = {}): Draft =>
  draft({ permission: [ROAD, point], rows: ALL_CAMERAS, ...more });

describe('A pointer', () => {
  it('points at records, and says whom to ask', () => {
    const grant = bindGrant(compile(withPoint(POINT)), POLICE, MID_2026);
    expect(grant.decide('Query.cameras')).toMatchObject({
      kind: 'pointer',
      code: 'POINTER',
      contact: { agency: 'AG-ROADS', text: 'Road office, extension 7' },
    });
    expect(grant.decide('Camera.id').kind).toBe('deny');
  });

  it.each<[string, Draft, RegExp]>([
    ['without a contact', withPoint({ ...POINT, contact: undefined }), /write whom to ask/],
    ['with a marked contact', withPoint({ ...POINT, contact: '机密★10年' }), /secrecy mark/],
    ['with another action', withPoint({ ...POINT, action: ['point', 'filter'] }), /point goes alone/],
    ['with a mask', withPoint({ ...POINT, mask: { fn: 'redact' } }), /point goes alone/],
    ['at a value', withPoint({ ...POINT, target: 'Road.keeper' }), /Road.keeper is no record/],
    ['at a page', withPoint({ ...POINT, target: 'Query.roads' }), /Query.roads is no record/],
    ['at every field of a type', withPoint({ ...POINT, target: 'Road.*' }), /is no record/],
    ['whose rows nobody speaks of', withPoint(POINT, { rows: {} }), /which rows of Camera are open/],
    [
      'beside a permission to read the same field',
      draft({ permission: [ROAD, POINT, permit('p3', 'read', 'Query.cameras')], rows: ALL_CAMERAS }),
      /p2 already decides/,
    ],
    [
      'that is none',
      draft({ permission: [{ ...ROAD, contact: 'x' }] }),
      /a contact goes with the action point/,
    ],
  ])('is refused %s', (_what, input, complaint) => {
    expect(complaintOf(input)).toMatch(complaint);
  });

  it('differs from another by its contact', () => {
    const [before, after] = [POINT, { ...POINT, contact: 'Road office, extension 8' }].map((point) =>
      readAgreement(withPoint(point), 'road.yaml'),
    );
    expect(diffAgreements(before!, after!, smallCatalogue)).toEqual([
      {
        who: 'AG-POLICE partner ROAD_SAFETY',
        what: 'Query.cameras',
        before: 'pointer: Road office, extension 7',
        after: 'pointer: Road office, extension 8',
      },
    ]);
  });

  it('gives no ability to filter or sort', () => {
    const input = withPoint(POINT, {
      permission: [ROAD, POINT, permit('p3', 'filter', 'Query.cameras')],
    });
    expect(complaintOf(input)).toMatch(/let it be read in clear/);
  });
});

describe('What is invisible', () => {
  it('is so for every action, and denied to who audits all: no agency’s own auditor is one', () => {
    const served = {
      prohibition: [HIDE],
      appliesTo: [...(draft()['appliesTo'] as Draft[])].with(1, roles('partner', 'auditor')),
    };
    const keeper = { uid: 'urn:agr:test:roads-oversight:1', assignee: 'AG-OVERSIGHT' };
    const policy = compile(draft(served), draft({ ...served, ...keeper }));
    const seen = bindGrant(policy, POLICE, MID_2026);
    expect(seen.decide('Road.keeper')).toMatchObject({ kind: 'deny', code: 'INVISIBLE' });
    expect(seen.decideUse('match', 'Road.keeper').code).toBe('INVISIBLE');
    const codeFor = (agency: string): string =>
      bindGrant(policy, { ...POLICE, agency, role: 'auditor' }, MID_2026).decide('Road.keeper').code;
    expect(codeFor('AG-OVERSIGHT')).toBe('PROHIBITED');
    expect(codeFor('AG-POLICE')).toBe('INVISIBLE');
  });

  it('is what may not be read: another prohibition hides no name', () => {
    expect(complaintOf(draft({ prohibition: [{ ...HIDE, action: 'filter' }] }))).toMatch(/goes with read/);
  });

  it('by the schema is so to whoever is not granted it, for whatever purpose', () => {
    const catalogue = buildCatalogue(
      smallSchema((sdl) =>
        sdl.replace(
          'keeper: String @sensitivity(level: INTERNAL)',
          'keeper: String @sensitivity(level: INTERNAL) @hidden',
        ),
      ),
    );
    const policyOf = (...permission: Draft[]) =>
      compilePolicy([readAgreement(draft({ permission }), 'road.yaml')], catalogue);
    const open = policyOf(permit('p1', 'read', 'Road.id', 'Road.keeper'));
    const codeFor = (ask: Ask, policy = policyOf(ROAD)): string =>
      bindGrant(policy, ask, MID_2026).decide('Road.keeper').code;
    expect(codeFor(POLICE, open)).toBe('GRANTED');
    expect(codeFor(POLICE)).toBe('INVISIBLE');
    expect(codeFor({ ...POLICE, purpose: 'STATISTICS' }, open)).toBe('INVISIBLE');
    expect(codeFor({ ...POLICE, agency: null, role: 'public' }, open)).toBe('INVISIBLE');
    expect(codeFor({ ...POLICE, agency: 'AG-OVERSIGHT', role: 'auditor' }, open)).toBe('NO_AGREEMENT');
    expect(codeFor({ ...POLICE, role: 'auditor' }, open)).toBe('INVISIBLE');
  });
});

describe('An agreement for emergencies', () => {
  const open = draft({
    uid: 'urn:agr:test:roads-police:2',
    permission: [permit('p1', 'read', 'Road.id', 'Road.keeper')],
    ...GLASS,
  });
  const BROKEN: Ask = { ...POLICE, caseReference: 'A-1', breakGlass: 'LIFE_AT_RISK' };

  it('stands beside the ordinary one, is never added to it, and needs a case', () => {
    const policy = compile(draft(), open);
    const usual = bindGrant(policy, { ...POLICE, caseReference: 'A-1' }, MID_2026);
    const broken = bindGrant(policy, BROKEN, MID_2026);
    expect([usual.decide('Road.keeper').kind, usual.decide('Road.name').kind]).toEqual(['deny', 'allow']);
    expect([broken.decide('Road.keeper').kind, broken.decide('Road.name').kind]).toEqual(['allow', 'deny']);
    expect(bindGrant(policy, { ...BROKEN, caseReference: null }, MID_2026).decide('Road.keeper').code).toBe(
      'CASE_REQUIRED',
    );
    expect(broken.digest).not.toBe(usual.digest);
    expect(broken.agreements).toEqual([
      expect.objectContaining({ uid: 'urn:agr:test:roads-police:2', breakGlassMs: 900_000 }),
    ]);
  });

  it('serves its own reasons alone', () => {
    const grant = bindGrant(compile(open), { ...BROKEN, breakGlass: 'DISASTER' }, MID_2026);
    expect(grant.agreements).toEqual([]);
    expect(grant.decide('Road.keeper').code).toBe('NO_AGREEMENT');
  });

  it.each<[string, Draft, RegExp]>([
    [
      'a reason that is on no list',
      { breakGlass: { reasons: ['URGENT'], sessionMinutes: 15 } },
      /LIFE_AT_RISK/,
    ],
    ['no reason', { breakGlass: { reasons: [], sessionMinutes: 15 } }, /breakGlass/],
    ['a session without an end', { breakGlass: { reasons: ['DISASTER'] } }, /sessionMinutes/],
    [
      'a session of a day',
      { breakGlass: { reasons: ['DISASTER'], sessionMinutes: 1_440 } },
      /sessionMinutes/,
    ],
    [
      'the public',
      { ...GLASS, assignee: 'AG-PUBLIC', appliesTo: [roles('public')] },
      /no session that could be held to account/,
    ],
  ])('is refused with %s', (_what, changes, complaint) => {
    expect(complaintOf(draft(changes))).toMatch(complaint);
  });

  it('does not stand beside another of the same class', () => {
    expect(complaintOf(open, { ...open, uid: 'urn:agr:test:roads-police:3' })).toMatch(/would both serve/);
  });
});

describe('Handling codes', () => {
  it.each<[string, Draft, RegExp]>([
    ['are on a closed list', { handling: ['SECRET'] }, /write one of INTERNAL_USE_ONLY/],
    ['are written once', { handling: ['CASE_FILE_ONLY', 'CASE_FILE_ONLY'] }, /written twice/],
    ['say when to delete', { handling: ['DELETE_AFTER'] }, /needs an obligation/],
    [
      'are taken with an obligation that says when',
      { handling: ['DELETE_AFTER'], obligation: [{ action: 'delete', after: 'P30D' }] },
      /^$/,
    ],
  ])('%s', (_what, changes, complaint) => {
    expect(complaintOf(draft(changes))).toMatch(complaint);
  });
});
