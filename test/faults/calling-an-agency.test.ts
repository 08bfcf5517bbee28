import { createRemoteSubgraph, type CallerContext } from '../../src/federation/index.ts';
import { grantBut } from '../flows/federation/open-grant.ts';
import { askWithPolice, POLICE_ANSWER, WITHOUT_POLICE } from './ask-with-police.ts';
import { httpAnswer, serveRaw, type ReceivedRequest } from './raw-server.ts';

const ID = '0197a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b';
/** Longer than a test may take. */
const NEVER_MS = 600_000;
const EMPTY = httpAnswer('{"data":{}}');

function question(isMutation: boolean, caller: Partial<CallerContext> = {}) {
  return {
    operation: isMutation ? 'mutation{a}' : 'query($v:String){a(v:$v)}',
    variables: { v: '路口' },
    caller: { grant: grantBut(), requestId: ID, nowMs: 0, ...caller },
    signal: new AbortController().signal,
    isMutation,
  };
}

const headersOf = ({ head }: ReceivedRequest): Record<string, string> =>
  Object.fromEntries(
    head
      .split('\r\n')
      .slice(1)
      .map((line): [string, string] => {
        const at = line.indexOf(':');
        return [line.slice(0, at).toLowerCase(), line.slice(at + 1).trim()];
      }),
  );

describe('a call of an agency elsewhere', () => {
  it('is one POST of operation and variables, and names what it takes', async () => {
    await using server = await serveRaw((socket) => socket.write(EMPTY));
    const agency = createRemoteSubgraph({ name: 'police', url: `${server.url}?from=gateway` });
    expect(await agency.execute(question(false))).toEqual({ data: {} });
    const [request] = server.requests;
    expect(request!.body).toBe('{"query":"query($v:String){a(v:$v)}","variables":{"v":"路口"}}');
    expect(request!.head).toMatch(/^POST \/graphql\?from=gateway HTTP\/1\.1\r\n/);
    const { traceparent, ...headers } = headersOf(request!);
    expect(traceparent).toMatch(/^00-0197a1b2c3d47e5f8a9b0c1d2e3f4a5b-[0-9a-f]{16}-00$/);
    expect(headers).toEqual({
      host: `127.0.0.1:${server.port}`,
      connection: 'keep-alive',
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(request!.body)),
      accept: 'application/graphql-response+json, application/json;q=0.9',
      'accept-encoding': 'identity',
    });
    await agency.close();
  });

  it('uses a connection again', async () => {
    await using server = await serveRaw((socket) => socket.write(EMPTY));
    const agency = createRemoteSubgraph({ name: 'police', url: server.url });
    for (let turn = 0; turn < 5; turn++) await agency.execute(question(false));
    expect(server.requests.length).toBe(5);
    // The second may be opened while the first is still being put back.
    expect(server.connections()).toBeLessThanOrEqual(2);
    await agency.close();
    await server.drained();
  });

  it('ends where its caller ends it: the connection is given up', async () => {
    const { promise: arrived, resolve } = Promise.withResolvers<void>();
    await using server = await serveRaw(() => resolve());
    const agency = createRemoteSubgraph({ name: 'police', url: server.url, timeoutMs: NEVER_MS });
    const ending = new AbortController();
    const asked = agency.execute({ ...question(false), signal: ending.signal });
    await arrived;
    ending.abort();
    await expect(asked).rejects.toMatchObject({
      code: 'SUBGRAPH_FAULT',
      detail: 'police did not answer in time.',
    });
    await server.drained();
    // One that has ended before it began asks nobody.
    await expect(agency.execute({ ...question(false), signal: ending.signal })).rejects.toThrow('in time');
    expect(server.requests.length).toBe(1);
    await agency.close();
  });

  it('that waits for a connection and is ended there is never sent', async () => {
    const { promise: busy, resolve } = Promise.withResolvers<void>();
    let isUp = false;
    await using server = await serveRaw((socket, _request, count) => {
      if (count === 63) resolve();
      if (isUp) socket.write(EMPTY);
    });
    const agency = createRemoteSubgraph({
      name: 'police',
      url: server.url,
      timeoutMs: NEVER_MS,
      breaker: { failures: 999, pauseMs: 1 },
    });
    const ending = new AbortController();
    const calls = Array.from({ length: 100 }, () =>
      agency.execute({ ...question(true), signal: ending.signal }),
    );
    const outcomes = Promise.allSettled(calls);
    await busy;
    ending.abort();
    expect((await outcomes).map(({ status }) => status)).toEqual(Array(100).fill('rejected'));
    isUp = true;
    expect(await agency.execute(question(true))).toEqual({ data: {} });
    expect(server.requests.length).toBe(65);
    await agency.close();
  });

  it('is ended by the federation’s own time limit, and nobody works on it any more', async () => {
    await using server = await serveRaw(() => undefined);
    const { police, askBoth } = askWithPolice(
      { url: server.url, timeoutMs: NEVER_MS },
      { limits: { fetchTimeoutMs: 50 } },
    );
    const answer = await askBoth();
    expect(answer).toMatchObject({ data: WITHOUT_POLICE, errors: ['segments: SUBGRAPH_FAULT'] });
    expect(answer.told).toContain('police did not answer within 50 ms');
    await server.drained();
    await police.close();
  });

  it('whose refusal a GraphQL server wrote is read; data beside it is not', async () => {
    const body = '{"data":{"a":1},"errors":[{"message":"secret","extensions":{"code":"CASE_INVALID"}}]}';
    const type = 'application/graphql-response+json';
    await using server = await serveRaw((socket) =>
      socket.write(httpAnswer(body, { status: '403 Forbidden', type })),
    );
    const agency = createRemoteSubgraph({ name: 'police', url: server.url });
    expect(await agency.execute(question(false))).toMatchObject({
      data: null,
      errors: [{ extensions: { code: 'CASE_INVALID' } }],
    });
    await agency.close();
  });
});

