import { Session } from 'node:inspector/promises';

/** Which stage a source file belongs to, looked for from the innermost frame outwards. */
const STAGES: readonly (readonly [stage: string, file: RegExp])[] = [
  ['mask', /src\/(masking\/|federation\/agency\/agency-edge)/],
  ['complete', /src\/federation\/execute\/(complete-|answer-|check-leaf|fault-ledger)/],
  [
    'plan',
    /src\/(agreement\/|federation\/(plan-operation|document\/)|request\/(plan-operation|disclosure|bind-|require-))/,
  ],
  ['record', /src\/(audit\/|storage\/disclosure-log|request\/(account|record-answer))/],
  // The driver's work for the log is among it: what arrives from a socket does not say who asked.
  ['database', /src\/storage\/|node_modules\/(pg|pg-\w+|dataloader)\//],
  ['write', /src\/(request\/(compose-answer|release)|http\/exit)/],
  [
    'execute',
    /src\/(federation\/|request\/execute-plan)|graphql-jit|resolvers\/|bench\/federation\/memory-reader/,
  ],
  ['authenticate', /src\/(identity\/|request\/authenticate)/],
  ['guard', /src\/(classification\/|request\/guard-egress)/],
  ['parse', /src\/http\/|node_modules\/(@apollo|graphql|negotiator|whatwg-mimetype|content-type)\//],
  ['door', /node_modules\/(fastify|@fastify|light-my-request|find-my-way|avvio)\/|^node:_http/],
];

interface ProfileNode {
  readonly id: number;
  readonly callFrame: { readonly functionName: string; readonly url: string };
  readonly children?: readonly number[];
}

/**
 * The share of CPU time of each stage while `work` runs, from a sampling profile: a sample belongs to the innermost
 * frame that lies in a stage's files. What is in none of them is the runtime's.
 */
export async function profileShares(work: () => Promise<unknown>): Promise<Readonly<Record<string, number>>> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: 200 });
  await session.post('Profiler.start');
  await work();
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  const parents = new Map<number, ProfileNode>();
  const byId = new Map<number, ProfileNode>();
  for (const node of profile.nodes as ProfileNode[]) {
    byId.set(node.id, node);
    for (const child of node.children ?? []) parents.set(child, node);
  }
  const totals = new Map<string, number>();
  let all = 0;
  for (const [at, id] of (profile.samples ?? []).entries()) {
    const node = byId.get(id)!;
    if (node.callFrame.functionName === '(idle)') continue;
    const micros = profile.timeDeltas?.[at] ?? 0;
    const stage = stageOf(node, parents);
    totals.set(stage, (totals.get(stage) ?? 0) + micros);
    all += micros;
  }
  return Object.fromEntries(
    [...totals].toSorted(([, a], [, b]) => b - a).map(([stage, micros]) => [stage, micros / all]),
  );
}

function stageOf(innermost: ProfileNode, parents: ReadonlyMap<number, ProfileNode>): string {
  if (innermost.callFrame.functionName === '(garbage collector)') return 'garbage collection';
  for (let node: ProfileNode | undefined = innermost; node !== undefined; node = parents.get(node.id)) {
    const { url } = node.callFrame;
    const found = STAGES.find(([, file]) => file.test(url));
    if (found !== undefined) return found[0];
  }
  return 'runtime';
}
