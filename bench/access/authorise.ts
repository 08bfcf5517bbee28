import { parse } from 'graphql';
import { type Grant, type Policy, recallGrant } from '../../src/agreement/index.ts';
import type { PlannedOperation } from '../../src/federation/index.ts';
import { SAMPLE_CALLERS } from '../../src/identity/index.ts';
import { openLukou } from '../federation/lukou-in-memory.ts';
import { median } from '../federation/peer-process.ts';
import { cpuMicros } from './measure.ts';
import { POLICIES, type PolicyName } from './policies.ts';

const ROUNDS = 11;
const EACH = 20_000;
const NOW_MS = Date.parse('2026-03-02T09:00:00+08:00');

// 50 fields of three agencies, arguments and an input object among them.
const OPERATION = `query Fifty {
  roadSegments(first: 20, filter: { divisionCode: "150700" }) {
    nodes {
      id roadName roadCode technicalGrade adminClass lengthKm aadt direction laneCount startStakeM endStakeM
      pavementWidthM designSpeedKph surfaceType builtYear isTolled divisionCode
      checkpoints { id name status category usage isEnforcement direction divisionCode }
      roadAccidentCases(first: 3) { id disputeKind status source difficulty result amountYuan divisionCode acceptedAt }
    }
  }
  more: roadSegment(id: "s007") {
    id roadName roadCode technicalGrade adminClass lengthKm aadt direction laneCount startStakeM endStakeM
  }
}`;

/** Microseconds of CPU to authorise an operation that was seen before. */
export interface AuthoriseFigures {
  readonly fields: number;
  /** Binding the agreements, the judged operation, and what every argument needs. */
  readonly micros: { readonly few: number; readonly many: number };
  /** The first time that a caller of the class comes: tables are made, candidates looked through. */
  readonly firstMicros: number;
}

/** From who asks and what, to every decision: with few agreements and with many, in turn. */
export async function measureAuthorising(): Promise<AuthoriseFigures> {
  const few = await openCase('few');
  const many = await openCase('many');
  const rounds = { few: [] as number[], many: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    rounds.few.push(few.round());
    rounds.many.push(many.round());
  }
  const micros = { few: median(rounds.few), many: median(rounds.many) };
  const figures = { fields: many.fields, micros, firstMicros: many.firstMicros };
  console.log(
    `authorising a known operation of ${figures.fields} fields: ${micros.many.toFixed(2)} µs CPU with ` +
      `${many.agreements} agreements (bar 5), ${micros.few.toFixed(2)} with ${few.agreements}; ` +
      `a class for the first time: ${many.firstMicros.toFixed(0)} µs`,
  );
  return figures;
}

async function openCase(name: PolicyName) {
  const { policy, federation } = await openLukou(undefined, POLICIES[name]);
  const { agency, role, purpose } = SAMPLE_CALLERS.analyst;
  const ask = { agency, role, purpose, caseReference: null };
  const operation = {
    document: parse(OPERATION),
    documentText: OPERATION,
    operationName: 'Fifty',
    variables: {},
  };
  const authorise = (): PlannedOperation => {
    const grant = recallGrant(policy, ask, NOW_MS);
    const planned = federation.plan(operation, grant);
    for (const position of planned.inputUses(operation.variables)) requireUses(policy, grant, position);
    return planned;
  };
  const repeat = (): void => {
    for (let done = 0; done < EACH; done += 1) authorise();
  };
  const firstMicros = cpuMicros(() => void recallGrant(policy, ask, NOW_MS).decide('RoadSegment.aadt'));
  const fields = authorise().selected.length;
  repeat();
  return {
    agreements: policy.agreements.length,
    fields,
    firstMicros,
    round: () => cpuMicros(repeat) / EACH,
  };
}

/** What planning asks of every argument. */
function requireUses(policy: Policy, grant: Grant, position: string): void {
  for (const { use, coordinate } of policy.catalogue.inputs.get(position) ?? []) {
    if (grant.decideUse(use, coordinate).kind === 'deny') throw new Error(`${position} is denied.`);
  }
}