describe('a second attempt', () => {
  it('is made once for a query whose connection was lost before any answer', async () => {
    await using server = await serveRaw((socket, _request, count) =>
      count === 0 ? socket.resetAndDestroy() : socket.write(httpAnswer(POLICE_ANSWER)),
    );
    const { police, askBoth } = askWithPolice({ url: server.url });
    expect(await askBoth()).toMatchObject({ errors: [], told: '[]' });
    expect(server.requests.length).toBe(2);
    await police.close();
  });

  it('is the last: a query is asked twice at most', async () => {
    await using server = await serveRaw((socket) => socket.resetAndDestroy());
    const agency = createRemoteSubgraph({ name: 'police', url: server.url });
    await expect(agency.execute(question(false))).rejects.toThrow('closed the connection before it answered');
    expect(server.requests.length).toBe(2);
    await agency.close();
  });

  it('is never made for a mutation: it may have been done', async () => {
    await using server = await serveRaw((socket) => socket.resetAndDestroy());
    const agency = createRemoteSubgraph({ name: 'police', url: server.url });
    await expect(agency.execute(question(true))).rejects.toThrow('closed the connection before it answered');
    expect(server.requests.length).toBe(1);
    await agency.close();
  });

  it.each([
    ['broke off', 'HTTP/1.1 200 OK\r\ncontent-le'],
    ['were another status', httpAnswer('', { status: '503 Unavailable' })],
  ])('is not made after first bytes of an answer that %s', async (_what, bytes) => {
    await using server = await serveRaw((socket) => socket.end(bytes));
    const agency = createRemoteSubgraph({ name: 'police', url: server.url });
    await expect(agency.execute(question(false))).rejects.toMatchObject({ code: 'SUBGRAPH_FAULT' });
    expect(server.requests.length).toBe(1);
    await agency.close();
  });
});

describe('headers that vouch for the caller', () => {
  it('are made over the bytes that are sent, anew for each attempt, and change no other header', async () => {
    await using server = await serveRaw((socket, _request, count) =>
      count === 0 ? socket.resetAndDestroy() : socket.write(EMPTY),
    );
    const asked: string[] = [];
    const agency = createRemoteSubgraph({
      name: 'police',
      url: server.url,
      authorise: async (body, caller, operationText) => {
        asked.push(`${Buffer.from(body).toString()} ${caller.requestId} ${operationText}`);
        return { 'lukou-context': `turn ${asked.length}`, 'accept-encoding': 'gzip' };
      },
    });
    await agency.execute(question(false));
    const sent = server.requests.map((request) => headersOf(request));
    expect(sent.map((headers) => headers['lukou-context'])).toEqual(['turn 1', 'turn 2']);
    expect(sent[1]!['accept-encoding']).toBe('identity');
    const { operation } = question(false);
    expect(asked).toEqual(server.requests.map(({ body }) => `${body} ${ID} ${operation}`));
    await agency.close();
  });

  it('that cannot be made: nothing is sent', async () => {
    await using server = await serveRaw((socket) => socket.write(EMPTY));
    const authorise = () => Promise.reject(new Error('no key'));
    const agency = createRemoteSubgraph({ name: 'police', url: server.url, authorise });
    await expect(agency.execute(question(false))).rejects.toThrow('no key');
    expect(server.connections()).toBe(0);
    await agency.close();
  });
});

