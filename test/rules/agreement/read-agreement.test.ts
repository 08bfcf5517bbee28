import { readAgreement } from '../../../src/agreement/index.ts';
import { LukouError } from '../../../src/base/index.ts';
import { draft, permit, permitWith, purposes, roles, type Draft } from './fixture.ts';

const read = (changes: Draft = {}) => readAgreement(draft(changes), 'agreements/road.yaml');

function complaintOf(changes: Draft): string {
  try {
    read(changes);
  } catch (error) {
    expect(error).toBeInstanceOf(LukouError);
    expect((error as LukouError).code).toBe('AGREEMENT_INVALID');
    return (error as LukouError).detail ?? '';
  }
  return 'none';
}

const spatial = { leftOperand: 'spatial', operator: 'isAnyOf', rightOperand: ['1507', '150703'] };
const age = { leftOperand: 'age', operator: 'lteq', rightOperand: 'P90D' };
const usage = { leftOperand: 'usage', operator: 'isNoneOf', rightOperand: ['PUBLIC_SECURITY'] };

it('an agreement in order is read', () => {
  expect(read()).toMatchObject({
    uid: 'urn:agr:test:roads-police:1',
    roles: ['partner'],
    purposes: ['ROAD_SAFETY'],
    requiresCase: false,
    validFromMs: Date.parse('2025-12-31T16:00:00Z'),
    permissions: [
      { id: 'p1', actions: ['read'], targets: ['Query.roads', 'Road.id', 'Road.name'], mask: null },
    ],
  });
});

it('rows become divisions, an age in milliseconds and withheld usages', () => {
  expect(read({ rows: { Passage: [spatial, age, usage], Camera: 'all' } }).rows).toEqual(
    new Map([
      [
        'Passage',
        {
          divisions: ['1507', '150703'],
          maxAgeMs: 90 * 86_400_000,
          withheldUsages: ['PUBLIC_SECURITY'],
          ofOwnAgency: false,
          ofStatedCase: false,
        },
      ],
      [
        'Camera',
        { divisions: [''], maxAgeMs: null, withheldUsages: [], ofOwnAgency: false, ofStatedCase: false },
      ],
    ]),
  );
});

it.each([
  ['P2W', 14 * 86_400_000],
  ['P1DT6H30M', 109_800_000],
  ['PT90M', 5_400_000],
])('the age %s is %d ms', (rightOperand, maxAgeMs) => {
  expect(read({ rows: { Passage: [{ ...age, rightOperand }] } }).rows.get('Passage')?.maxAgeMs).toBe(
    maxAgeMs,
  );
});

it('a text or a list will do for action and target', () => {
  const { permissions } = read({ permission: [{ id: 'p1', action: 'read', target: 'Road.id' }] });
  expect(permissions[0]).toMatchObject({ actions: ['read'], targets: ['Road.id'] });
});

it('the digest covers every key but the signatures, in any order', () => {
  const { signatures: _, ...unsigned } = draft();
  const reordered = Object.fromEntries(Object.entries(unsigned).toReversed());
  expect(readAgreement(reordered, 'x').sha256).toBe(read().sha256);
  expect(read({ signatures: [signedBy('AG-ROADS')] }).sha256).toBe(read().sha256);
  expect(read({ version: 2 }).sha256).not.toBe(read().sha256);
});

function signedBy(agency: string): Draft {
  return { agency, keyId: 'k1', signature: Buffer.alloc(64).toString('base64') };
}

