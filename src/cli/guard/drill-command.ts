import { Command } from 'commander';
import type { GuardGate } from '../../classification/index.ts';

/** What one gate did with the mark. */
export interface DrilledGate {
  readonly gate: GuardGate;
  /** How the mark was brought there. */
  readonly attempt: string;
  readonly isStopped: boolean;
  /** Code or rule that it was stopped by; of one that was not stopped, what happened. */
  readonly by: string;
}

/** What a drill found. */
export interface Drilled {
  readonly gates: readonly DrilledGate[];
  /** Files, tables and messages in which the mark was found afterwards. */
  readonly kept: readonly string[];
}

/** Runs a drill in a world of its own. */
export type RunDrill = (onStep: (step: string) => void) => Promise<Drilled>;

/** `lukou guard drill`: shows that all four gates stop a mark. */
export function buildDrillCommand(drill: RunDrill): Command {
  return new Command('drill')
    .description(
      'bring a mark to each of the four gates, in a world of its own, and look where it was stopped',
    )
    .option('--json', 'print one JSON document')
    .addHelpText(
      'after',
      '\nIt makes a database in a temporary folder, and removes it. Your own data are not touched.\n' +
        'Exit status: 0 all four gates stopped it and nothing was kept, 1 otherwise.',
    )
    .action(async ({ json }: { json?: true }) => {
      const drilled = await drill((step) => process.stderr.write(`drill: ${step}\n`));
      const isWhole = drilled.gates.every(({ isStopped }) => isStopped) && drilled.kept.length === 0;
      process.stdout.write(
        json === true ? `${JSON.stringify({ ...drilled, passed: isWhole })}\n` : describe(drilled, isWhole),
      );
      if (!isWhole) process.exitCode = 1;
    });
}

function describe({ gates, kept }: Drilled, isWhole: boolean): string {
  const lines = gates.map(
    ({ gate, attempt, isStopped, by }) =>
      `${gate.padEnd(8)}${isStopped ? 'stopped' : 'NOT STOPPED'}  ${attempt} (${by})`,
  );
  const found = kept.length === 0 ? ['nothing of it was kept'] : kept.map((place) => `KEPT in ${place}`);
  return [...lines, ...found, isWhole ? 'passed' : 'FAILED', ''].join('\n');
}
