import { sha256Hex } from '../../../src/base/index.ts';
import { openSampleWorld } from '../../world/open-sample-world.ts';
import type { Reply, World } from '../../world/open-world.ts';
import { readRecord, type StoredRecord } from '../../world/read-record.ts';

const QUERY = 'query Two { roadSegments(first: 2) { nodes { id roadName maintainer } } }';

describe('Every answer and every refusal', () => {
  let world: World;
  beforeAll(async () => {
    world = await openSampleWorld();
  }, 120_000);
  afterAll(() => world.close());

  const recordOf = (reply: Reply): Promise<StoredRecord> => readRecord(world, reply);

  it('has a record that says who, why, under which agreement, and what was decided', async () => {
    const reply = await world.ask('justice', QUERY, { purpose: 'MEDIATION' });
    const record = await recordOf(reply);
    expect(record).toMatchObject({
      stage: 'RELEASE',
      actor: { agency: 'AG-JUSTICE-BUREAU', role: 'partner', auth: 'jwt' },
      purpose: { code: 'MEDIATION', caseRef: null },
      op: { name: null, documentSha256: sha256Hex(QUERY) },
      result: { rows: 2, status: 200, code: 'OK' },
    });
    expect(record.fields.map(([coordinate]) => coordinate)).toEqual([
      'Query.roadSegments',
      'RoadSegment.id',
      'RoadSegment.maintainer',
      'RoadSegment.roadName',
    ]);
  });

  it('is recorded by the digest of the very bytes that left, but for the receipt', async () => {
    const reply = await world.ask('public', QUERY);
    const { receipt, ...extensions } = reply.body.extensions;
    expect(sha256Hex(JSON.stringify({ ...reply.body, extensions }))).toBe(receipt.resultSha256);
    expect((await recordOf(reply)).result.sha256).toBe(receipt.resultSha256);
    expect(sha256Hex(reply.text)).not.toBe(receipt.resultSha256);
  });

  it('is recorded when the token is refused, with the reason that the caller is not told', async () => {
    const reply = await world.ask('public', QUERY, { headers: { authorization: 'Bearer a.b.c' } });
    expect(reply.status).toBe(401);
    expect(reply.text).not.toMatch(/CANONICAL|JSON_NOT|MALFORMED/);
    expect(await recordOf(reply)).toMatchObject({
      stage: 'DENY',
      actor: { role: 'unknown', auth: expect.stringMatching(/^refused:[A-Z_]+$/) },
      result: { rows: 0, code: 'UNAUTHENTICATED' },
    });
  });

  it.each([
    ['is not JSON', '{"query": ', 400, 'BAD_REQUEST'],
    ['is no object', '7', 400, 'BAD_REQUEST'],
    ['is a batch', '[{"query":"{ __typename }"}]', 400, 'BAD_REQUEST'],
    ['is too large', `{"query":"{ ${' '.repeat(300_000)} }"}`, 413, 'REQUEST_TOO_LARGE'],
    ['does not parse', '{"query":"{ roadSegments("}', 400, 'OPERATION_INVALID'],
    ['asks for what is not there', '{"query":"{ nothingLikeThis }"}', 400, 'OPERATION_INVALID'],
  ])('is recorded when the request %s', async (_what, payload, status, code) => {
    const response = await world.gateway.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json' },
      payload,
    });
    const reply = { status: response.statusCode, text: response.body, body: response.json<Reply['body']>() };
    expect([reply.status, reply.body.errors?.[0]?.extensions['code']]).toEqual([status, code]);
    expect(await recordOf(reply)).toMatchObject({ stage: 'ERROR', result: { code, status } });
  });

  it('H4 H6 is recorded when the media type is not JSON in UTF-8', async () => {
    for (const type of [
      'text/plain',
      'multipart/form-data; boundary=x',
      'application/x-www-form-urlencoded',
    ]) {
      const response = await world.gateway.app.inject({
        method: 'POST',
        url: '/graphql',
        headers: { 'content-type': type },
        payload: '{"query":"{ __typename }"}',
      });
      const reply = {
        status: response.statusCode,
        text: response.body,
        body: response.json<Reply['body']>(),
      };
      expect(reply.status).toBe(415);
      expect(await recordOf(reply)).toMatchObject({ result: { code: 'MEDIA_TYPE_UNSUPPORTED' } });
    }
  });

  it('is recorded when an auditor reads the log itself', async () => {
    const ask = '{ disclosureRecords(first: 1) { nodes { index fields { coordinate decision } } } }';
    const first = await world.ask('auditor', ask, { purpose: 'OVERSIGHT' });
    const second = await world.ask('auditor', ask, { purpose: 'OVERSIGHT' });
    expect(second.body.data).toMatchObject({
      disclosureRecords: {
        nodes: [
          {
            index: first.body.extensions.receipt.index,
            fields: expect.arrayContaining([{ coordinate: 'DisclosureRecord.fields', decision: 'allow' }]),
          },
        ],
      },
    });
  });

  it('L5 is recorded without tokens, variables or values', async () => {
    const reply = await world.ask(
      'analyst',
      'query Q($plate: PlateNo) { checkpointPassages(first: 1, filter: { plateNo: $plate }) { nodes { plateNo } } }',
      { purpose: 'PUBLIC_SAFETY', caseReference: 'A-2026-0107', variables: { plate: '蒙E99999' } },
    );
    const text = JSON.stringify(await recordOf(reply));
    expect(text).not.toMatch(/蒙E|eyJ/);
  });

  it('is recorded with what was searched for, granted or not', async () => {
    const search = '{ checkpointPassages(first: 1, filter: { plateNo: "蒙E99999" }) { nodes { id } } }';
    const granted = await world.ask('analyst', search, {
      purpose: 'PUBLIC_SAFETY',
      caseReference: 'A-2026-0107',
    });
    const refused = await world.ask('analyst', search, { purpose: 'ROAD_SAFETY' });
    const usesOf = async (reply: Reply): Promise<string[]> =>
      (await recordOf(reply)).fields
        .filter(([coordinate]) => coordinate === 'CheckpointPassage.plateNo')
        .map(([, decision]) => decision);
    expect(await usesOf(granted)).toEqual(['match:allow']);
    expect(await usesOf(refused)).toEqual([expect.stringMatching(/^match:deny:/)]);
    expect(await recordOf(refused)).toMatchObject({
      stage: 'DENY',
      result: { code: 'UNAUTHORIZED_ARGUMENT' },
    });
  });

  it('is recorded with the code of what went wrong inside it', async () => {
    const reply = await world.ask('analyst', '{ violations(first: 3, after: "zz") { nodes { id } } }', {
      purpose: 'ROAD_SAFETY',
    });
    expect(reply.body.data).toEqual({ violations: null });
    expect(await recordOf(reply)).toMatchObject({
      stage: 'ERROR',
      result: { rows: 0, code: 'CURSOR_INVALID' },
    });
  });

  it.each(['黑B20V69', '15070319800101123X', '15400001845'])(
    'L5 holds no plate, identity or telephone number as a case reference: %s',
    async (caseReference) => {
      const reply = await world.ask('analyst', QUERY, { purpose: 'PUBLIC_SAFETY', caseReference });
      expect(reply.body.errors?.[0]?.extensions['code']).toBe('CASE_REFERENCE_INVALID');
      expect(await recordOf(reply)).toMatchObject({ purpose: { caseRef: null } });
    },
  );

  it('says which methods there are, and refuses a strictness that it cannot read', async () => {
    const put = await world.gateway.app.inject({ method: 'PUT', url: '/graphql' });
    expect([put.statusCode, put.headers['allow']]).toEqual([405, 'GET, POST']);
    const unclear = await world.ask('public', QUERY, { headers: { 'lukou-strict': '1' } });
    expect(unclear.body.errors?.[0]?.extensions['code']).toBe('BAD_REQUEST');
    const spelt = await world.ask('public', QUERY, { headers: { 'lukou-strict': 'TRUE' } });
    expect(spelt.body.errors?.[0]?.extensions['code']).toBe('STRICT_REFUSED');
  });
});
