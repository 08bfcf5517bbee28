import type { Grant } from '../../../src/agreement/index.ts';
import { TestEvents } from '../../flows/federation/event-source.ts';
import { federate, type TestFederation } from '../../flows/federation/federate.ts';
import { inFragments, underAliases } from './disguise.ts';
import type { Attempt, HostileCase, NoSuchPath, Verdict } from './paths.ts';

const PLATE = '蒙E12345';
const CAMERA = { __typename: 'CameraSighting', id: '1', plate: PLATE };
const GATE = { __typename: 'GateSighting', id: '2', plate: null };

const POLICE = `
  type Query { sighting(id: ID!): Sighting node(id: ID!): Node found: [Found!] camera(id: ID!): CameraSighting }
  type Subscription { sighted: Sighting seen: CameraSighting }
  interface Node { id: ID! }
  interface Sighting { id: ID! plate: String }
  type CameraSighting implements Node & Sighting @key(fields: "id") { id: ID! plate: String }
  type GateSighting implements Node & Sighting @key(fields: "id") { id: ID! plate: String }
  union Found = CameraSighting | GateSighting
`;
const COURTS = `
  type Query { file: File }
  type File { evidence: CameraSighting }
  type CameraSighting @key(fields: "id") { id: ID! plate: String @external summary: String @requires(fields: "plate") }
`;

/** Its schema, of both agencies. */
export function smallSchema(): string {
  return POLICE + COURTS;
}

/** Two foreign agencies with what the shipped schema has not: interfaces, a union, subscriptions, `@requires`. */
function openSmallFederation(): TestFederation & { readonly events: TestEvents<object> } {
  const events = new TestEvents<object>();
  const find = (_: unknown, { id }: Key) => [CAMERA, GATE].find((each) => each.id === id) ?? null;
  const refer = (key: Key) => find(null, key);
  const announced = { subscribe: () => events, resolve: (event: object) => event };
  const federation = federate({
    police: {
      sdl: POLICE,
      resolvers: {
        Query: { sighting: find, node: find, camera: find, found: () => [CAMERA, GATE] },
        Subscription: { sighted: announced, seen: announced },
        CameraSighting: { __resolveReference: refer },
        GateSighting: { __resolveReference: refer },
      },
    },
    courts: {
      sdl: COURTS,
      resolvers: {
        Query: { file: () => ({ evidence: { id: '1' } }) },
        CameraSighting: { summary: ({ plate }: { readonly plate: string }) => `seen: ${plate}` },
      },
    },
  });
  return { ...federation, events };
}

interface Key {
  readonly id: string;
}

/** An attack on the small federation: an operation for each path that it has. */
export interface SmallAttack {
  readonly attacker: Grant;
  readonly control: Grant;
  readonly query: string;
  readonly throughInterface: string;
  readonly join: string;
  readonly subscription: string;
  /** The coordinate that explain is asked about; the plan holds its lines. */
  readonly explain: { readonly coordinate: string } | NoSuchPath;
}

/** The paths of an attack on the small federation. */
export function onSmallFederation(attack: SmallAttack): HostileCase['paths'] {
  const { attacker, control, query, explain } = attack;
  const byBoth = (attempt: (grant: Grant) => Promise<Verdict>): Attempt => ({
    attack: () => attempt(attacker),
    control: () => attempt(control),
  });
  const sending = (write: (federation: TestFederation) => string): Attempt =>
    byBoth(async (grant) => {
      const federation = openSmallFederation();
      const { data } = await federation.ask(write(federation), {}, grant);
      return learned(data);
    });
  return {
    query: sending(() => query),
    alias: sending(() => underAliases(query)),
    fragment: sending(({ federation }) => inFragments(query, federation.consumerSchema)),
    interface: sending(() => attack.throughInterface),
    entity: sending(() => attack.join),
    subscription: byBoth((grant) => overhear(attack.subscription, grant)),
    aggregate: 'SMALL_AND_WHOLE',
    cursor: 'SMALL_AND_WHOLE',
    explain:
      typeof explain === 'string'
        ? explain
        : byBoth((grant) => Promise.resolve(decided(grant, explain.coordinate))),
    introspection: 'NO_ABSTRACT_TYPES',
  };

  function decided(grant: Grant, explained: string): Verdict {
    const { selected } = openSmallFederation().plan(query, {}, grant);
    const { kind, mask } = selected.find(({ coordinate }) => coordinate === explained)!.decision;
    if (kind === 'deny') return 'withheld';
    return mask === null ? 'open' : `mask:${mask.fn}`;
  }
}

async function overhear(query: string, grant: Grant): Promise<Verdict> {
  const { federation, plan, events } = openSmallFederation();
  const variables = {};
  const caller = { grant, requestId: 'test-request', nowMs: 0 };
  const answers = federation.subscribe(plan(query, variables, grant), variables, caller);
  events.send(CAMERA);
  const { value } = await answers.next();
  await answers.return?.();
  return learned((value as { data: unknown } | undefined)?.data);
}

function learned(data: unknown): Verdict {
  const text = JSON.stringify(data ?? null);
  if (text.includes(PLATE)) return 'open';
  return text.includes('蒙E*****') ? 'mask:plate.region' : 'withheld';
}
