import { parse } from 'graphql';
import { composeSupergraph, openFederation, type Planner } from '../../../src/federation/index.ts';
import { expectRejected } from './expect-refused.ts';
import { grantBut } from './open-grant.ts';

const supergraphSdl = composeSupergraph([
  { name: 'a', document: parse('type Query { x: Int y: Int items: [Item!] } type Item { z: Int }') },
]);

const fetchOf = (operation: string) => ({ kind: 'Fetch', serviceName: 'a', operation });

/** Runs `{ x }` over whatever the planner returns; the agency answers 1 to everything. */
async function runPlan(plan: unknown) {
  const asked: string[] = [];
  const subgraph = {
    name: 'a',
    execute: async ({ operation }: { operation: string }) => {
      asked.push(operation);
      return { data: { _a0: 1, renamed: 1 } };
    },
  };
  const planner: Planner = { plan: async () => plan, close: () => Promise.resolve() };
  const federation = openFederation({
    supergraphSdl,
    subgraphs: [subgraph],
    planner,
    onFault: () => undefined,
  });
  const grant = grantBut();
  const variables = {};
  const planned = federation.plan(
    { document: parse('{ x }'), documentText: '{ x }', operationName: null, variables },
    grant,
  );
  const { data } = await federation.execute(planned, variables, { grant, requestId: 'r', nowMs: 0 });
  return { data, asked };
}

const planOf = (node: unknown) => ({ kind: 'QueryPlan', node });

describe('plans that are executed', () => {
  it.each([
    ['one fetch', fetchOf('{_a0:x}')],
    ['steps in order', { kind: 'Sequence', nodes: [fetchOf('{_a0:x}')] }],
    ['steps side by side', { kind: 'Parallel', nodes: [fetchOf('{_a0:x}')] }],
    ['a return into the root', { kind: 'Flatten', path: [], node: fetchOf('{_a0:x}') }],
    [
      'the other side of a condition',
      { kind: 'Condition', condition: '_v0', elseClause: fetchOf('{_a0:x}') },
    ],
    [
      'an answer renamed',
      {
        ...fetchOf('{renamed:x}'),
        outputRewrites: [{ KeyRenamer: { path: [{ Key: 'renamed' }], renameKeyTo: '_a0' } }],
      },
    ],
    [
      'an answer renamed, in the other spelling',
      {
        ...fetchOf('{renamed:x}'),
        outputRewrites: [{ kind: 'KeyRenamer', path: [{ Key: 'renamed' }], renameKeyTo: '_a0' }],
      },
    ],
  ])('%s', async (_case, node) => {
    expect((await runPlan(planOf(node))).data).toEqual({ x: 1 });
  });

  it('a condition without a side for its value fetches nothing', async () => {
    const node = { kind: 'Condition', condition: '_v0', ifClause: fetchOf('{_a0:x}') };
    expect(await runPlan(planOf(node))).toEqual({ data: { x: null }, asked: [] });
    expect(await runPlan({ kind: 'QueryPlan' })).toEqual({ data: { x: null }, asked: [] });
  });
});

describe('plans that are refused rather than half executed', () => {
  it.each([
    ['nothing', undefined],
    ['another document', { kind: 'Plan' }],
    ['a subscription', planOf({ kind: 'Subscription', primary: fetchOf('{_a0:x}') })],
    [
      'events after the beginning',
      planOf({
        kind: 'Sequence',
        nodes: [fetchOf('{_a0:x}'), { kind: 'Subscription', primary: fetchOf('{_a0:x}') }],
      }),
    ],
    ['a deferral', planOf({ kind: 'Defer', primary: {}, deferred: [] })],
    ['a kind that does not exist', planOf({ kind: 'Sequence', nodes: [{ kind: 'Guess' }] })],
    ['a flattened sequence', planOf({ kind: 'Flatten', path: [], node: { kind: 'Sequence', nodes: [] } })],
    [
      'a path step that does not exist',
      planOf({ kind: 'Flatten', path: [{ Index: 1 }], node: fetchOf('{_a0:x}') }),
    ],
    [
      'a rewrite that does not exist',
      planOf({ ...fetchOf('{_a0:x}'), outputRewrites: [{ Drop: { path: [] } }] }),
    ],
    [
      'a value set in an answer',
      planOf({
        ...fetchOf('{_a0:x}'),
        outputRewrites: [{ ValueSetter: { path: [{ Key: '_a0' }], setValueTo: 'x' } }],
      }),
    ],
    [
      'a rename of what was not fetched',
      planOf({
        ...fetchOf('{_a0:x}'),
        outputRewrites: [{ KeyRenamer: { path: [{ Key: 'q' }], renameKeyTo: '_a0' } }],
      }),
    ],
    [
      'a conditional requirement',
      planOf({
        ...fetchOf('{_entities{x}}'),
        requires: [{ kind: 'InlineFragment', typeCondition: 'Item', selections: [], skipIf: 'v' }],
      }),
    ],
    [
      'a requirement by fragment name',
      planOf({ ...fetchOf('{_entities{x}}'), requires: [{ kind: 'FragmentSpread', value: 'F' }] }),
    ],
  ])('%s', async (_case, plan) => {
    await expectRejected(runPlan(plan), 'INTERNAL');
  });

  it('one name for two values that are required', async () => {
    const selections = ['_e0', '_e1'].map((name) => ({ kind: 'Field', name, alias: 'z' }));
    const requires = [{ kind: 'InlineFragment', typeCondition: 'Item', selections }];
    const node = { ...fetchOf('{_entities{x}}'), requires };
    await expectRejected(runPlan(planOf(node)), 'OPERATION_UNPLANNABLE', /different arguments/);
    const [first] = selections;
    const alike = { ...node, requires: [{ ...requires[0], selections: [first, first] }] };
    expect((await runPlan(planOf(alike))).asked).toEqual([]);
  });

  it('a planner that throws is a fault, and is asked again next time', async () => {
    let calls = 0;
    const planner: Planner = {
      async plan() {
        calls += 1;
        if (calls === 1) throw new Error('secret of the planner');
        return planOf(fetchOf('{_a0:x}'));
      },
      close: () => Promise.resolve(),
    };
    const subgraph = { name: 'a', execute: async () => ({ data: { _a0: 5 } }) };
    const federation = openFederation({
      supergraphSdl,
      subgraphs: [subgraph],
      planner,
      onFault: () => undefined,
    });
    const grant = grantBut();
    const run = () => {
      const variables = {};
      const operation = { document: parse('{ x }'), documentText: '{ x }', operationName: null, variables };
      return federation.execute(federation.plan(operation, grant), variables, {
        grant,
        requestId: 'r',
        nowMs: 0,
      });
    };
    await expectRejected(run(), 'INTERNAL', /^(?!.*secret)/);
    expect((await run()).data).toEqual({ x: 5 });
  });
});
