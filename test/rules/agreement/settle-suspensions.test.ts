import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import {
  type AgencyKey,
  type ListedSuspension,
  settleSuspensions,
  signLift,
  signSuspension,
  type Suspension,
} from '../../../src/agreement/index.ts';
import { keyIdOf, rawPublicKey } from '../../../src/base/index.ts';
import { MID_2026 } from './fixture.ts';

const SUSPENSION: Suspension = {
  uid: 'urn:agr:test:roads-police:1',
  version: 1,
  fromMs: MID_2026,
  by: 'AG-ROADS',
  reason: 'A token of the assignee was lost.',
};
const steward = (agency: string, duty: AgencyKey['duty'] = 'steward') => {
  const { privateKey } = generateKeyPairSync('ed25519');
  const key = createPublicKey(privateKey);
  return { privateKey, entry: { agency, duty, keyId: keyIdOf(rawPublicKey(key)), key } };
};
const roads = steward('AG-ROADS');
const police = steward('AG-POLICE');
const operator = steward('AG-ROADS', 'system');
const KEYS = [roads.entry, police.entry, operator.entry];

const listed = (changes: Partial<ListedSuspension> = {}): ListedSuspension => ({
  ...SUSPENSION,
  signature: signSuspension(SUSPENSION, roads.privateKey),
  lift: null,
  ...changes,
});
const liftedBy = (key: KeyObject, of = SUSPENSION, reason = 'It was found.'): ListedSuspension['lift'] => ({
  reason: 'It was found.',
  ...signLift(of, reason, key),
});

it('a suspension that its party has signed holds, and nothing is said about it', () => {
  expect(settleSuspensions([listed()], [], KEYS)).toEqual({ inForce: [SUSPENSION], complaints: [] });
});

it.each<[string, ListedSuspension]>([
  ['is not signed', listed({ signature: null })],
  ['is signed by the other party', listed({ signature: signSuspension(SUSPENSION, police.privateKey) })],
  [
    'is signed by one of another duty',
    listed({ signature: signSuspension(SUSPENSION, operator.privateKey) }),
  ],
  ['is signed with other words', listed({ reason: 'Another.' })],
])('one that %s holds all the same, and it is said', (_what, entry) => {
  const { inForce, complaints } = settleSuspensions([entry], [], KEYS);
  expect(inForce).toEqual([{ ...SUSPENSION, reason: entry.reason }]);
  expect(complaints).toEqual([
    expect.stringMatching(/roads-police:1@1 by AG-ROADS is not signed by a steward/),
  ]);
});

it('the lift that its party has signed ends it', () => {
  const entry = listed({ lift: liftedBy(roads.privateKey) });
  expect(settleSuspensions([entry], [SUSPENSION], KEYS)).toEqual({ inForce: [], complaints: [] });
  // Nothing is left of it when the entry is taken off the list afterwards.
  expect(settleSuspensions([], [], KEYS)).toEqual({ inForce: [], complaints: [] });
});

it.each<[string, ListedSuspension['lift']]>([
  ['the other party', liftedBy(police.privateKey)],
  ['one of another duty', liftedBy(operator.privateKey)],
  ['its party, for another reason', liftedBy(roads.privateKey, SUSPENSION, 'Another.')],
  ['its party, for an earlier suspension', liftedBy(roads.privateKey, { ...SUSPENSION, fromMs: 1 })],
])('a lift that was signed by %s ends nothing', (_what, lift) => {
  const { inForce, complaints } = settleSuspensions([listed({ lift })], [SUSPENSION], KEYS);
  expect(inForce).toEqual([SUSPENSION]);
  expect(complaints).toEqual([expect.stringMatching(/lifted without the signature/)]);
});

it.each<[string, readonly ListedSuspension[]]>([
  ['taken off the list', []],
  ['put off', [listed({ fromMs: MID_2026 * 2 })]],
  ['given another reason', [listed({ reason: 'Another.' })]],
])('one that is %s without a signed lift stays as it was, and it is said', (_what, entries) => {
  const { inForce, complaints } = settleSuspensions(entries, [SUSPENSION], KEYS);
  expect(inForce).toEqual([SUSPENSION]);
  expect(complaints).toContainEqual(expect.stringMatching(/without a signed lift/));
});

it('where nobody knows the agencies’ keys the list alone counts (positive control)', () => {
  expect(settleSuspensions([], [SUSPENSION], null).inForce).toEqual([]);
  expect(settleSuspensions([listed({ signature: null })], [], null)).toEqual({
    inForce: [SUSPENSION],
    complaints: [],
  });
});
