import { Command } from 'commander';
import type { Raised, RaisedWarning } from '../ingest/index.ts';
import { readInstant } from './audit/read-bound.ts';

/** What to score by; as of now where no instant is given. */
export interface AskedRaise {
  readonly model: string;
  readonly atMs: number | null;
  readonly push: boolean;
}

/** Scores calls and pushes warnings; main brings it. */
export type Raise = (asked: AskedRaise) => Promise<Raised>;

interface Options {
  readonly model: string;
  readonly at?: Date;
  readonly push?: true;
  readonly json?: true;
}

/** `lukou warn`: scores calls to the police about disputes, and pushes warnings. */
export function buildWarnCommand(raise: Raise): Command {
  return new Command('warn')
    .description('score calls about disputes, and push the warnings that they give reason for')
    .option('--model <name>', 'a shipped scoring model, or path of a model file', 'family-dispute-calls')
    .option('--at <instant>', 'as of when, instead of now: 2026-02-28T20:00:00+08:00', readInstant)
    .option('--push', 'push what is found; without it nothing is changed')
    .option('--json', 'print one JSON document')
    .addHelpText('after', '\nExample:\n  lukou warn --at 2026-02-28T20:00:00+08:00\n  lukou warn --push')
    .action(async ({ model, at, push, json }: Options) => {
      const raised = await raise({ model, atMs: at?.getTime() ?? null, push: push === true });
      process.stdout.write(json === true ? `${JSON.stringify(raised)}\n` : describeRaised(raised));
    });
}

function describeRaised({ warnings, known, receipt }: Raised): string {
  const count = `${warnings.length} new, ${known} known before`;
  const end = receipt === null ? 'Nothing was pushed.' : `Pushed: record ${receipt.log.index}.`;
  return `${warnings.map((warning) => describeWarning(warning)).join('')}${count}. ${end}\n`;
}

function describeWarning({ id, level, score, factors, divisionCode }: RaisedWarning): string {
  const made = factors.map(
    ({ code, count, weight, contribution }) => `  ${code}: ${count} × ${weight} gives ${contribution}\n`,
  );
  return `${id} ${level} ${score} ${divisionCode ?? ''}\n${made.join('')}`;
}
