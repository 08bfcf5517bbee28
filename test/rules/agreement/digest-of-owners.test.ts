import {
  buildCatalogue,
  bindGrant,
  bindGrantOfOwners,
  compilePolicy,
  digestOfOwners,
  ownersOfSubgraph,
  readAgreement,
  type SubgraphDocument,
} from '../../../src/agreement/index.ts';
import { compile, draft, MID_2026, permit, purposes, roles, smallCatalogue, smallSchema } from './fixture.ts';
import { shippedSchema } from './shipped-files.ts';

const roads = draft();
const cases = draft({
  uid: 'urn:agr:test:cases-police:1',
  assigner: 'AG-CASES',
  permission: [permit('p1', 'read', 'Query.cases', 'Case.id', 'Case.kind')],
});
const alsoCases = draft({
  uid: 'urn:agr:test:cases-roads:1',
  assigner: 'AG-CASES',
  assignee: 'AG-ROADS',
  appliesTo: [purposes('ROAD_SAFETY'), roles('partner')],
  permission: [permit('p1', 'read', 'Query.cases', 'Case.id')],
});
const onlyId = { ...cases, permission: [permit('p1', 'read', 'Query.cases', 'Case.id')] };
const ofCases = ['AG-CASES'];

const over = (schema: SubgraphDocument[], agreement: object) =>
  compilePolicy([readAgreement(agreement, '0.yaml')], buildCatalogue(schema));

describe('The digest of some owners’ agreements', () => {
  it('is the same for a gateway that holds all agreements and an agency that holds its own', () => {
    expect(digestOfOwners(compile(cases, alsoCases), ofCases)).toBe(
      digestOfOwners(compile(alsoCases, roads, cases), ofCases),
    );
  });

  it('differs where one agreement of theirs is missing, changed or new', () => {
    const whole = digestOfOwners(compile(cases, alsoCases, roads), ofCases);
    const others = [
      compile(cases, roads),
      compile(roads),
      compile({ ...cases, version: 2 }, alsoCases, roads),
      compile(
        { ...cases, valid: { from: '2026-01-01T00:00:00+08:00', until: '2026-06-01T00:00:00+08:00' } },
        alsoCases,
      ),
    ].map((policy) => digestOfOwners(policy, ofCases));
    expect(new Set([whole, ...others]).size).toBe(5);
  });

  it('differs where one of theirs is suspended, or from another instant, and not where others’ are', () => {
    const files = [cases, alsoCases, roads].map((input, at) => readAgreement(input, `${at}.yaml`));
    const suspending = (...suspended: readonly (readonly [string, number])[]): string =>
      digestOfOwners(
        compilePolicy(files, smallCatalogue, {
          suspensions: suspended.map(([uid, fromMs]) => {
            const by = uid === roads['uid'] ? 'AG-ROADS' : 'AG-CASES';
            return { uid, version: 1, fromMs, by, reason: 'A token was lost.' };
          }),
        }),
        ofCases,
      );
    const [ofOne, ofAnother] = [cases, alsoCases].map((one) => one['uid'] as string) as [string, string];
    const all = [
      suspending(),
      suspending([ofOne, MID_2026]),
      suspending([ofOne, MID_2026 + 1]),
      suspending([ofAnother, MID_2026]),
      suspending([ofOne, MID_2026], [ofAnother, MID_2026]),
    ];
    expect(new Set(all).size).toBe(all.length);
    expect(suspending([ofAnother, MID_2026], [ofOne, MID_2026])).toBe(all.at(-1));
    expect(suspending([roads['uid'] as string, MID_2026])).toBe(all[0]);
  });

  it('does not see the agreements of others', () => {
    const changed = compile({ ...roads, version: 2 }, cases);
    expect(digestOfOwners(changed, ofCases)).toBe(digestOfOwners(compile(roads, cases), ofCases));
    expect(digestOfOwners(changed, ['AG-ROADS'])).not.toBe(
      digestOfOwners(compile(roads, cases), ['AG-ROADS']),
    );
  });

  it.each([
    [
      'a field of theirs is rated higher',
      'kind: String @sensitivity(level: INTERNAL)',
      'kind: String @sensitivity(level: RESTRICTED)',
    ],
    ['a field of theirs is gone', '"Kind." kind: String @sensitivity(level: INTERNAL)', ''],
    ['a field of theirs is new', '"Facts."', '"More." more: Int @sensitivity(level: INTERNAL) "Facts."'],
    ['a field of theirs is a list', 'facts: String', 'facts: [String!]'],
  ])('differs where %s', (_what, from, to) => {
    const before = digestOfOwners(over(smallSchema(), onlyId), ofCases);
    const changed = smallSchema((sdl) => sdl.replace(from, to));
    expect(digestOfOwners(over(changed, onlyId), ofCases)).not.toBe(before);
  });

  it('does not see the fields of others, so an agency elsewhere may join without asking everybody', () => {
    const changed = smallSchema((sdl) =>
      sdl.replace('"Speed."', '"Lane." lane: Int @sensitivity(level: INTERNAL) "Speed."'),
    );
    expect(digestOfOwners(over(changed, onlyId), ofCases)).toBe(
      digestOfOwners(over(smallSchema(), onlyId), ofCases),
    );
    expect(digestOfOwners(over(changed, roads), ['AG-ROADS'])).not.toBe(
      digestOfOwners(over(smallSchema(), roads), ['AG-ROADS']),
    );
  });
});

