import { complaintOf, draft, permit, purposes, roles, type Draft } from './fixture.ts';

function later(changes: Draft): Draft {
  return draft({ uid: 'urn:agr:test:roads-police:2', ...changes });
}

function open(uid: string, appliesTo: Draft[]): Draft {
  return draft({ uid, assignee: 'AG-PUBLIC', appliesTo });
}

const from2027 = { from: '2027-01-01T00:00:00+08:00', until: '2028-01-01T00:00:00+08:00' };

it.each<[string, Draft, RegExp]>([
  ['the same class', later({}), /would both serve AG-POLICE as partner for ROAD_SAFETY/],
  [
    'one of several purposes',
    later({ appliesTo: [roles('analyst', 'partner'), purposes('STATISTICS', 'ROAD_SAFETY')] }),
    /as partner for ROAD_SAFETY/,
  ],
  [
    'one millisecond',
    later({ valid: { ...from2027, from: '2026-12-31T23:59:59.999+08:00' } }),
    /would both serve/,
  ],
  ['the same version twice', draft(), /0\.yaml, 1\.yaml: all are urn:agr:test:roads-police:1@1: keep one/],
])('beside an agreement, %s is refused', (_, second, message) => {
  expect(complaintOf(draft(), second)).toMatch(message);
});

it.each<[string, Draft]>([
  ['another purpose', later({ appliesTo: [roles('partner'), purposes('STATISTICS')] })],
  ['another role', later({ appliesTo: [roles('analyst'), purposes('ROAD_SAFETY')] })],
  ['another assignee', later({ assignee: 'AG-X' })],
  [
    'another assigner',
    later({ assigner: 'AG-CASES', permission: [permit('p1', 'read', 'Query.cases', 'Case.id')] }),
  ],
  ['a version that begins when the first ends', draft({ version: 2, valid: from2027 })],
])('%s may stand beside an agreement', (_, second) => {
  expect(complaintOf(draft(), second)).toBe('');
});

it('for the public, any purpose overlaps with every other', () => {
  expect(
    complaintOf(
      open('urn:agr:test:a', [roles('public')]),
      open('urn:agr:test:b', [roles('public'), purposes('STATISTICS')]),
    ),
  ).toMatch(/would both serve AG-PUBLIC as public/);
});
