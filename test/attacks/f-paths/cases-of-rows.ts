import { tells } from './look-up.ts';
import { atOnce, inTurn, onSample, type SampleAttack } from './on-sample.ts';
import type { HostileCase, Verdict } from './paths.ts';
import { ANALYST, FEBRUARY, type SampleStage, STATISTICIAN, TRANSPORT } from './sample-stage.ts';

// For public security: no partner's agreement opens its row.
const HIDDEN = 'CP-009';
const REFERENCES =
  'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Checkpoint { id name segment { id } } } }';

/** An attempt to see the hidden checkpoint; some cases write it in another way. */
const seesHidden = {
  attacker: TRANSPORT,
  control: ANALYST,
  judge: tells(HIDDEN),
  query: `{ checkpoint(id: "${HIDDEN}") { id } }`,
  join: '{ roadSegment(id: "G111-001") { checkpoints { id } } }',
  page: 'query Page($after: String) { checkpoints(first: 200, after: $after) { nodes { id } } }',
  direct: {
    agency: 'checkpoint',
    query: REFERENCES,
    keys: [{ __typename: 'Checkpoint', id: HIDDEN }],
    judge: (text: string): Verdict => (text.includes(HIDDEN) ? 'open' : 'withheld'),
  },
  aggregate: {
    query: `{ checkpoint(id: "${HIDDEN}") { passageCount(during: ${FEBRUARY}) } }`,
    attacker: STATISTICIAN,
    judge: ({ text }) => (/"passageCount":\d/.test(text) ? 'open' : 'withheld'),
  },
  explain: 'EXPLAIN_ASKS_NOBODY',
  introspect: 'INTROSPECTION_ASKS_NOBODY',
} as const satisfies SampleAttack;

/** Cases about which rows there are for a caller. */
export function casesOfRows(stage: () => SampleStage): readonly HostileCase[] {
  return [
    {
      id: 'F5',
      title: 'an id finds no row outside the row scope, and none of another type',
      verdict: 'withheld',
      paths: {
        ...onSample(stage, {
          ...seesHidden,
          query: `{ checkpoint(id: "${HIDDEN}") { id } gantry(id: "${HIDDEN}") { id } roadSegment(id: "${HIDDEN}") { id } }`,
          direct: {
            ...seesHidden.direct,
            keys: ['Checkpoint', 'RoadSegment', 'Gantry'].map((name) => ({ __typename: name, id: HIDDEN })),
          },
        }),
        interface: 'NO_GLOBAL_ID',
      },
    },
    {
      id: 'F14',
      title: 'no page of a list holds a row outside the row scope',
      verdict: 'withheld',
      paths: onSample(stage, {
        ...seesHidden,
        query: '{ checkpoints(first: 200) { edges { node { id } } } }',
        direct: {
          ...seesHidden.direct,
          query:
            'query ($r: [_Any!]!) { _entities(representations: $r) { ... on RoadSegment { checkpoints { id } } } }',
          keys: ['G10-001', 'G111-001'].map((id) => ({ __typename: 'RoadSegment', id })),
        },
      }),
    },
    {
      id: 'F17',
      title: 'a kept plan carries nobody else’s variables',
      verdict: 'withheld',
      paths: inTurn(
        onSample(stage, {
          ...seesHidden,
          query: `query Same($id: ID! = "${HIDDEN}") { checkpoint(id: $id) { id } }`,
        }),
      ),
    },
    {
      id: 'F20',
      title: 'of a batch every part is judged, not only the first',
      verdict: 'withheld',
      paths: onSample(stage, {
        ...seesHidden,
        query: `{ first: checkpoint(id: "CP-001") { id } second: checkpoint(id: "${HIDDEN}") { id } }`,
        direct: {
          ...seesHidden.direct,
          keys: ['CP-001', HIDDEN].map((id) => ({ __typename: 'Checkpoint', id })),
        },
      }),
    },
    {
      id: 'F21',
      title: 'a statement planned for one caller is narrowed for the next',
      verdict: 'withheld',
      // PostgreSQL keeps a generic plan from the sixth time on.
      paths: inTurn(onSample(stage, seesHidden), 7),
    },
    {
      id: 'F22',
      title: 'a row loaded for one request is not handed to another at the same time',
      verdict: 'withheld',
      paths: atOnce(onSample(stage, seesHidden)),
    },
  ];
}
