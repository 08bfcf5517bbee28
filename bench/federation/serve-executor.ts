// Lukou's plan executor alone: one operation planned once, then fetched, masked, merged and completed.
import { parse } from 'graphql';
import { bindGrant } from '../../src/agreement/index.ts';
import type { PlannedOperation } from '../../src/federation/index.ts';
import { openLukou } from './lukou-in-memory.ts';
import { requireData, servePeer } from './serve-peer.ts';

const { policy, federation } = await openLukou();
const nowMs = Date.now();
const ask = {
  agency: 'AG-TRAFFIC-POLICE',
  role: 'analyst',
  purpose: 'ROAD_SAFETY',
  caseReference: null,
} as const;
const grant = bindGrant(policy, ask, nowMs);
const caller = { grant, requestId: 'bench', nowMs };
const variables = {};
const planned = new Map<string, PlannedOperation>();

servePeer(async (query) => federation.execute(plan(query), variables, caller), requireData);

function plan(query: string): PlannedOperation {
  let known = planned.get(query);
  if (known === undefined) {
    const operation = { document: parse(query), documentText: query, operationName: null, variables };
    planned.set(query, (known = federation.plan(operation, grant)));
  }
  return known;
}
