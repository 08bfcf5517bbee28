import { sha256Hex } from '../../../src/base/index.ts';
import { publishDocument } from '../../../src/storage/index.ts';
import { postRaw } from '../../attacks/post-raw.ts';
import { openSampleWorld } from '../../world/open-sample-world.ts';
import type { Reply, World } from '../../world/open-world.ts';
import { readRecord } from '../../world/read-record.ts';

const DOCUMENT = 'query Segment($id: ID!) { roadSegment(id: $id) { roadName } }\n';
const DIGEST = sha256Hex(DOCUMENT);
const OTHER = '{ __typename }';
const TOO_DEEP = `{ adminDivision(code: "150702") ${'{ parent '.repeat(13)}{ code }${' }'.repeat(13)} }`;
const VARIABLES = { id: 'G10-001' };

const byId = { documentId: `sha256:${DIGEST}` };
const byExtension = { extensions: { persistedQuery: { version: 1, sha256Hash: DIGEST } } };

describe('Trusted documents', () => {
  let any: World;
  let trusted: World;
  beforeAll(async () => {
    any = await openSampleWorld();
    trusted = await openSampleWorld({ LUKOU_DOCUMENTS: 'trusted' });
    for (const text of [DOCUMENT, TOO_DEEP]) {
      await publish(any, text);
      await publish(trusted, text);
    }
  }, 120_000);
  afterAll(async () => {
    await trusted.close();
    await any.close();
  });

  const publish = ({ database }: World, text: string): Promise<void> =>
    publishDocument(database.ingest, { sha256: sha256Hex(text), text, sourceName: 'a.graphql' });
  const send = (world: World, body: object): Promise<Reply> =>
    postRaw(world, { payload: JSON.stringify(body) });
  const codeOf = ({ body }: Reply): unknown => body.errors?.[0]?.extensions['code'];

  it.each([
    ['a documentId', byId],
    ['a persistedQuery', byExtension],
    ['both', { ...byId, ...byExtension }],
    ['its text and its digest', { query: DOCUMENT, ...byId }],
    ['its text alone', { query: DOCUMENT }],
    ['other extensions beside it', { ...byId, extensions: { client: 'x' } }],
  ])('are answered when they are named by %s, and recorded by their digest', async (_what, named) => {
    for (const world of [any, trusted]) {
      const reply = await send(world, { ...named, variables: VARIABLES, operationName: 'Segment' });
      expect(reply.body.data).toEqual({ roadSegment: { roadName: '绥满高速' } });
      // A name that only a client has written is not recorded: it may say anything.
      const isPublished = world === trusted || !('query' in named);
      expect((await readRecord(world, reply)).op).toEqual({
        name: isPublished ? 'Segment' : null,
        documentSha256: DIGEST,
        variablesHmac: expect.stringMatching(/^[0-9a-f]{64}$/),
      });
    }
  });

  it('tell who names one by its digest no name in it that is hidden from them', async () => {
    const hiding = 'query W { disputeWarnings(first: 1) { nodes { id subjectRef } } }\n';
    await publish(any, hiding);
    const byDigest = await send(any, { documentId: `sha256:${sha256Hex(hiding)}` });
    expect(codeOf(byDigest)).toBe('OPERATION_INVALID');
    expect(byDigest.text).not.toMatch(/subjectRef|DisputeWarning/);
    // Positive control: who wrote the name itself reads it again.
    const byText = await send(any, { query: hiding });
    expect(codeOf(byText)).toBe('OPERATION_INVALID');
    expect(byText.text).toContain('subjectRef');
  });

  it('are answered by GET too', async () => {
    const search = new URLSearchParams({ documentId: byId.documentId, variables: JSON.stringify(VARIABLES) });
    const persisted = new URLSearchParams({
      extensions: JSON.stringify(byExtension.extensions),
      variables: JSON.stringify(VARIABLES),
    });
    for (const query of [search, persisted]) {
      const reply = await trusted.gateway.app.inject({
        method: 'GET',
        url: `/graphql?${query.toString()}`,
        headers: { 'content-type': 'application/json' },
      });
      expect(reply.json<Reply['body']>().data).toEqual({ roadSegment: { roadName: '绥满高速' } });
    }
  });

  it.each([
    ['another text', { query: OTHER }, 'DOCUMENT_NOT_TRUSTED', 403],
    ['the text with one space more', { query: `${DOCUMENT} ` }, 'DOCUMENT_NOT_TRUSTED', 403],
    ['a text that does not parse', { query: '{' }, 'DOCUMENT_NOT_TRUSTED', 403],
    [
      'another text and its true digest',
      { query: OTHER, documentId: `sha256:${sha256Hex(OTHER)}` },
      'DOCUMENT_NOT_TRUSTED',
      403,
    ],
    ['an unknown digest', { documentId: `sha256:${'0'.repeat(64)}` }, 'DOCUMENT_UNKNOWN', 400],
    ['another text under a published digest', { query: OTHER, ...byId }, 'BAD_REQUEST', 400],
    ['nothing', {}, 'BAD_REQUEST', 400],
  ])(
    'are the only ones that are answered where the setting says so: not %s',
    async (_what, body, code, status) => {
      trusted.statements.length = 0;
      const reply = await send(trusted, { ...body, variables: VARIABLES });
      expect([reply.status, codeOf(reply), reply.body.data]).toEqual([status, code, undefined]);
      expect(trusted.statements).toEqual([]);
      expect((await readRecord(trusted, reply)).result.code).toBe(code);
    },
  );

  it('leave others alone where the setting does not say so (positive control)', async () => {
    expect((await send(any, { query: OTHER })).body.data).toEqual({ __typename: 'Query' });
  });

  it('are never learnt from a client', async () => {
    const sha256Hash = sha256Hex(OTHER);
    const extensions = { persistedQuery: { version: 1, sha256Hash } };
    expect((await send(any, { query: OTHER, extensions })).status).toBe(200);
    expect(codeOf(await send(any, { extensions }))).toBe('DOCUMENT_UNKNOWN');
    const { rows } = await any.database.app.query(
      'select from oversight.trusted_document where sha256 = $1',
      [sha256Hash],
    );
    expect(rows).toHaveLength(0);
  });

  it('are held to the limits like any other', async () => {
    const reply = await send(trusted, { documentId: `sha256:${sha256Hex(TOO_DEEP)}` });
    expect([reply.status, codeOf(reply)]).toEqual([400, 'LIMIT_DEPTH']);
  });

  it.each([
    [{ documentId: DIGEST }],
    [{ documentId: `sha256:${DIGEST.toUpperCase()}` }],
    [{ documentId: `md5:${DIGEST}` }],
    [{ documentId: 7 }],
    [{ extensions: { persistedQuery: { version: 2, sha256Hash: DIGEST } } }],
    [{ extensions: { persistedQuery: { version: 1, sha256Hash: `${DIGEST}'--` } } }],
    [{ extensions: { persistedQuery: DIGEST } }],
    [{ documentId: `sha256:${'0'.repeat(64)}`, ...byExtension }],
  ])('are named in one way only: %j is refused', async (named) => {
    const reply = await send(any, { ...named, variables: VARIABLES });
    expect([reply.status, codeOf(reply), reply.body.data]).toEqual([400, 'BAD_REQUEST', undefined]);
  });

  it('are found once published, by gateways that were asked for them before', async () => {
    const text = 'query Later { __typename }';
    const named = { documentId: `sha256:${sha256Hex(text)}` };
    expect(codeOf(await send(trusted, named))).toBe('DOCUMENT_UNKNOWN');
    await publish(trusted, text);
    expect((await send(trusted, named)).body.data).toEqual({ __typename: 'Query' });
  });

  it('stay as they are: neither the gateway nor the intake may change them, or file them under another name', async () => {
    const table = 'oversight.trusted_document';
    const { database } = any;
    for (const pool of [database.app, database.ingest]) {
      await expect(pool.query(`update ${table} set body = 'x'`)).rejects.toThrow(/permission denied/);
      await expect(pool.query(`delete from ${table}`)).rejects.toThrow(/permission denied/);
    }
    const row = [DIGEST.replace(/^./, '0'), OTHER, 'x'];
    const insert = `insert into ${table} (sha256, body, source_name) values ($1, $2, $3)`;
    await expect(database.app.query(insert, row)).rejects.toThrow(/permission denied/);
    await expect(database.ingest.query(insert, row)).rejects.toThrow(/check constraint/);
    await expect(database.owner((client) => client.query(`delete from ${table}`))).rejects.toThrow(/42501/);
  });
});