it('A subgraph’s decisions rest on the agreements of the agency whose data it serves', () => {
  expect(ownersOfSubgraph(smallCatalogue, 'cases')).toEqual(['AG-CASES']);
  expect(ownersOfSubgraph(smallCatalogue, 'roads')).toEqual(['AG-ROADS']);
  expect(ownersOfSubgraph(smallCatalogue, 'nobody')).toEqual([]);
  const shipped = buildCatalogue(shippedSchema());
  expect(
    ['traffic', 'checkpoint', 'mediation', 'oversight'].map((name) => ownersOfSubgraph(shipped, name)),
  ).toEqual([['AG-TRANSPORT-CENTRE'], ['AG-TRAFFIC-POLICE'], ['AG-JUSTICE-BUREAU'], ['AG-OVERSIGHT']]);
});

describe('What owners decide who hold no agreements but their own', () => {
  const whole = compile(roads, cases);
  const ask = { agency: 'AG-POLICE', role: 'partner', purpose: 'ROAD_SAFETY', caseReference: null } as const;
  const ofAll = bindGrant(whole, ask, MID_2026);
  const own = bindGrantOfOwners(compile(cases), ofCases, ask, MID_2026);

  it('is what the gateway decides of their own fields and filters', () => {
    for (const { name, owner } of smallCatalogue.coordinates) {
      if (owner !== 'AG-CASES') continue;
      expect([name, own.decide(name)]).toEqual([name, ofAll.decide(name)]);
      expect([name, own.decideUse('filter', name)]).toEqual([name, ofAll.decideUse('filter', name)]);
    }
  });

  it('leaves to the gateway the keys of others and filters by others’ fields, and nothing else', () => {
    expect(own.decide('Road.id').kind).toBe('allow');
    expect(own.decideUse('filter', 'Road.keeper').kind).toBe('allow');
    for (const name of ['Road.name', 'Road.keeper', 'Passage.plate', 'Query.roads', 'Road.unknown'])
      expect([name, own.decide(name).kind]).toEqual([name, 'deny']);
  });

  it('leaves no key of the shipped schema that an agreement could mask: masks do not fit what is never null', () => {
    const keys = buildCatalogue(shippedSchema()).coordinates.filter(({ isKey }) => isKey);
    expect(keys.length).toBeGreaterThan(5);
    expect(keys.filter(({ isNullable }) => isNullable)).toEqual([]);
  });
});