it.each<[string, Draft, RegExp]>([
  ['a misspelt key', { permision: [] }, /road\.yaml: "permision" is no key of an agreement/],
  [
    'a misspelt key inside',
    { permission: [permitWith({ maks: 1 }, 'p1', 'read', 'Road.id')] },
    /permission\[0\]: "maks" is no key/,
  ],
  ['another version of the format', { apiVersion: 'lukou/v2' }, /apiVersion: .*"lukou\/v1"/],
  ['another conflict strategy', { conflict: 'perm' }, /conflict: .*"prohibit"/],
  [
    'an instant without offset',
    { valid: { from: '2026-01-01T00:00:00', until: '2027-01-01T00:00:00+08:00' } },
    /valid\.from: write an instant with offset/,
  ],
  [
    'a span that ends before it begins',
    { valid: { from: '2027-01-01T00:00:00Z', until: '2026-01-01T00:00:00Z' } },
    /"from" must lie before "until"/,
  ],
  [
    'a span of no length',
    { valid: { from: '2026-01-01T00:00:00Z', until: '2026-01-01T08:00:00+08:00' } },
    /"from" must lie before "until"/,
  ],
  [
    'no purpose',
    { appliesTo: [roles('partner')] },
    /name the purposes; only an agreement whose single role is public/,
  ],
  ['no role', { appliesTo: [purposes('ROAD_SAFETY')] }, /name the roles/],
  [
    'a purpose in free text',
    { appliesTo: [purposes('test'), roles('partner')] },
    /appliesTo\[0\]\.rightOperand\[0\]: /,
  ],
  [
    'an empty list of purposes',
    { appliesTo: [purposes(), roles('partner')] },
    /appliesTo\[0\]\.rightOperand: /,
  ],
  [
    'an unknown operand',
    { appliesTo: [{ leftOperand: 'weather', operator: 'isAnyOf', rightOperand: ['FOG'] }] },
    /appliesTo\[0\]\.leftOperand: /,
  ],
  [
    'an unknown operator',
    { appliesTo: [{ ...roles('partner'), operator: 'isNoneOf' }] },
    /appliesTo\[0\]\.operator: /,
  ],
  [
    'an operand twice',
    { appliesTo: [roles('partner'), roles('analyst'), purposes('ROAD_SAFETY')] },
    /role is constrained twice/,
  ],
  [
    'the public beside others',
    { appliesTo: [roles('public', 'partner'), purposes('ROAD_SAFETY')] },
    /the role public, alone, goes with the assignee AG-PUBLIC/,
  ],
  ['the public under an agency', { appliesTo: [roles('public')] }, /goes with the assignee AG-PUBLIC/],
  ['an agency’s role under the public', { assignee: 'AG-PUBLIC' }, /goes with the assignee AG-PUBLIC/],
  [
    'rows by a word that is not all',
    { rows: { Passage: 'any' } },
    /rows\.Passage: write a list of constraints, or all/,
  ],
  ['rows by an empty list', { rows: { Passage: [] } }, /rows\.Passage: write a list of constraints, or all/],
  [
    'rows by an unknown operand',
    { rows: { Passage: [{ ...age, leftOperand: 'colour' }] } },
    /rows\.Passage\[0\]\.leftOperand: /,
  ],
  ['rows by one operand twice', { rows: { Passage: [age, age] } }, /rows\.Passage: age is constrained twice/],
  [
    'an age in months',
    { rows: { Passage: [{ ...age, rightOperand: 'P3M' }] } },
    /rows\.Passage\[0\]\.rightOperand: write days, hours or minutes/,
  ],
  ['an age of nothing', { rows: { Passage: [{ ...age, rightOperand: 'P0D' }] } }, /rightOperand: write days/],
  [
    'a division that opens too little',
    { rows: { Passage: [{ ...spatial, rightOperand: ['150700'] }] } },
    /a six-digit code opens one county/,
  ],
  [
    'a division that is no prefix',
    { rows: { Passage: [{ ...spatial, rightOperand: ['15070'] }] } },
    /write the first 2, 4 or 6 digits/,
  ],
  [
    'the empty division, which would open all',
    { rows: { Passage: [{ ...spatial, rightOperand: [''] }] } },
    /write the first 2, 4 or 6 digits/,
  ],
  [
    'a misspelt usage, which would open what it withholds',
    { rows: { Passage: [{ ...usage, rightOperand: ['PUBLIC_SECURTY'] }] } },
    /rows\.Passage\[0\]\.rightOperand\[0\]: /,
  ],
  [
    'a target without a field',
    { permission: [permit('p1', 'read', 'Road')] },
    /permission\[0\]\.target\[0\]: write Type\.field, or Type\.\*/,
  ],
  [
    'an unknown mask',
    { permission: [permitWith({ mask: { fn: 'md5' } }, 'p1', 'read', 'Road.id')] },
    /permission\[0\]\.mask\.fn: /,
  ],
  [
    'a mask on what is not read',
    { permission: [permitWith({ mask: { fn: 'redact' } }, 'p1', 'match', 'Road.id')] },
    /permission p1: a mask goes with read/,
  ],
  [
    'a mask on what is filtered',
    { permission: [permitWith({ mask: { fn: 'redact' } }, 'p1', ['read', 'filter'], 'Road.id')] },
    /permission p1: a mask goes with read/,
  ],
  ['one id for two clauses', { prohibition: [permit('p1', 'read', 'Road.name')] }, /the id p1 is used twice/],
  ['no permission', { permission: [] }, /permission: /],
  ['an empty budget', { budget: {} }, /budget: write rowsPerDay, distinctSubjectsPerDay, or both/],
  ['a budget of nothing', { budget: { rowsPerDay: 0 } }, /budget\.rowsPerDay: write at least 1/],
  ['half a row', { budget: { rowsPerDay: 0.5 } }, /budget\.rowsPerDay: write a whole number/],
  ['a budget for a month', { budget: { rowsPerMonth: 5 } }, /rowsPerMonth/],
  [
    'a limit of nothing',
    { permission: [permitWith({ limit: { perDay: 0 } }, 'p1', 'match', 'Road.id')] },
    /permission\[0\]\.limit\.perDay: write at least 1/,
  ],
  [
    'a test that asks two things',
    { tests: [{ caller: { role: 'partner' }, read: 'Road.id', match: 'Road.id', expect: 'allow' }] },
    /tests\[0\]: name exactly one of read/,
  ],
  [
    'a test that expects nothing known',
    { tests: [{ caller: { role: 'partner' }, read: 'Road.id', expect: 'maybe' }] },
    /tests\[0\]\.expect: write allow/,
  ],
])('%s is refused', (_, changes, message) => {
  expect(complaintOf(changes)).toMatch(message);
});

