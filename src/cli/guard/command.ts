import { once } from 'node:events';
import { Command } from 'commander';
import { LukouError } from '../../base/index.ts';
import { createProgress } from '../progress.ts';
import { type Input, openInput } from './open-input.ts';
import { type LineVerdict, scanLines } from './scan-lines.ts';

const HELP = `
A line that is a JSON object with a text in its member "text" is read as that text, and its other members are not
looked at; every other line is read as it stands. So plain text and JSON Lines may be mixed, in one file too.
Position counts UTF-16 units of the text, from 0.

Exit status: 0 nothing blocks, 1 something blocks, 2 a file could not be read.

Examples:
  lukou guard scan notes.txt
  lukou guard scan --json - < reports.jsonl | jq 'select(.verdict == "block")'`;

/** `lukou guard`: the classification guard by hand. */
export function buildGuardCommand(): Command {
  const command = new Command('guard').description('look for secrecy marks (涉密不上网)');
  command
    .command('scan')
    .description('print a verdict for each line: block, review or pass')
    .argument('[files...]', 'files to read, in order; - or nothing is standard input')
    .option('--json', 'print a JSON document a line')
    .addHelpText('after', HELP)
    .action((files: readonly string[], { json }: { json?: boolean }) =>
      scanFiles(files.length === 0 ? ['-'] : files, json === true),
    );
  return command;
}

async function scanFiles(names: readonly string[], isJson: boolean): Promise<void> {
  let isBlocked = false;
  try {
    for (const name of names) {
      const input = await openInput(name);
      const fileNamed = names.length === 1 ? {} : { file: name };
      isBlocked = (await printVerdicts(input, (found) => format(found, fileNamed, isJson))) || isBlocked;
    }
    if (isBlocked) process.exitCode = 1;
  } catch (error) {
    if (!(error instanceof LukouError)) throw error;
    process.stderr.write(`lukou: ${error.code}: ${error.message}\n`);
    process.exitCode = 2;
  }
}

const HELD_UNITS = 65_536;

async function printVerdicts(input: Input, print: (found: LineVerdict) => string): Promise<boolean> {
  const { name, bytesTotal, chunks } = input;
  const progress = process.stderr.isTTY && bytesTotal !== null ? createProgress() : null;
  let isBlocked = false;
  let held = '';
  const flush = async (): Promise<void> => {
    if (!process.stdout.write(held)) await once(process.stdout, 'drain');
    held = '';
  };
  // What is known is printed before more is waited for: a program at both ends of a pipe needs each answer.
  const flushing = async function* (): AsyncGenerator<Uint8Array> {
    let bytesRead = 0;
    for await (const chunk of chunks) {
      yield chunk;
      await flush();
      bytesRead += chunk.length;
      progress?.update(name, bytesRead, Math.max(bytesTotal ?? 0, bytesRead));
    }
  };
  try {
    for await (const verdicts of scanLines(flushing())) {
      for (const found of verdicts) {
        isBlocked ||= found.verdict === 'block';
        held += print(found);
        if (held.length > HELD_UNITS) await flush();
      }
    }
  } finally {
    progress?.finish();
    await flush();
  }
  return isBlocked;
}

function format(found: LineVerdict, file: { readonly file?: string }, isJson: boolean): string {
  if (isJson) return `${JSON.stringify({ ...file, ...found })}\n`;
  const { line, verdict, rule, position, canonical } = found;
  const place = file.file === undefined ? String(line) : `${file.file}:${line}`;
  return rule === null
    ? `${place}  ${verdict}\n`
    : `${place}  ${verdict}  ${rule}  at ${position}  ${canonical}\n`;
}
