import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { parse, specifiedRules, validate } from 'graphql';
import { bindGrant } from '../../src/agreement/index.ts';
import { startPlannerProcess, type PlannerProcess } from '../../src/federation/index.ts';
import { SAMPLE_CALLERS } from '../../src/identity/index.ts';
import { openLukou } from './lukou-in-memory.ts';

const WARM_UP = 200;
const ROUNDS = 5;
const PER_ROUND = 200;
/** Linux counts the CPU time of other processes in these. */
const TICKS_PER_SECOND = 100;

const SEGMENT = (
  'id roadName technicalGrade lengthKm aadt roadCode adminClass direction laneCount startStakeM endStakeM ' +
  'pavementWidthM designSpeedKph surfaceType builtYear isTolled'
).split(' ');
const CHECKPOINT = ['id', 'name', 'status', 'category', 'usage', 'isEnforcement', 'direction'];
const CASE = ['id', 'disputeKind', 'status', 'source', 'difficulty', 'result'];

/** CPU milliseconds of one operation that the gateway sees for the first time. */
interface Cost {
  readonly gatewayMs: number;
  readonly plannerMs: number;
  readonly totalMs: number;
  readonly wallMs: number;
}

/**
 * Operations of 50 fields over three agencies, each seen once: admitted, parsed, validated, judged, normalised, planned
 * in the planner process, compiled, executed and completed. Figures are medians of rounds; the gateway's code is warm.
 */
export async function run(): Promise<object> {
  let planner: PlannerProcess | undefined;
  const startedMs = performance.now();
  const { policy, federation } = await openLukou(async (supergraphSdl) => {
    planner = await startPlannerProcess(supergraphSdl, { onFault: (error) => console.error(error) });
    return planner;
  });
  const openMs = performance.now() - startedMs;
  const nowMs = Date.parse('2026-03-02T09:00:00+08:00');
  const { agency, role, purpose } = SAMPLE_CALLERS.analyst;
  const grant = bindGrant(policy, { agency, role, purpose, caseReference: null }, nowMs);
  let seen = 0;
  await measure(WARM_UP);
  const rounds: Cost[] = [];
  for (let round = 0; round < ROUNDS; round += 1) rounds.push(await measure(PER_ROUND));
  await federation.close();
  const figures = { fields: countFields(writeOperation(0)), openMs, ...medianOf(rounds) };
  console.log(
    `cold operation of ${figures.fields} fields: ${figures.totalMs.toFixed(2)} ms CPU (gateway ` +
      `${figures.gatewayMs.toFixed(2)}, planner process ${figures.plannerMs.toFixed(2)}), ${figures.wallMs.toFixed(2)} ms`,
  );
  return figures;

  async function measure(operations: number): Promise<Cost> {
    const [wall, own, child] = [performance.now(), process.cpuUsage(), cpuMsOf(planner?.pid)];
    for (let at = 0; at < operations; at += 1) await answer(writeOperation((seen += 1)));
    const { user, system } = process.cpuUsage(own);
    const gatewayMs = (user + system) / 1_000 / operations;
    const plannerMs = (cpuMsOf(planner?.pid) - child) / operations;
    const wallMs = (performance.now() - wall) / operations;
    return { gatewayMs, plannerMs, totalMs: gatewayMs + plannerMs, wallMs };
  }

  async function answer(documentText: string): Promise<void> {
    federation.admit(documentText);
    const document = parse(documentText);
    const [problem] = validate(federation.consumerSchema, document, specifiedRules);
    if (problem !== undefined) throw problem;
    const variables = {};
    const planned = federation.plan({ document, documentText, operationName: null, variables }, grant);
    if (planned.denied.length > 0)
      throw new Error(`${documentText}: ${planned.denied.length} fields are denied.`);
    const { data, errors } = await federation.execute(planned, variables, {
      grant,
      requestId: 'bench',
      nowMs,
    });
    if (data === null || errors.length > 0) throw new Error(`${documentText}: ${JSON.stringify(errors)}`);
  }
}

/** Three lists of segments with what two more agencies know; which fields each asks for says the number. */
function writeOperation(number: number): string {
  const random = seeded(number);
  const lists = [7, 7, 6].map(
    (columns, at) =>
      `l${at}: roadSegments(first: 2) { nodes { ${pick(SEGMENT, columns)} checkpoints { ${pick(CHECKPOINT, 3)} } ` +
      `roadAccidentCases(first: 2) { ${pick(CASE, 3)} } } }`,
  );
  return `{ ${lists.join(' ')} }`;

  function pick(names: readonly string[], count: number): string {
    const ranked = names.map((name) => ({ name, rank: random() })).toSorted((a, b) => a.rank - b.rank);
    return ranked
      .slice(0, count)
      .map(({ name }) => name)
      .join(' ');
  }
}

function countFields(text: string): number {
  return text.replaceAll(/\([^)]*\)|l\d:/g, '').match(/\w+/g)?.length ?? 0;
}

function seeded(seed: number): () => number {
  let state = seed * 2_654_435_761;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 3_266_489_917) >>> 0;
    return state / 2 ** 32;
  };
}

function cpuMsOf(pid: number | undefined): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
  return ((Number(fields[11]) + Number(fields[12])) * 1_000) / TICKS_PER_SECOND;
}

function medianOf(rounds: readonly Cost[]): Cost {
  const median = (of: (cost: Cost) => number): number => rounds.map(of).toSorted((a, b) => a - b)[2]!;
  return {
    gatewayMs: median(({ gatewayMs }) => gatewayMs),
    plannerMs: median(({ plannerMs }) => plannerMs),
    totalMs: median(({ totalMs }) => totalMs),
    wallMs: median(({ wallMs }) => wallMs),
  };
}