it.each<[string, Draft[], RegExp]>([
  [
    'k and roundTo without the action',
    [permitWith({ aggregate: { k: 10, roundTo: 5 } }, 'p1', 'read', 'Road.id')],
    /permission p1: aggregate: \{k, roundTo\} goes with the action aggregate/,
  ],
  [
    'the action without k and roundTo',
    [permit('p1', 'aggregate', 'Road.id')],
    /permission p1: say about how many at least, and how round: aggregate: \{k: 10, roundTo: 5\}/,
  ],
  [
    'a k below five',
    [permitWith({ aggregate: { k: 4, roundTo: 5 } }, 'p1', 'aggregate', 'Road.id')],
    /permission\[0\]\.aggregate\.k: write at least 5: about fewer it speaks of somebody/,
  ],
  [
    'rounding to nothing',
    [permitWith({ aggregate: { k: 10, roundTo: 0 } }, 'p1', 'aggregate', 'Road.id')],
    /permission\[0\]\.aggregate\.roundTo: write at least 1/,
  ],
  [
    'k alone',
    [permitWith({ aggregate: { k: 10 } }, 'p1', 'aggregate', 'Road.id')],
    /permission\[0\]\.aggregate\.roundTo/,
  ],
  [
    'two rules in one agreement',
    [
      permitWith({ aggregate: { k: 10, roundTo: 5 } }, 'p1', 'aggregate', 'Road.id'),
      permitWith({ aggregate: { k: 10, roundTo: 1 } }, 'p2', 'aggregate', 'Road.name'),
    ],
    /write the same k and roundTo in every clause of the agreement/,
  ],
  [
    'grouping by what is masked',
    [permitWith({ mask: { fn: 'redact' } }, 'p1', ['read', 'group'], 'Road.name')],
    /a masked field cannot be filtered, sorted or grouped by/,
  ],
])('%s is refused in a statistic', (_, permission, message) => {
  expect(complaintOf({ permission })).toMatch(message);
});

it('every problem of a file is listed at once', () => {
  expect(
    complaintOf({ version: 0, conflict: 'perm', budget: {}, extra: 1 }).split('\n').filter(Boolean),
  ).toHaveLength(4);
});

it.each([null, undefined, 7, 'text', [], [[]]])('%j is no agreement', (input) => {
  expect(() => readAgreement(input, 'x.yaml')).toThrow(LukouError);
});
