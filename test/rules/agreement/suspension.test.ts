import {
  compilePolicy,
  readAgreement,
  readSuspensions,
  recallGrant,
  type Policy,
  type Suspension,
} from '../../../src/agreement/index.ts';
import { replayRecord } from '../../../src/audit/index.ts';
import { bind, draft, MID_2026, smallCatalogue } from './fixture.ts';

const UID = 'urn:agr:test:roads-police:1';
const suspension: Suspension = {
  uid: UID,
  version: 1,
  fromMs: MID_2026,
  by: 'AG-ROADS',
  reason: 'A token of the assignee was lost.',
};
const listed = {
  uid: UID,
  version: 1,
  from: '2026-07-01T00:00:00+08:00',
  by: 'AG-ROADS',
  reason: suspension.reason,
};

const compile = (...suspensions: readonly Suspension[]): Policy =>
  compilePolicy([readAgreement(draft(), '0.yaml')], smallCatalogue, { suspensions });
const kindAt = (policy: Policy, nowMs: number): string => {
  const { kind, code } = bind(policy, {}, nowMs).decide('Road.name');
  return `${kind} ${code}`;
};

it('ends an agreement at its very millisecond, as if it were over', () => {
  const policy = compile(suspension);
  expect(kindAt(policy, MID_2026 - 1)).toBe('allow GRANTED');
  expect(kindAt(policy, MID_2026)).toBe('deny NOT_IN_FORCE');
  expect(bind(policy, {}, MID_2026).agreements).toEqual([]);
  expect(bind(policy, {}, MID_2026).scopes.size).toBe(0);
  // The control: the same instant without it.
  expect(kindAt(compile(), MID_2026)).toBe('allow GRANTED');
});

it('is told from a set without it, with another reason, or from another instant', () => {
  const sets = [
    compile(),
    compile(suspension),
    compile({ ...suspension, reason: 'Another.' }),
    compile({ ...suspension, fromMs: 1 }),
  ];
  expect(new Set(sets.map(({ digest }) => digest)).size).toBe(sets.length);
  expect(compile().digest).toBe(compile().digest);
});

it('ends grants that are remembered', () => {
  const policy = compile(suspension);
  const ask = { agency: 'AG-POLICE', role: 'partner', purpose: 'ROAD_SAFETY', caseReference: null } as const;
  for (const nowMs of [MID_2026 - 1, MID_2026, MID_2026 - 1])
    expect(recallGrant(policy, ask, nowMs).digest).toBe(bind(policy, {}, nowMs).digest);
  expect(recallGrant(policy, ask, MID_2026).decide('Road.name').kind).toBe('deny');
});

it('that begins between a decision and its record leaves the decision one that can be made again', () => {
  const policy = compile(suspension);
  const before = bind(policy, {}, MID_2026 - 1);
  const { rule } = before.decide('Road.name');
  const replayAt = (writtenMs: number): boolean =>
    replayRecord(
      {
        seq: 1,
        time: new Date(writtenMs).toISOString(),
        actor: { agency: 'AG-POLICE', role: 'partner' },
        purpose: { code: 'ROAD_SAFETY', caseRef: null },
        policyDigest: policy.digest,
        grantDigest: before.digest,
        fields: [['Road.name', 'allow', rule]],
      },
      policy,
    ).isIdentical;
  expect(replayAt(MID_2026 - 1)).toBe(true);
  expect(replayAt(MID_2026 + 200)).toBe(true);
  // The control: nothing takes a day from its decision to its record.
  expect(replayAt(MID_2026 + 86_400_000)).toBe(false);
});

it('of one version leaves the next one alone', () => {
  const next = draft({
    version: 2,
    valid: { from: '2027-01-01T00:00:00+08:00', until: '2028-01-01T00:00:00+08:00' },
  });
  const policy = compilePolicy(
    [draft(), next].map((input, at) => readAgreement(input, `${at}.yaml`)),
    smallCatalogue,
    {
      suspensions: [suspension],
    },
  );
  expect(kindAt(policy, MID_2026)).toBe('deny NOT_IN_FORCE');
  expect(kindAt(policy, Date.parse('2027-02-01T00:00:00+08:00'))).toBe('allow GRANTED');
});

it.each<[string, readonly Suspension[], RegExp]>([
  ['of a version that is not there', [{ ...suspension, version: 2 }], /:1@2 is no agreement of the set/],
  ['by somebody else', [{ ...suspension, by: 'AG-CASES' }], /by AG-ROADS or AG-POLICE, not by AG-CASES/],
  ['said twice', [suspension, suspension], /listed twice/],
])('%s is refused', (_what, suspensions, message) => {
  expect(() => compile(...suspensions)).toThrow(message);
});

it('is read from a list', () => {
  expect(readSuspensions({ suspensions: [listed] }, 's.yaml')).toEqual([
    { ...suspension, signature: null, lift: null },
  ]);
  expect(readSuspensions({ suspensions: [] }, 's.yaml')).toEqual([]);
});

it.each<[string, unknown, RegExp]>([
  ['nothing', null, /s\.yaml/],
  ['no list', {}, /s\.yaml: suspensions/],
  ['a misspelt key', { suspensions: [{ ...listed, untill: 1 }] }, /"untill" is no key/],
  ['an instant without offset', { suspensions: [{ ...listed, from: '2026-07-01T00:00:00' }] }, /with offset/],
  ['no reason', { suspensions: [{ ...listed, reason: ' ' }] }, /say why/],
  [
    'a version that is no number',
    { suspensions: [{ ...listed, version: '1' }] },
    /suspensions\[0\]\.version/,
  ],
])('a list with %s is refused', (_what, input, message) => {
  expect(() => readSuspensions(input, 's.yaml')).toThrow(message);
});
