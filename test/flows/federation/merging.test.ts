import { parse } from 'graphql';
import {
  composeSupergraph,
  openFederation,
  type Planner,
  type SubgraphRequest,
} from '../../../src/federation/index.ts';
import { grantBut } from './open-grant.ts';
import { listErrors } from './listed-errors.ts';

const SDL = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  type Query { works: [Work!] }
  interface Work @key(fields: "id") { id: ID! title: String parts: [Part] }
  type Book implements Work @key(fields: "id") { id: ID! title: String parts: [Part] }
  type Film implements Work @key(fields: "id") { id: ID! title: String parts: [Part] }
  type Part { name: String size: Int }
`;

const requires = [
  {
    kind: 'InlineFragment',
    typeCondition: 'Work',
    selections: [
      { kind: 'Field', name: '__typename' },
      { kind: 'Field', name: 'id' },
    ],
  },
];

const first = '{_a0:works{__typename id _a1:title _a2:parts{_a3:name _a4:size}}}';
const second =
  'query($representations:[_Any!]!){_entities(representations:$representations){...on Work{__typename id _a1:title _a2:parts{_a3:name _a4:size}}}}';

/** Two fetches of the same fields, the second by reference: what each answers is up to the test. */
async function mergeTwo(works: readonly object[], entities: readonly (object | null)[]) {
  const answers = [{ data: { _a0: works } }, { data: { _entities: entities } }];
  const asked: SubgraphRequest[] = [];
  const subgraph = {
    name: 'a',
    async execute(request: SubgraphRequest) {
      asked.push(request);
      return answers[asked.length - 1]!;
    },
  };
  const planner: Planner = {
    close: () => Promise.resolve(),
    plan: async () => ({
      kind: 'QueryPlan',
      node: {
        kind: 'Sequence',
        nodes: [
          { kind: 'Fetch', serviceName: 'a', operation: first },
          {
            kind: 'Flatten',
            path: [{ Field: '_a0' }, '@'],
            node: { kind: 'Fetch', serviceName: 'a', operation: second, requires },
          },
        ],
      },
    }),
  };
  const supergraphSdl = composeSupergraph([{ name: 'a', document: parse(SDL) }]);
  const federation = openFederation({
    supergraphSdl,
    subgraphs: [subgraph],
    planner,
    onFault: () => undefined,
  });
  const [grant, variables, documentText] = [
    grantBut(),
    {},
    '{ works { __typename title parts { name size } } }',
  ];
  const operation = { document: parse(documentText), documentText, operationName: null, variables };
  const caller = { grant, requestId: 'r', nowMs: 0 };
  const answer = await federation.execute(federation.plan(operation, grant), variables, caller);
  return {
    answer,
    rows: (answer.data as { works: unknown }).works,
    sent: asked[1]?.variables['representations'],
  };
}

const book = (id: string, more: object = {}) => ({ __typename: 'Book', id, ...more });

describe('merging one agency’s answer into what is known', () => {
  it('a value replaces null, null never replaces a value', async () => {
    const { rows } = await mergeTwo(
      [book('1', { _a1: 'known', _a2: [{ _a3: 'n', _a4: null }, null] })],
      [
        book('1', {
          _a1: null,
          _a2: [
            { _a3: null, _a4: 5 },
            { _a3: 'm', _a4: 6 },
          ],
        }),
      ],
    );
    expect(rows).toEqual([
      {
        __typename: 'Book',
        title: 'known',
        parts: [
          { name: 'n', size: 5 },
          { name: 'm', size: 6 },
        ],
      },
    ]);
  });

  it('the name of an interface never replaces a type, and gives way to one', async () => {
    const { rows, sent } = await mergeTwo(
      [book('1'), { __typename: 'Work', id: '2' }],
      [
        { __typename: 'Work', id: '1', _a1: 'a', _a2: [] },
        { __typename: 'Film', id: '2', _a1: 'b', _a2: [] },
      ],
    );
    expect(rows).toEqual([
      { __typename: 'Book', title: 'a', parts: [] },
      { __typename: 'Film', title: 'b', parts: [] },
    ]);
    expect(sent).toEqual([
      { __typename: 'Book', id: '1' },
      { __typename: 'Work', id: '2' },
    ]);
  });

  it('two entities of one id but two types stay two', async () => {
    const { rows, sent } = await mergeTwo(
      [book('1'), { __typename: 'Film', id: '1' }, book('1')],
      [
        { _a1: 'book', _a2: [{ _a3: 'x', _a4: 1 }] },
        { _a1: 'film', _a2: [] },
      ],
    );
    const read = { __typename: 'Book', title: 'book', parts: [{ name: 'x', size: 1 }] };
    expect(rows).toEqual([read, { __typename: 'Film', title: 'film', parts: [] }, read]);
    expect(sent).toHaveLength(2);
  });

  it('an entity that stands twice is two objects, down to the parts', async () => {
    const { rows } = await mergeTwo([book('1'), book('1')], [{ _a1: 't', _a2: [{ _a3: 'x', _a4: 1 }] }]);
    const [one, two] = rows as { parts: object[] }[];
    expect(one).toEqual(two);
    expect(one).not.toBe(two);
    expect(one?.parts[0]).not.toBe(two?.parts[0]);
  });

  it('an entity whose key is not known is not asked for, and its fields are missed', async () => {
    const { answer, rows, sent } = await mergeTwo(
      [book('1'), { __typename: 'Book' }],
      [{ _a1: 't', _a2: [] }],
    );
    expect(sent).toEqual([{ __typename: 'Book', id: '1' }]);
    expect(rows).toEqual([
      { __typename: 'Book', title: 't', parts: [] },
      { __typename: 'Book', title: null, parts: null },
    ]);
    expect(listErrors(answer)).toEqual(['works.1.parts: SUBGRAPH_FAULT', 'works.1.title: SUBGRAPH_FAULT']);
  });

  it('a type that the public schema does not have is null with an error', async () => {
    const { answer, rows } = await mergeTwo([{ __typename: 'Part', id: '1', _a1: 't', _a2: [] }], []);
    expect(rows).toBeNull();
    expect(listErrors(answer)).toContain('works.0: SUBGRAPH_FAULT');
  });
});
