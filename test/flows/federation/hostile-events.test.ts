import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { type AgencyEvent, createRemoteSubgraph } from '../../../src/federation/index.ts';
import { until } from '../../world/until.ts';
import { grantBut } from './open-grant.ts';

const head = (after: number, more = ''): string => `event: next\ndata: {"after":${after}${more}}\n\n`;
const event = (number: number, id = 'x'): string =>
  `event: next\ndata: ${JSON.stringify({ number, id })}\n\n`;
const COMPLETE = 'event: complete\ndata:\n\n';

/** What an agency answers to one question after the other; the last of them ever again. */
type Script = readonly {
  readonly body: string;
  readonly status?: number;
  readonly type?: string;
  /** Says its body again and again, and never ends. */
  readonly isEndless?: boolean;
}[];

let server: Server;
let script: Script = [];
let asked: string[] = [];
beforeAll(async () => {
  server = createServer((request, response) => {
    const {
      body,
      status = 200,
      type = 'text/event-stream',
      isEndless = false,
    } = script[Math.min(asked.length, script.length - 1)]!;
    let said = '';
    request.on('data', (chunk: Buffer) => (said += chunk.toString()));
    request.on('end', () => asked.push(said));
    response.writeHead(status, { 'content-type': type }).write(body);
    if (isEndless) {
      const saying = setInterval(() => response.write(body), 5);
      response.on('close', () => clearInterval(saying));
      return;
    }
    // Some never say that they are complete: the connection is cut.
    if (body.endsWith(COMPLETE) || type !== 'text/event-stream') response.end();
    else setTimeout(() => response.destroy(), 20);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => void server.close());

const connectionsOf = promisify((of: Server, done: (error: Error | null, count: number) => void) =>
  of.getConnections(done),
);

/** Follows until so many events are there, and then no longer. */
async function follow(answers: Script, most: number, forMs = 60_000): Promise<readonly AgencyEvent[]> {
  script = answers;
  asked = [];
  const { port } = server.address() as AddressInfo;
  const ending = new AbortController();
  const over = setTimeout(() => ending.abort(), forMs);
  await using remote = {
    ...createRemoteSubgraph({
      name: 'agency',
      url: `http://127.0.0.1:${port}/graphql`,
      timeoutMs: 300,
      authoriseFollowing: async () => ({}),
    }),
    async [Symbol.asyncDispose]() {
      clearTimeout(over);
      ending.abort();
      await this.close();
    },
  };
  const caller = { grant: grantBut(), requestId: 'test', nowMs: 0 };
  const operation = 'subscription { x }';
  const events = await remote.follow!({
    operation,
    variables: {},
    caller,
    signal: ending.signal,
    isMutation: false,
  });
  const told: AgencyEvent[] = [];
  for await (const each of events) {
    if (each !== null) told.push(each);
    if (told.length === most) break;
  }
  return told;
}

describe('An agency elsewhere that sends events', () => {
  it('is asked again after the last number, wherever it broke off or ended', async () => {
    const told = await follow(
      [
        { body: `${head(0)}${event(1)}event: next\ndata: {"num` },
        { body: `${head(1)}:\n\n${event(2)}${COMPLETE}` },
        { body: `${head(2)}${event(3)}` },
      ],
      3,
    );
    expect(told.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(asked.map((body) => (JSON.parse(body) as { after?: number }).after)).toEqual([undefined, 1, 2]);
  });

  it.each([
    ['passes over a number', `${head(0)}${event(1)}${event(3)}${COMPLETE}`, 'SUBGRAPH_FAULT'],
    ['tells a number twice', `${head(0)}${event(1)}${event(1)}${COMPLETE}`, 'SUBGRAPH_FAULT'],
    [
      'has forgotten',
      `${head(0)}event: next\ndata: {"errors":[{"extensions":{"code":"EVENTS_FORGOTTEN"}}]}\n\n${COMPLETE}`,
      'EVENTS_FORGOTTEN',
    ],
    [
      'refuses',
      `event: next\ndata: {"errors":[{"extensions":{"code":"SUBGRAPH_REFUSED"}}]}\n\n${COMPLETE}`,
      'SUBGRAPH_FAULT',
    ],
    ['begins with something else', `${head(0, ',"more":1')}${COMPLETE}`, 'SUBGRAPH_FAULT'],
    ['begins with what is no subject', `${head(0, ',"subjects":["蒙E12345"]')}${COMPLETE}`, 'SUBGRAPH_FAULT'],
    ['says nothing', COMPLETE, 'SUBGRAPH_FAULT'],
    ['says no end of a line', `data: ${'x'.repeat(70_000)}`, 'SUBGRAPH_FAULT'],
  ])('is not believed where it %s', async (_what, body, code) => {
    await expect(follow([{ body }], 3)).rejects.toMatchObject({ code });
  });

  it.each([
    [
      'JSON',
      { body: '{"errors":[{"extensions":{"code":"EVENTS_FORGOTTEN"}}]}', type: 'application/json' },
      'EVENTS_FORGOTTEN',
    ],
    [
      'another refusal',
      { body: '{"errors":[{"message":"蒙E12345"}]}', type: 'application/json' },
      'SUBGRAPH_FAULT',
    ],
    ['another status', { body: 'no', status: 401, type: 'application/json' }, 'SUBGRAPH_FAULT'],
    ['a page', { body: '<html>', type: 'text/html' }, 'SUBGRAPH_FAULT'],
  ])('may answer with %s, of which nothing but the code is passed on', async (_what, answer, code) => {
    const error: unknown = await follow([answer], 1).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code });
    expect(String(error)).not.toMatch(/蒙|html/);
  });

  it.each([
    ['signs of life, and nothing else,', { body: ':\n\n', isEndless: true }],
    ['a refusal without an end', { body: ' ', type: 'application/json', isEndless: true }],
    ['another status without an end', { body: ' ', status: 503, isEndless: true }],
  ])('is given up where it answers with %s, and its connection is closed', async (_what, answer) => {
    await expect(follow([answer], 1)).rejects.toMatchObject({ code: 'SUBGRAPH_FAULT' });
    await until(async () => (await connectionsOf(server)) === 0);
  });

  it.each([
    ['ends its events at once', `${head(0)}${COMPLETE}`],
    ['breaks them off at once', `${head(0)}:\n\n`],
  ])('is asked again more and more seldom where it %s', async (_what, body) => {
    expect(await follow([{ body }], 1, 700)).toEqual([]);
    expect(asked.length).toBeGreaterThan(1);
    expect(asked.length).toBeLessThan(5);
  });
});