describe('W3C trace context', () => {
  const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
  const SPAN = '00f067aa0ba902b7';

  async function traceparentsSent(traceparent: string | undefined): Promise<readonly string[]> {
    await using server = await serveRaw((socket) => socket.write(EMPTY));
    const agency = createRemoteSubgraph({ name: 'police', url: server.url });
    for (let turn = 0; turn < 2; turn++) await agency.execute(question(false, { traceparent }));
    await agency.close();
    return server.requests.map((request) => headersOf(request)['traceparent'] ?? '');
  }

  it('carries the request’s trace on, with a span of its own for each call', async () => {
    const [first, second] = await traceparentsSent(`00-${TRACE}-${SPAN}-01`);
    expect(first).toMatch(new RegExp(`^00-${TRACE}-[0-9a-f]{16}-01$`));
    expect(second).toMatch(new RegExp(`^00-${TRACE}-[0-9a-f]{16}-01$`));
    expect(new Set([first, second, `00-${TRACE}-${SPAN}-01`]).size).toBe(3);
  });

  it.each([
    ['none', undefined],
    ['a trace of zeroes', `00-${'0'.repeat(32)}-${SPAN}-01`],
    ['a span of zeroes', `00-${TRACE}-${'0'.repeat(16)}-01`],
    ['capitals', `00-${TRACE.toUpperCase()}-${SPAN}-01`],
    ['another version', `cc-${TRACE}-${SPAN}-01`],
    ['more behind it', `00-${TRACE}-${SPAN}-01-secret`],
    ['a second header', `00-${TRACE}-${SPAN}-01, 00-${TRACE}-${SPAN}-01`],
    ['a new line', `00-${TRACE}-${SPAN}-01\n`],
  ])('begins a trace named after the request where it came with %s', async (_what, traceparent) => {
    const sent = await traceparentsSent(traceparent);
    expect(sent[0]).toMatch(new RegExp(`^00-${ID.replaceAll('-', '')}-[0-9a-f]{16}-00$`));
  });
});

describe('an agency that does not answer', () => {
  it('is left alone after some failures, and tried once after a pause', async () => {
    let isUp = false;
    await using server = await serveRaw((socket) => (isUp ? socket.write(EMPTY) : socket.resetAndDestroy()));
    const clock = { now: 0, nowMs: () => clock.now };
    const breaker = { failures: 3, pauseMs: 1_000 };
    const agency = createRemoteSubgraph({ name: 'police', url: server.url, breaker, clock });
    const outcome = () =>
      agency.execute(question(true)).then(
        () => 'answered',
        (error: Error) => error.message,
      );
    for (let turn = 0; turn < 3; turn++) expect(await outcome()).toContain('closed the connection');
    expect(await outcome()).toContain('police was not asked: it did not answer its last calls.');
    expect(server.requests.length).toBe(3);

    clock.now = 1_000;
    const [first, ...others] = await Promise.all([outcome(), outcome(), outcome()]);
    expect(first).toContain('closed the connection');
    expect(others).toEqual([expect.stringContaining('not asked'), expect.stringContaining('not asked')]);
    expect(server.requests.length).toBe(4);

    isUp = true;
    expect(await outcome()).toContain('not asked');
    clock.now = 2_000;
    expect([await outcome(), await outcome()]).toEqual(['answered', 'answered']);
    await agency.close();
  });

  it('is not left alone for answers that cannot be used: the next operation may do better', async () => {
    await using server = await serveRaw((socket) => socket.write(httpAnswer('<html>')));
    const agency = createRemoteSubgraph({
      name: 'police',
      url: server.url,
      breaker: { failures: 1, pauseMs: 1_000 },
    });
    for (let turn = 0; turn < 3; turn++)
      await expect(agency.execute(question(false))).rejects.toThrow('not a JSON object');
    expect(server.requests.length).toBe(3);
    await agency.close();
  });
});

describe('settings of an agency elsewhere', () => {
  it.each([
    ['no URL', { url: 'police' }, 'Its URL cannot be read.'],
    ['another protocol', { url: 'ftp://police/' }, 'begins with https:// or http://'],
    ['a password', { url: 'https://gateway:secret@police/' }, 'Leave user and password out'],
    [
      'TLS without https',
      { url: 'http://police/', tls: { ca: 'x' } },
      'need a URL that begins with https://',
    ],
    ['HTTP/2 without https', { url: 'http://police/', http2: true }, 'need a URL that begins with https://'],
    ['a certificate without key', { url: 'https://police/', tls: { cert: 'x' } }, 'or neither'],
  ])('refuse %s', (_what, options, reason) => {
    const open = () => createRemoteSubgraph({ name: 'police', ...options });
    expect(open).toThrow(reason);
    expect(open).not.toThrow('secret');
  });
});
