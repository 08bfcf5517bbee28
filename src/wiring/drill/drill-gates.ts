import type { DrillControl, DrilledGate } from '../../audit/index.ts';
import { plantText } from '../../storage/index.ts';
import type { Canary } from './canary.ts';
import { drillEgress } from './drill-egress.ts';
import { drillIngest } from './drill-ingest.ts';
import { drillSchema } from './drill-schema.ts';
import type { Brought, DrillWorld } from './drill-world.ts';

/** How a gate lets a text pass that carries no mark. */
const PASSES = new Set(['it composed', 'it was taken in', 'it was written', 'it was answered']);

/**
 * Brings a marked text to each gate, and tells where it was stopped; and brings one without a mark the same ways, which has
 * to pass: a gate that stops everything, or an attempt that fails by itself, would show nothing.
 */
export async function drillGates(
  { text, innocent }: Canary,
  world: DrillWorld,
): Promise<{ gates: DrilledGate[]; controls: DrillControl[] }> {
  const gates = await bring({ text, code: text }, world);
  // The check of codes is coarse: no code has anything to do with 机密切.
  const harmless = await bring({ text: innocent.text, code: innocent.token }, world);
  return {
    gates,
    controls: harmless.map(({ gate, way, by }) => ({ gate, way, isPassed: PASSES.has(by), by })),
  };
}

async function bring(brought: Brought, world: DrillWorld): Promise<DrilledGate[]> {
  return [
    ...(await drillSchema(brought, world)),
    ...(await drillIngest(brought, world)),
    ...(await drillStorage(brought, world)),
    ...(await drillEgress(brought, world)),
  ];
}

async function drillStorage(brought: Brought, { database }: DrillWorld): Promise<DrilledGate[]> {
  const planted = await plantText(database, brought);
  return planted.map(({ way, refusedBy }) => ({
    gate: 'STORAGE',
    way,
    isStopped: refusedBy === 'MARK_REFUSED',
    by: refusedBy ?? 'it was written',
  }));
}
