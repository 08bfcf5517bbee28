import { Command, InvalidArgumentError } from 'commander';
import type { Replay } from '../audit/index.ts';

/** `lukou replay`: makes a past decision again. */
export function buildReplayCommand(
  replay: (index: number, log: string | undefined) => Promise<Replay>,
): Command {
  return new Command('replay')
    .description('make the decisions of a record of the disclosure log again, from the archived agreements')
    .argument('<index>', 'index of the record', readIndex)
    .option('--log <name>', 'the log that it is in; without it, the gateway’s')
    .option('--json', 'print one JSON document')
    .addHelpText(
      'after',
      '\nExample:\n  lukou replay 1024\n\nExit status 1 where a decision comes out otherwise.',
    )
    .action(async (index: number, { log, json }: { log?: string; json?: boolean }) => {
      const result = await replay(index, log);
      process.stdout.write(json === true ? `${JSON.stringify(result)}\n` : describeReplay(result));
      if (!result.isIdentical) process.exitCode = 1;
    });
}

function describeReplay({
  index,
  policyDigest,
  recordedGrantDigest,
  replayedGrantDigest,
  decisions,
  isIdentical,
}: Replay): string {
  const lines = decisions.map(({ coordinate, recorded, recordedRule, replayed, replayedRule }) =>
    recorded === replayed && recordedRule === replayedRule
      ? `  ${coordinate}  ${recorded}  ${recordedRule}`
      : `! ${coordinate}  recorded ${recorded} by ${recordedRule}, replayed ${replayed} by ${replayedRule}`,
  );
  return [
    `record ${index}, policy ${policyDigest}`,
    ...lines,
    recordedGrantDigest === replayedGrantDigest
      ? `grant ${recordedGrantDigest}`
      : `! grant recorded ${recordedGrantDigest}, replayed ${replayedGrantDigest}`,
    isIdentical
      ? `${decisions.length} decisions: all come out the same`
      : 'The decisions come out otherwise.',
    '',
  ].join('\n');
}

function readIndex(text: string): number {
  const index = Number(text);
  if (!Number.isSafeInteger(index) || index < 0)
    throw new InvalidArgumentError('Write a whole number from 0 on.');
  return index;
}
