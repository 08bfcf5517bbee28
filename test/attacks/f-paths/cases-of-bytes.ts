import { withoutNames } from '../without-names.ts';
import { inFragments, underAliases } from './disguise.ts';
import { refusedFor } from './look-up.ts';
import type { Attempt, HostileCase, Verdict } from './paths.ts';
import {
  ANALYST,
  askOfWho,
  AUDITOR,
  FEBRUARY,
  type SampleStage,
  TRANSPORT,
  type Who,
} from './sample-stage.ts';

const TYPE = 'query Type($name: String!) { __type(name: $name) { name fields { name } } }';
// For public security, the only checkpoint of its segment; and what was never there.
const HIDDEN = { id: 'CP-009', segment: 'G111-001', eventOn: 'G111-001', type: 'DisclosureRecord' };
const ABSENT: typeof HIDDEN = {
  id: 'CP-NEVER',
  segment: 'G999-001',
  // A segment without any checkpoint.
  eventOn: 'G10-002',
  type: 'NeverRecord',
};

/** Cases about what an answer tells that it does not say: whether a row is there, and what a cursor holds. */
export function casesOfBytes(stage: () => SampleStage): readonly HostileCase[] {
  return [
    {
      id: 'F7',
      title: 'a cursor made for somebody else, or for another list, opens nothing',
      verdict: 'withheld',
      paths: foreignCursors(stage),
    },
    {
      id: 'F18',
      title: 'forbidden and absent are the same bytes',
      verdict: 'withheld',
      paths: sameBytes(stage),
    },
  ];
}

function foreignCursors(stage: () => SampleStage): HostileCase['paths'] {
  const LIST = 'query Page($after: String) { checkpoints(first: 2, after: $after) { nodes { id } } }';
  const cursorOf = async (who: Who): Promise<string> => {
    const { body } = await stage().ask(who, '{ checkpoints(first: 1) { pageInfo { endCursor } } }');
    return (body.data!['checkpoints'] as { pageInfo: { endCursor: string } }).pageInfo.endCursor;
  };
  const open = async (who: Who, query: string): Promise<Verdict> => {
    const after = await cursorOf(ANALYST);
    return refusedFor('CURSOR_INVALID')(await stage().ask(who, query, { after }), stage());
  };
  const handedOver = (write: () => string): Attempt => ({
    attack: () => open(TRANSPORT, write()),
    control: () => open(ANALYST, write()),
  });
  return {
    query: handedOver(() => LIST),
    alias: handedOver(() => underAliases(LIST)),
    fragment: handedOver(() => inFragments(LIST, stage().schema)),
    interface: 'NO_ABSTRACT_TYPES',
    entity: { attack: () => atTheDoor(TRANSPORT), control: () => atTheDoor(ANALYST) },
    subscription: 'NOT_OF_AN_EVENT',
    aggregate: 'COUNTS_HAVE_NO_PAGES',
    cursor: {
      attack: () => open(ANALYST, LIST.replace('checkpoints', 'violations')),
      control: () => open(ANALYST, LIST),
    },
    explain: 'EXPLAIN_ASKS_NOBODY',
    introspection: 'INTROSPECTION_ASKS_NOBODY',
  };

  /** At the agency itself, with the cursor of the police as the agency made it. */
  async function atTheDoor(who: Who): Promise<Verdict> {
    const door = stage().checkpoint;
    const send = async (asker: Who, query: string, variables = {}): Promise<string> =>
      (await door.send(await door.sign(query, variables, { ask: askOfWho(asker) }))).text;
    const first = await send(ANALYST, '{ checkpoints(first: 1) { pageInfo { endCursor } } }');
    const [, after] = /"endCursor":"([^"]+)"/.exec(first)!;
    return (await send(who, LIST, { after })).includes('CURSOR_INVALID') ? 'withheld' : 'open';
  }
}

function sameBytes(stage: () => SampleStage): HostileCase['paths'] {
  /** Two attempts that differ in what is hidden from the attacker, and in nothing that the attacker sees. */
  const comparing = (
    ask: (who: Who, what: typeof HIDDEN) => Promise<string>,
    control: Who = ANALYST,
  ): Attempt => {
    const compare = async (who: Who): Promise<Verdict> =>
      (await ask(who, HIDDEN)) === (await ask(who, ABSENT)) ? 'withheld' : 'open';
    return { attack: () => compare(TRANSPORT), control: () => compare(control) };
  };
  const sending = (write: (what: typeof HIDDEN) => string): Attempt =>
    comparing(async (who, what) => withoutNames((await stage().ask(who, write(what))).text));
  const one = ({ id }: typeof HIDDEN): string => `{ checkpoint(id: "${id}") { name passages { id } } }`;
  return {
    query: sending(one),
    alias: sending((what) => underAliases(one(what))),
    fragment: sending((what) => inFragments(one(what), stage().schema)),
    interface: 'NO_ABSTRACT_TYPES',
    entity: comparing(async (who, { id }) => {
      const door = stage().checkpoint;
      const query = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Checkpoint { name } } }';
      const keys = { r: [{ __typename: 'Checkpoint', id }] };
      return (await door.send(await door.sign(query, keys, { ask: askOfWho(who) }))).text;
    }),
    subscription: comparing(async (who, { eventOn }) => {
      const after = await stage().reportEventOn(eventOn);
      const event = `roadEventChanged(afterNumber: ${after}) { segment { checkpoints { name } } }`;
      return JSON.stringify((await stage().hear(who, `subscription { ${event} }`)).body.data);
    }),
    aggregate: sending(({ id }) => `{ checkpoint(id: "${id}") { passageCount(during: ${FEBRUARY}) } }`),
    cursor: sending(
      ({ segment }) =>
        `{ checkpoints(filter: { segmentIds: ["${segment}"] }) { edges { cursor } pageInfo { hasNextPage endCursor } } }`,
    ),
    explain: 'EXPLAIN_ASKS_NOBODY',
    // Here it is a type that is hidden, or that was never there.
    introspection: comparing(
      async (who, { type: name }) => withoutNames((await stage().ask(who, TYPE, { name })).text),
      AUDITOR,
    ),
  };
}
