import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SampleCallerName, SampleFeederName } from '../../../src/identity/index.ts';
import type { Followed } from '../../flows/stream/live-world.ts';
import { until } from '../../world/until.ts';
import type { Stage } from './open-stage.ts';
import type { Heading, Request, Step } from './read-page.ts';
import { runCommands } from './run-commands.ts';
import { settle, settleAnswer, settlePrinted } from './settle-answer.ts';

/** What came of one step: JSON of the endpoint, or what commands printed. */
export type Came = object | string;

/** What is needed of the steps before, as a page is played. */
interface Progress {
  /** `data` of the answers so far, the newest first. */
  readonly data: unknown[];
  followed: Followed | null;
  heard: number;
}

/** Plays the steps of a page in order on the stage, and adds what came of each that shows something. */
export async function playPage(steps: readonly Step[], stage: Stage, came: Came[]): Promise<void> {
  const progress: Progress = { data: [], followed: null, heard: 0 };
  for (const step of steps) {
    if (step.kind === 'file') await writeFile(join(stage.folder, step.name), step.text);
    else if (step.kind === 'heard') came.push(settleAnswer(await hear(progress)));
    else {
      if (step.heading.at !== undefined) stage.moveTo(step.heading.at);
      const now = isSubscription(step)
        ? await follow(step, progress, stage)
        : await take(step, progress, stage);
      if (step.shown !== null) came.push(now);
      else if (now !== '')
        throw new Error(`Line ${step.line} shows no answer, but there is ${JSON.stringify(now)}.`);
    }
  }
  progress.followed?.stop();
}

async function take(step: Request, progress: Progress, stage: Stage): Promise<Came> {
  if (step.kind === 'graphql') return ask(step, progress, stage);
  if (step.kind === 'http') return send(step, stage);
  const printed = await runCommands(step.text, stage.folder, stage.openProgram);
  // Elsewhere the gateway looks at its files every few seconds, and twice before it complains of one.
  for (let look = 0; look < 2; look += 1) await stage.world.gateway.renew();
  return settlePrinted(printed);
}

const isSubscription = ({ kind, text, shown }: Request): boolean =>
  kind === 'graphql' && shown === null && /^subscription\b/m.test(text);

async function follow({ heading, text }: Request, progress: Progress, { world }: Stage): Promise<Came> {
  const { as = 'public', purpose, case: caseReference } = heading;
  progress.followed?.stop();
  progress.heard = 0;
  progress.followed = await world.follow('graphql-sse', as as SampleCallerName, text, {
    variables: variablesOf(text, progress),
    ...(purpose !== undefined && { purpose }),
    ...(caseReference !== undefined && { caseReference }),
  });
  return '';
}

/** The next event of the stream that was opened last. */
async function hear(progress: Progress): Promise<object> {
  const { told } = progress.followed!;
  await until(() => told.length > progress.heard);
  return told[progress.heard++]!;
}

async function ask({ heading, text }: Request, progress: Progress, { world }: Stage): Promise<Came> {
  const response = await fetch(world.url, {
    method: 'POST',
    headers: { ...(await headersOf(heading, world)), 'content-type': 'application/json' },
    body: JSON.stringify({ query: text, variables: variablesOf(text, progress) }),
  });
  const answer = (await response.json()) as { readonly data?: unknown };
  progress.data.unshift(answer.data ?? null);
  return settleAnswer(answer);
}

/** Written below the query: `# variables: { … }`. "…cursor" stands for the newest `cursor` among the answers so far. */
function variablesOf(text: string, { data }: Progress): Record<string, unknown> {
  const written = /^# variables: (.+)$/m.exec(text)?.[1] ?? '{}';
  return JSON.parse(written, (_key, value: unknown) => {
    if (typeof value !== 'string' || !value.startsWith('…')) return value;
    const found = data.map((each) => findMember(each, value.slice(1))).find((each) => each !== undefined);
    if (found === undefined) throw new Error(`No answer so far has a member for ${value}.`);
    return found;
  }) as Record<string, unknown>;
}

function findMember(json: unknown, name: string): unknown {
  let found: unknown;
  JSON.stringify(json, (key, value: unknown) => {
    if (key === name) found ??= value;
    return value;
  });
  return found;
}

/** `GET <path>`, or `POST <path> < <file>`; headers follow, one a line. */
async function send({ heading, text }: Request, { world, folder }: Stage): Promise<object> {
  const [first = '', ...lines] = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const [method = '', path = '', , file] = first.split(' ');
  const headers = lines.map((line) => line.split(': ') as [string, string]);
  const response = await fetch(new URL(path, world.url), {
    method,
    headers: { ...(await headersOf(heading, world)), ...Object.fromEntries(headers) },
    ...(file !== undefined && { body: await readFile(join(folder, file)) }),
  });
  return settle((await response.json()) as object);
}

async function headersOf(
  { as, purpose, case: caseReference }: Heading,
  world: Stage['world'],
): Promise<Record<string, string>> {
  return {
    ...(as !== undefined && {
      authorization: `Bearer ${await world.tokenFor(as as SampleCallerName | SampleFeederName)}`,
    }),
    ...(purpose !== undefined && { 'lukou-purpose': purpose }),
    ...(caseReference !== undefined && { 'lukou-case': encodeURIComponent(caseReference) }),
  };
}
