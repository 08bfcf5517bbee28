import { gzipSync } from 'node:zlib';
import { openSampleWorld } from '../world/open-sample-world.ts';
import type { Reply, World } from '../world/open-world.ts';
import { readRecord } from '../world/read-record.ts';
import { postRaw } from './post-raw.ts';

const OPERATION = '{"query":"{ __typename }"}';

describe('A hostile HTTP request', () => {
  let world: World;
  beforeAll(async () => {
    world = await openSampleWorld();
  }, 120_000);
  afterAll(() => world.close());

  describe('H3 with a compressed body', () => {
    it('is refused unread: a bomb of 200 MiB costs no memory', async () => {
      const bomb = gzipSync(Buffer.alloc(200 * 1024 * 1024, ' '));
      expect(bomb.length).toBeLessThan(256 * 1024);
      const rssBefore = process.memoryUsage.rss();
      const reply = await postRaw(world, { payload: bomb, headers: { 'content-encoding': 'gzip' } });
      expect(process.memoryUsage.rss() - rssBefore).toBeLessThan(50 * 1024 * 1024);
      expect(reply.status).toBe(415);
      expect((await readRecord(world, reply)).result).toMatchObject({
        status: 415,
        code: 'MEDIA_TYPE_UNSUPPORTED',
      });
    });

    it.each(['gzip', 'br', 'deflate', 'gzip, identity', 'x-unheard-of'])(
      'is refused, whatever it holds: %s',
      async (encoding) => {
        for (const payload of [gzipSync(OPERATION), OPERATION]) {
          const reply = await postRaw(world, { payload, headers: { 'content-encoding': encoding } });
          expect([reply.status, reply.body.data]).toEqual([415, undefined]);
        }
      },
    );

    it('is answered without compression', async () => {
      expect((await postRaw(world, { payload: OPERATION })).status).toBe(200);
      const identity = { 'content-encoding': 'identity' };
      expect((await postRaw(world, { payload: OPERATION, headers: identity })).status).toBe(200);
    });
  });

  it.each(['utf-7', 'utf-16le', 'iso-8859-1', '"utf-7"', 'cp037'])(
    'H4 in the charset %s is refused',
    async (charset) => {
      const headers = { 'content-type': `application/json; charset=${charset}` };
      const reply = await postRaw(world, { payload: OPERATION, headers });
      expect([reply.status, reply.body.data]).toEqual([415, undefined]);
    },
  );

  it.each(['utf-8', 'UTF-8', '"utf-8"'])('H4 in the charset %s is answered', async (charset) => {
    const headers = { 'content-type': `application/json; charset=${charset}` };
    expect((await postRaw(world, { payload: OPERATION, headers })).status).toBe(200);
  });

  it.each(['text/plain', 'application/graphql', 'multipart/form-data; boundary=x', ''])(
    'H5 by GET with the content type %j is refused',
    async (type) => {
      const url = `/graphql?query=${encodeURIComponent('{ __typename }')}`;
      const send = (headers: Record<string, string>) =>
        world.gateway.app.inject({ method: 'GET', url, headers });
      // Without one of our headers a browser could send it from any page; with one, the type itself is refused.
      for (const headers of [
        { 'content-type': type },
        { 'content-type': type, 'lukou-purpose': 'ROAD_SAFETY' },
      ]) {
        const reply = await send(headers);
        expect([400, 415]).toContain(reply.statusCode);
        expect(reply.json<Reply['body']>().data).toBeUndefined();
      }
      expect((await send({ 'content-type': 'application/json' })).statusCode).toBe(200);
      expect((await send({ 'lukou-purpose': 'ROAD_SAFETY' })).statusCode).toBe(200);
    },
  );

  it.each([
    ['application/x-www-form-urlencoded', 'query=%7B__typename%7D'],
    ['text/plain', OPERATION],
    ['application/graphql', '{ __typename }'],
    [
      'multipart/form-data; boundary=x',
      `--x\r\ncontent-disposition: form-data; name="operations"\r\n\r\n${OPERATION}\r\n--x--\r\n`,
    ],
  ])('H6 that a form could send has no effect: %s', async (type, payload) => {
    world.statements.length = 0;
    const query = OPERATION.replace('__typename', 'roadSegment(id: \\"G10-001\\") { id }');
    const reply = await postRaw(world, {
      payload: payload.replace(OPERATION, query),
      headers: { 'content-type': type },
    });
    expect([reply.status, reply.body.data]).toEqual([415, undefined]);
    expect(world.statements).toEqual([]);
    expect((await readRecord(world, reply)).result.code).toBe('MEDIA_TYPE_UNSUPPORTED');
    expect((await postRaw(world, { payload: query })).body.data).toEqual({ roadSegment: { id: 'G10-001' } });
    expect(world.statements).not.toEqual([]);
  });

  it('H7 that is not JSON leaves no word of its body on the terminal or in the answer', async () => {
    const written: string[] = [];
    const listen = (chunk: unknown): boolean => written.push(String(chunk)) > 0;
    const { spyOn } = jest;
    const spies = [
      spyOn(process.stdout, 'write').mockImplementation(listen),
      spyOn(process.stderr, 'write').mockImplementation(listen),
      ...(['log', 'info', 'warn', 'error', 'debug'] as const).map((method) =>
        spyOn(console, method).mockImplementation((...words) => void written.push(words.join(' '))),
      ),
    ];
    try {
      for (const payload of ['{"query": "蒙E12345', '{"query": 7, "variables": "蒙E12345"}', '蒙E12345']) {
        const reply = await postRaw(world, { payload });
        expect(reply.status).toBe(400);
        expect(reply.text).not.toContain('蒙E');
      }
      expect(written).toEqual([]);
      // Positive control: whoever printed would be heard.
      process.stderr.write('heard');
      console.error('heard');
      expect(written).toEqual(['heard', 'heard']);
    } finally {
      for (const spy of spies) spy.mockRestore();
    }
  });

  it.each([
    ['two queries', '{"query":"{ a }","query":"{ __typename }"}'],
    ['two queries, one spelled with escapes', '{"query":"{ a }","\\u0071uery":"{ __typename }"}'],
    ['two operation names', '{"query":"{ __typename }","operationName":"A","operationName":null}'],
    ['two values of one variable', '{"query":"{ __typename }","variables":{"id":1,"id":2}}'],
    ['two keys deep inside', '{"query":"{ __typename }","variables":{"f":[{"x":{"a":1,"a":1}}]}}'],
  ])('H8 with %s is refused, since a proxy may read the other one', async (_what, payload) => {
    const reply = await postRaw(world, { payload });
    expect([reply.status, reply.body.data]).toEqual([400, undefined]);
    expect(reply.body.errors).toEqual([
      expect.objectContaining({ message: expect.stringContaining('A key is written twice') }),
    ]);
    expect((await readRecord(world, reply)).result.code).toBe('BAD_REQUEST');
    // Positive control: JSON.parse takes it, and only the double key was in the way.
    expect(JSON.parse(payload)).toHaveProperty('query');
    const once = payload.replace(/"query":"{ a }",|,"operationName":"A"|"id":1,|"a":1,/, '');
    expect((await postRaw(world, { payload: once })).status).toBe(200);
  });

  it.each([
    'query={__typename}&query={a}',
    'query={__typename}&variables={"a":1,"a":2}',
    'query={__typename}&extensions={"a":1}&extensions={}',
  ])('H8 by GET with one thing said twice is refused: %s', async (search) => {
    const url = `/graphql?${search.replaceAll('{', '%7B').replaceAll('}', '%7D').replaceAll('"', '%22')}`;
    const headers = { 'lukou-purpose': 'ROAD_SAFETY' };
    const reply = await world.gateway.app.inject({ method: 'GET', url, headers });
    expect([reply.statusCode, reply.json<Reply['body']>().data]).toEqual([400, undefined]);
  });

  describe('H8 whose body is not sound', () => {
    it.each([
      ['a byte order mark', Buffer.from(`\ufeff${OPERATION}`)],
      ['bytes that are not UTF-8', Buffer.from([...Buffer.from('{"query":"'), 0xff, ...Buffer.from('"}')])],
      ['half a character', Buffer.from('{"query":"{ __typename }","variables":{"a":"\\ud800"}}')],
      ['a number beyond all numbers', Buffer.from('{"query":"{ __typename }","variables":{"a":1e400}}')],
      ['nothing', Buffer.alloc(0)],
    ])('is refused: %s', async (_what, payload) => {
      const reply = await postRaw(world, { payload });
      expect([reply.status, reply.body.data]).toEqual([400, undefined]);
      expect((await readRecord(world, reply)).result.code).toBe('BAD_REQUEST');
    });
  });

  describe('H10 that nests deeply', () => {
    const nested = (open: string, close: string, levels: number): string =>
      open.repeat(levels) + close.repeat(levels);
    const variables = (value: string): string => `{"query":"{ __typename }","variables":{"a":${value}}}`;
    const query = (text: string): string => JSON.stringify({ query: text });

    it.each([
      ['30,000 braces in the document', query(`{${nested('a{', '}', 30_000)}}`), 'LIMIT_DOCUMENT_BYTES'],
      ['1,900 braces in the document', query(`{${nested('a{', '}', 1_900)}}`), 'LIMIT_DEPTH'],
      ['1,900 lists in a value', query(`{a(b:${nested('[', ']', 1_900)})}`), 'LIMIT_DEPTH'],
      ['1,900 objects in a value', query(`{a(b:${nested('{b:', '}', 900)})}`), 'LIMIT_DEPTH'],
      ['1,900 lists in a type', query(`query($a:${nested('[', ']', 1_900)}){a}`), 'LIMIT_DEPTH'],
      ['1,900 braces that are never closed', query('{a'.repeat(1_900)), 'LIMIT_DEPTH'],
      ['49,000 lists in the variables', variables(nested('[', ']', 49_000)), 'LIMIT_VARIABLE_DEPTH'],
      [
        '30,000 objects in the variables',
        variables(`${'{"a":'.repeat(30_000)}1${'}'.repeat(30_000)}`),
        'LIMIT_VARIABLE_DEPTH',
      ],
      ['49,000 lists around everything', nested('[', ']', 49_000), 'LIMIT_VARIABLE_DEPTH'],
      ['49,000 lists that are never closed', '['.repeat(49_000), 'BAD_REQUEST'],
    ])('is refused by a limit: %s', async (_what, payload, code) => {
      const reply = await postRaw(world, { payload });
      expect([reply.status, reply.body.errors?.[0]?.extensions['code']]).toEqual([400, code]);
      expect(reply.text).not.toMatch(/stack/i);
      expect((await readRecord(world, reply)).result.code).toBe(code);
    });

    it('is answered within the limit, and by others in between', async () => {
      expect((await postRaw(world, { payload: variables(nested('[', ']', 20)) })).status).toBe(200);
      expect((await postRaw(world, { payload: OPERATION })).status).toBe(200);
    });
  });

  it('H9 that claims to come from elsewhere is recorded with the address that it came from', async () => {
    const reply = await postRaw(world, {
      payload: OPERATION,
      remoteAddress: '192.0.2.7',
      headers: {
        'x-forwarded-for': '203.0.113.9, 10.0.0.1',
        'x-forwarded-host': 'evil.example',
        'x-real-ip': '203.0.113.9',
        forwarded: 'for=203.0.113.9;host=evil.example',
        'x-user-id': 'AG-OVERSIGHT',
      },
    });
    expect(await readRecord(world, reply)).toMatchObject({
      src: { ip: '192.0.2.7' },
      actor: { agency: null, role: 'public' },
    });
  });
});
