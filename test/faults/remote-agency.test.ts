import type { Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { askWithPolice, POLICE_ANSWER, WITHOUT_POLICE } from './ask-with-police.ts';
import { httpAnswer, serveRaw } from './raw-server.ts';

type Behaviour = (socket: Socket) => void;

const answers =
  (...given: Parameters<typeof httpAnswer>): Behaviour =>
  (socket) =>
    void socket.write(httpAnswer(...given));
const chunked = { headers: ['transfer-encoding: chunked'], length: false };
const inChunk = (text: string) => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`;

function drip(socket: Socket, bytes: Buffer): void {
  let at = 0;
  const timer = setInterval(() => socket.write(bytes.subarray(at, ++at)), 20);
  socket.on('close', () => clearInterval(timer));
}

const DEPTH_BOMB = `{"data":{"_entities":[{"_a2":${'['.repeat(100_000)}${']'.repeat(100_000)}},null]}}`;
const LARGE = JSON.stringify({ data: { _entities: [{ _a2: [{ _a3: 'secret'.repeat(50_000) }] }, null] } });

// What the agency does, and what the operator is told. The word "secret" in an answer may turn up nowhere.
const FAULTS: readonly (readonly [does: string, told: string, Behaviour])[] = [
  ['never answers', 'did not answer in time', () => undefined],
  ['drips its headers', 'did not answer in time', (socket) => drip(socket, httpAnswer(POLICE_ANSWER))],
  [
    'drips its body',
    'did not answer in time',
    (socket) => {
      socket.write(httpAnswer(POLICE_ANSWER).subarray(0, -Buffer.byteLength(POLICE_ANSWER)));
      drip(socket, Buffer.from(POLICE_ANSWER));
    },
  ],
  [
    'answers HTML',
    'answered something else than JSON',
    answers('<html>secret</html>', { type: 'text/html' }),
  ],
  ['answers HTML as JSON', 'answered what is not a JSON object', answers('<html>secret</html>')],
  ['answers without a media type', 'answered something else than JSON', answers(POLICE_ANSWER, { type: '' })],
  [
    'answers in another charset',
    'answered something else than JSON',
    answers(POLICE_ANSWER, { type: 'application/json; charset=gb18030' }),
  ],
  [
    'names two charsets',
    'answered something else than JSON',
    answers(POLICE_ANSWER, { type: 'application/json; charset=utf-8; charset=utf-16' }),
  ],
  [
    'answers 500',
    'answered with a status that carries no data (500)',
    answers(POLICE_ANSWER, { status: '500 secret' }),
  ],
  ['answers 503', 'is not available (503)', answers('secret', { status: '503 secret' })],
  [
    'answers 204',
    'answered with a status that carries no data (204)',
    answers('', { status: '204 No Content', length: false }),
  ],
  [
    'answers 201',
    'answered with a status that carries no data (201)',
    answers(POLICE_ANSWER, { status: '201 Created' }),
  ],
  [
    'answers 400 as a proxy',
    'answered with a status that carries no data (400)',
    answers(POLICE_ANSWER, { status: '400 secret' }),
  ],
  ['announces too much', 'answered more than it may', answers(LARGE)],
  [
    'sends too much unannounced',
    'answered more than it may',
    (socket) => {
      socket.write(httpAnswer('', chunked));
      for (let part = 0; part < 8; part++) socket.write(inChunk(LARGE.slice(0, 30_000)));
    },
  ],
  [
    'compresses its answer',
    'compressed its answer',
    answers(gzipSync('x'.repeat(1_000_000)), { headers: ['content-encoding: gzip'] }),
  ],
  ['answers a list', 'answered what is not a JSON object', answers(`[${POLICE_ANSWER}]`)],
  ['answers a text', 'answered what is not a JSON object', answers('"secret"')],
  ['answers null', 'answered what is not a JSON object', answers('null')],
  ['answers nothing', 'answered what is not a JSON object', answers('')],
  ['cuts its JSON', 'answered what is not a JSON object', answers(POLICE_ANSWER.slice(0, -2))],
  ['begins with a byte order mark', 'answered what is not a JSON object', answers(`\uFEFF${POLICE_ANSWER}`)],
  [
    'answers broken UTF-8',
    'answered what is not a JSON object',
    answers(Buffer.from(POLICE_ANSWER.replace('蒙', '\u00ff'), 'latin1')),
  ],
  ['announces less than it sends', 'answered what is not a JSON object', answers(POLICE_ANSWER.slice(0, 20))],
  [
    'announces more than it sends',
    'broke its answer off',
    (socket) => socket.end(httpAnswer(POLICE_ANSWER, { headers: ['content-length: 9999'], length: false })),
  ],
  [
    'announces two lengths',
    'broke its answer off',
    answers(POLICE_ANSWER, { headers: ['content-length: 5'] }),
  ],
  [
    'ends between two chunks',
    'broke its answer off',
    (socket) => socket.end(`${httpAnswer('', chunked).toString()}${inChunk(POLICE_ANSWER)}`),
  ],
  [
    'resets the connection inside its body',
    'broke its answer off',
    (socket) => {
      socket.write(httpAnswer(POLICE_ANSWER).subarray(0, -10), () => socket.resetAndDestroy());
    },
  ],
  ['does not speak HTTP', 'broke its answer off', (socket) => socket.end('SSH-2.0-secret\r\n')],
  [
    'sends headers without end',
    'broke its answer off',
    (socket) => void socket.write(`HTTP/1.1 200 OK\r\nx: ${'secret'.repeat(20_000)}`),
  ],
];

describe('R5: an agency elsewhere', () => {
  it.each(FAULTS)('%s: its own fields are null, the rest arrives: %s', async (_does, told, behave) => {
    await using server = await serveRaw(behave);
    const police = askWithPolice({ url: server.url, timeoutMs: 400, maxResponseBytes: 100_000 });
    const answer = await police.askBoth();
    expect(answer.data).toEqual(WITHOUT_POLICE);
    expect(answer.errors).toEqual(['segments: SUBGRAPH_FAULT']);
    expect(answer.told).toContain(`police ${told}`);
    expect(JSON.stringify(answer)).not.toContain('secret');
    // No connection outlives the call's failure and the end of the pool.
    await police.police.close();
    await server.drained();
  });

  it('positive control: a good answer arrives, also after interim ones and with more than was asked', async () => {
    await using server = await serveRaw((socket) => {
      socket.write('HTTP/1.1 103 Early Hints\r\nlink: <secret>\r\n\r\n');
      const { data } = JSON.parse(POLICE_ANSWER) as object & { data: object };
      const type = 'application/graphql-response+json; charset="UTF-8"';
      socket.write(
        httpAnswer(JSON.stringify({ data: { ...data, more: 1 }, extensions: { secret: 1 } }), { type }),
      );
    });
    const { police, askBoth } = askWithPolice({ url: server.url });
    const answer = await askBoth();
    expect(answer).toEqual({
      data: {
        segments: [
          { name: 'G10 east', passages: [{ plateNo: '蒙E1' }], division: { name: 'division 150700' } },
          { name: 'G10 west', passages: [], division: { name: 'division 150700' } },
        ],
      },
      errors: [],
      told: '[]',
    });
    await police.close();
  });

  it('is gone: refused connections are a fault of its own fields', async () => {
    const server = await serveRaw(() => undefined);
    await server[Symbol.asyncDispose]();
    const { police, askBoth } = askWithPolice({ url: server.url });
    const answer = await askBoth();
    expect(answer).toMatchObject({ data: WITHOUT_POLICE, errors: ['segments: SUBGRAPH_FAULT'] });
    expect(answer.told).toContain('police could not be reached (ECONNREFUSED)');
    await police.close();
  });

  it.each([301, 302, 303, 307, 308])('redirects with %d: the other place is never asked', async (status) => {
    await using elsewhere = await serveRaw(answers(POLICE_ANSWER));
    await using server = await serveRaw(
      answers(POLICE_ANSWER, { status: `${status} Moved`, headers: [`location: ${elsewhere.url}`] }),
    );
    const { police, askBoth } = askWithPolice({ url: server.url });
    expect(await askBoth()).toMatchObject({ data: WITHOUT_POLICE, errors: ['segments: SUBGRAPH_FAULT'] });
    expect([server.requests.length, elsewhere.connections()]).toEqual([1, 0]);
    await police.close();
  });

  it('answers 100,000 levels of lists: the field is null, and the gateway lives', async () => {
    await using server = await serveRaw(answers(DEPTH_BOMB));
    const { police, askBoth } = askWithPolice({ url: server.url });
    expect(await askBoth()).toMatchObject({
      data: WITHOUT_POLICE,
      errors: ['segments.0.passages.0: SUBGRAPH_FAULT'],
    });
    await police.close();
  });

  it('G10: answers keys that reach prototypes: they are not read, and nothing is changed by them', async () => {
    const planted =
      '"__proto__":{"_a2":[{"_a3":"secret"}],"polluted":1},"constructor":{"prototype":{"polluted":1}}';
    const body = `{${planted},"data":{${planted},"_entities":[{${planted}},{${planted},"_a2":[{${planted}}]}]}}`;
    await using server = await serveRaw(answers(body));
    const { police, askBoth } = askWithPolice({ url: server.url });
    const answer = await askBoth();
    expect(answer.data).toMatchObject({ segments: [{ passages: null }, { passages: [{ plateNo: null }] }] });
    expect(JSON.stringify(answer)).not.toMatch(/secret|polluted/);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    await police.close();
  });

  it('sends a second answer unasked: the next question does not get it', async () => {
    const smuggled = JSON.stringify({ data: { _entities: [{ _a2: [{ _a3: 'smuggled' }] }, { _a2: [] }] } });
    await using server = await serveRaw((socket) =>
      socket.write(Buffer.concat([httpAnswer(POLICE_ANSWER), httpAnswer(smuggled)])),
    );
    const { police, askBoth } = askWithPolice({ url: server.url });
    for (let turn = 0; turn < 5; turn++) expect(JSON.stringify(await askBoth())).not.toContain('smuggled');
    await police.close();
  });
});
