import { writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import { LukouError } from '../../base/index.ts';
import type { ComposeActions, Composed } from './actions.ts';
import { describeChanges } from './describe-changes.ts';
import { describeProblems } from './describe-problems.ts';

/** Where it writes. */
export interface Streams {
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream;
}

interface Options {
  readonly supergraph?: string;
  readonly out?: string;
  readonly public?: boolean;
  readonly check?: string;
  readonly json?: boolean;
}

/** `lukou compose`. Schemas and reports go to standard output, problems to standard error, with exit status 1. */
export function buildComposeCommand(actions: ComposeActions, streams: Streams = process): Command {
  return new Command('compose')
    .description('join the subgraphs’ schemas into one, check them, and compare them with what was published')
    .option(
      '--supergraph <file>',
      'the list of subgraphs (docs/federation.md); else LUKOU_SUPERGRAPH, else the four here',
    )
    .option('--out <file>', 'write the schema to a file')
    .option('--public', 'write the schema that clients see instead of the supergraph')
    .option('--check <old>', 'report what changes for partners since an older public schema or supergraph')
    .option('--json', 'print one JSON document')
    .addHelpText(
      'after',
      '\nExample:\n  lukou compose --public --out public.graphql\n  lukou compose --check public.graphql',
    )
    .action(async (options: Options) => {
      const composed = await actions.compose(options.supergraph);
      const { supergraphSdl, publicSdl } = composed;
      if (supergraphSdl === null || publicSdl === null) reportProblems(composed, options, streams);
      else {
        const sdl = options.public === true ? publicSdl : supergraphSdl;
        if (options.out !== undefined) await writeSchema(options.out, sdl);
        if (options.check !== undefined)
          await reportChanges(actions, options.check, publicSdl, options, streams);
        else reportSchema(composed, sdl, options, streams);
      }
    });
}

function reportProblems(composed: Composed, { json }: Options, { stdout, stderr }: Streams): void {
  if (json === true) printJson({ problems: composed.problems }, stdout);
  else stderr.write(describeProblems(composed, stderr));
  process.exitCode = 1;
}

function reportSchema(
  { subgraphs }: Composed,
  sdl: string,
  { out, json }: Options,
  { stdout, stderr }: Streams,
): void {
  if (json === true)
    printJson({ problems: [], subgraphs, ...(out === undefined ? { sdl } : { out }) }, stdout);
  else if (out === undefined) stdout.write(sdl);
  else stderr.write(`${out}: ${subgraphs.map(({ name }) => name).join(', ')}\n`);
}

async function reportChanges(
  actions: ComposeActions,
  oldPath: string,
  publicSdl: string,
  { json }: Options,
  { stdout }: Streams,
): Promise<void> {
  const compared = await actions.compare(oldPath, publicSdl);
  const isBreaking = compared.changes.some(({ weight }) => weight === 'breaking');
  if (json === true) printJson(compared, stdout);
  else stdout.write(describeChanges(compared, stdout));
  if (isBreaking) process.exitCode = 1;
}

async function writeSchema(path: string, sdl: string): Promise<void> {
  await writeFile(path, sdl).catch((cause: unknown) => {
    throw new LukouError('SETTING_INVALID', `--out: ${path} cannot be written.`, { cause });
  });
}

function printJson(value: unknown, stdout: NodeJS.WritableStream): void {
  stdout.write(`${JSON.stringify(value)}\n`);
}
