import { runPlan } from './run-plan.ts';

const SDL = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  type Query { extra: Extra }
  interface Extra { size: Int code: String }
  type Lamp implements Extra { size: Int code: String }
  type Horn implements Extra { size: Int code: String }
`;

/** Two fetches that answer parts of one object. */
async function mergeExtra(second: object): Promise<unknown> {
  const { data } = await runPlan({
    sdl: SDL,
    query: '{ extra { size code } }',
    nodes: ['{_a0:extra{__typename _a1:size}}', '{_a0:extra{__typename _a2:code}}'].map((operation) => ({
      kind: 'Fetch',
      serviceName: 'a',
      operation,
    })),
    answers: (turn) => ({ data: { _a0: turn === 0 ? { __typename: 'Lamp', _a1: 3 } : second } }),
  });
  return data;
}

describe('F2: two answers about one object', () => {
  it('are merged where both are of one type, or one knows only the interface', async () => {
    const whole = { extra: { size: 3, code: 'x' } };
    expect(await mergeExtra({ __typename: 'Lamp', _a2: 'x' })).toEqual(whole);
    expect(await mergeExtra({ __typename: 'Extra', _a2: 'x' })).toEqual(whole);
    expect(await mergeExtra({ _a2: 'x' })).toEqual(whole);
  });

  it('are not merged where they say different types: what is open on a horn is no field of a lamp', async () => {
    expect(await mergeExtra({ __typename: 'Horn', _a2: 'x' })).toEqual({ extra: { size: 3, code: null } });
  });
});
