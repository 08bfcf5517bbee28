import fastify, { type FastifyInstance } from 'fastify';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gzipSync } from 'node:zlib';
import { type ConsoleParts, findConsoleFiles, openConsoleDoor } from '../../src/console/index.ts';

const SCRIPT = 'export const lukou = "路口";';
const CALLER = {
  name: 'auditor',
  agency: 'AG-OVERSIGHT',
  role: 'auditor',
  nameZh: '审计员',
  nameEn: 'Auditor',
  purpose: 'OVERSIGHT',
};
const DEVELOPMENT = { callers: [CALLER], tokenFor: (name: string) => Promise.resolve(`token of ${name}`) };
const CLIENT = {
  issuer: 'https://id.justice.example/realms/bureau',
  clientId: 'lukou-console',
  scope: 'openid',
  origins: ['https://tokens.justice.example'],
};

describe('The door of the console', () => {
  let folder: string;
  let app: FastifyInstance;
  const open = async (parts: Partial<ConsoleParts> = {}): Promise<FastifyInstance> => {
    const files = await findConsoleFiles(folder);
    app = fastify();
    openConsoleDoor(app, { files, clients: [], ...parts });
    return app;
  };
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lukou-door-'));
    await mkdir(join(folder, 'assets'));
    const files = [{ name: 'assets/a-1.js', type: 'text/javascript; charset=utf-8', isCompressed: true }];
    await writeFile(join(folder, 'files.json'), JSON.stringify({ files }));
    await writeFile(join(folder, 'assets/unlisted.js'), 'alert(1)');
    for (const [name, text] of [
      ['index.html', '<!doctype html><title>console</title>'],
      ['assets/a-1.js', SCRIPT],
    ] as const) {
      await writeFile(join(folder, name), text);
      await writeFile(join(folder, `${name}.br`), brotliCompressSync(text));
      await writeFile(join(folder, `${name}.gz`), gzipSync(text));
    }
  });
  afterEach(() => app.close());
  afterAll(() => rm(folder, { recursive: true }));

  it('serves the document of every page uncached, under a policy that lets nothing else in', async () => {
    const reply = await (await open({ clients: [CLIENT] })).inject('/console/disclosures/gateway/7');
    expect(reply.statusCode).toBe(200);
    expect(reply.headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
    const policy = String(reply.headers['content-security-policy']).split('; ');
    expect(policy).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "connect-src 'self' https://id.justice.example https://tokens.justice.example",
        "frame-ancestors 'none'",
      ]),
    );
  });

  it('allows inline styles to the document of the query editor, and to no other', async () => {
    await open();
    const policies = await Promise.all(
      ['', 'explorer', 'explorers', 'start/explorer'].map(async (page) => {
        const { headers } = await app.inject(`/console/${page}`);
        return String(headers['content-security-policy']).includes('unsafe');
      }),
    );
    expect(policies).toEqual([false, true, false, false]);
  });

  it.each([
    ['br, gzip', 'br'],
    ['gzip;q=1, br;q=0', 'gzip'],
    ['*', 'br'],
    ['identity', undefined],
    ['', undefined],
  ])('serves what was compressed before, for ever: %s', async (accepted, coding) => {
    const headers = { 'accept-encoding': accepted };
    const reply = await (await open()).inject({ url: '/console/assets/a-1.js', headers });
    expect(reply.headers['content-encoding']).toBe(coding);
    expect(reply.headers['cache-control']).toContain('immutable');
    if (coding === 'br') expect(brotliDecompressSync(reply.rawPayload).toString()).toBe(SCRIPT);
    if (coding === undefined) expect(reply.body).toBe(SCRIPT);
  });

  it.each([
    '/console/assets/unlisted.js',
    '/console/assets/..%2ffiles.json',
    '/console/assets/a-1.js.br',
    '/console/assets/',
  ])('has nothing at %s', async (url) => {
    const reply = await (await open()).inject(url);
    expect([reply.statusCode, reply.body.includes('alert') || reply.body.includes('isCompressed')]).toEqual([
      404,
      false,
    ]);
  });

  it('answers a name that is not on its list with the document, and never with a file', async () => {
    const reply = await (await open()).inject('/console/files.json');
    expect(reply.body).toBe('<!doctype html><title>console</title>');
  });

  it('leads browsers from / to the console, and nobody else', async () => {
    await open();
    const asPage = await app.inject({
      url: '/',
      headers: { accept: 'text/html,application/xhtml+xml;q=0.9' },
    });
    expect([asPage.statusCode, asPage.headers.location]).toEqual([302, '/console/']);
    for (const accept of ['*/*', 'application/json', 'application/graphql-response+json'])
      expect((await app.inject({ url: '/', headers: { accept } })).statusCode).toBe(404);
  });

  it('says how to build a console that is not there', async () => {
    const reply = await (await open({ files: null })).inject('/console/');
    expect([reply.statusCode, reply.body.includes('npm run build:console')]).toEqual([503, true]);
  });

  it('tells before signing in what is needed for that, and nothing else', async () => {
    const reply = await (
      await open({ clients: [CLIENT], development: DEVELOPMENT })
    ).inject('/console/settings.json');
    expect(reply.json()).toEqual({ issuers: [CLIENT], sampleCallers: [CALLER] });
  });

  describe('for sample callers', () => {
    const OWN = {
      host: '127.0.0.1:4000',
      origin: 'http://127.0.0.1:4000',
      'sec-fetch-site': 'same-origin',
    };
    const ask = async (headers: Record<string, string>, remoteAddress = '127.0.0.1', name = 'auditor') => {
      await open({ development: DEVELOPMENT });
      return app.inject({
        method: 'POST',
        url: `/console/development-token/${name}`,
        headers,
        remoteAddress,
      });
    };

    it('gives a token to its own page', async () => {
      const reply = await ask(OWN);
      expect([reply.json(), reply.headers['cache-control']]).toEqual([
        { token: 'token of auditor' },
        'no-store',
      ]);
      const byName = { ...OWN, host: 'localhost:4000', origin: 'http://localhost:4000' };
      expect((await ask(byName, '::1')).statusCode).toBe(200);
    });

    it.each<[string, Record<string, string>]>([
      ['a page elsewhere', { ...OWN, origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
      [
        'a page on another port of this machine',
        { ...OWN, origin: 'http://127.0.0.1:9999', 'sec-fetch-site': 'same-site' },
      ],
      [
        'a name that was turned to this machine',
        { ...OWN, host: 'evil.example:4000', origin: 'http://evil.example:4000' },
      ],
      [
        'a name with a loopback address in it',
        { ...OWN, host: '127.0.0.1.evil.example', origin: 'http://127.0.0.1.evil.example' },
      ],
      ['a host with a user name in it', { ...OWN, host: 'x@127.0.0.1:4000' }],
      ['a page without an origin', { host: OWN.host, 'sec-fetch-site': 'same-origin' }],
      ['a sandbox', { ...OWN, origin: 'null' }],
      ['something that is no page', { host: OWN.host, origin: OWN.origin }],
      ['a proxy', { ...OWN, 'x-forwarded-for': '127.0.0.1' }],
    ])('gives none to %s', async (_who, headers) => {
      const reply = await ask(headers);
      expect([reply.statusCode, reply.body.includes('token of')]).toEqual([403, false]);
    });

    it('gives none to another machine', async () => {
      const reply = await ask(OWN, '192.0.2.7');
      expect([reply.statusCode, reply.body.includes('token of')]).toEqual([403, false]);
    });

    it('gives none of anybody else', async () => {
      expect((await ask(OWN, '127.0.0.1', '__proto__')).statusCode).toBe(404);
    });

    it('is not there by GET, and not at all without the development issuer', async () => {
      await open({ development: DEVELOPMENT });
      const url = '/console/development-token/auditor';
      expect((await app.inject({ url, headers: OWN })).body).not.toContain('token of');
      await app.close();
      await open();
      expect((await app.inject({ method: 'POST', url, headers: OWN })).statusCode).toBe(404);
    });
  });
});
