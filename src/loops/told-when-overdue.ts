import type { Machine } from './machine.ts';
import { type MachineName, MACHINES } from './machines.ts';
import { PARTIES } from './parties.ts';

/** An item whose deadline has passed. */
export interface OverdueItem {
  readonly machine: MachineName;
  readonly state: string;
  /** Agencies that the item itself says, by their part; null where it says that it is nobody of ours. */
  readonly parties: Readonly<Record<string, string | null>>;
}

/** The agencies that are told of it: those that may take a step from where it stands, and the one that supervises. */
export function toldWhenOverdue({ machine, state, parties }: OverdueItem): readonly string[] {
  const { transitions, supervisor }: Machine = MACHINES[machine];
  const told = [...transitions.filter(({ from }) => from === state).flatMap(({ by }) => by), supervisor];
  const agencies: Readonly<Record<string, string | null>> = { ...PARTIES[machine], ...parties };
  return [...new Set(told.flatMap((party) => agencies[party] ?? []))].toSorted();
}
