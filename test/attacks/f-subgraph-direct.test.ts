import { ERRORS } from '../../src/base/index.ts';
import { copySample } from '../world/open-sample-world.ts';
import {
  type AgencyReply,
  type AgencyWorld,
  openAgencyWorld,
  type SignedParts,
} from '../world/open-agency.ts';

const QUESTIONS = {
  'a plain query': '{ checkpoint(id: "CP-004") { id name passages(first: 1) { passTime plateNo } } }',
  _entities: 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Checkpoint { id name } } }',
  _service: '{ _service { sdl } }',
  __typename: '{ __typename }',
} as const;
const KEYS = { r: [{ __typename: 'Checkpoint', id: 'CP-004' }] };

const REFUSED = JSON.stringify({
  errors: [{ message: ERRORS.CONTEXT_REFUSED.text, extensions: { code: 'CONTEXT_REFUSED' } }],
});

describe('An agency that is asked directly', () => {
  let world: AgencyWorld;
  beforeAll(async () => {
    world = await openAgencyWorld('checkpoint', await copySample());
  }, 120_000);
  afterAll(() => world.close());

  function expectAnswered({ status, text }: AgencyReply): unknown {
    expect(status).toBe(200);
    const { data, errors } = JSON.parse(text) as { data: unknown; errors?: unknown };
    expect(errors).toBeUndefined();
    expect(data).not.toBeNull();
    return data;
  }

  /** Refused as anything is, without a word of why, without a statement to the database; the operator reads why. */
  async function expectRefused(parts: Partial<SignedParts>, reason: string): Promise<void> {
    const before = world.statements.length;
    const reply = await world.send(parts);
    expect({ status: reply.status, text: reply.text }).toEqual({ status: 401, text: REFUSED });
    expect(world.refusals.at(-1)).toBe(reason);
    expect(world.statements).toHaveLength(before);
  }

  describe.each(Object.entries(QUESTIONS))('F16 with %s', (_name, query) => {
    const sign = (signing = {}) => world.sign(query, KEYS, signing);

    it('answers the gateway that it trusts: the control', async () => {
      expectAnswered(await world.send(await sign()));
    });

    it('refuses without a context', async () => {
      const { body, headers } = await sign();
      await expectRefused({ body }, 'CONTEXT_MISSING');
      await expectRefused({ body, headers: { authorization: 'Bearer x' } }, 'CONTEXT_MISSING');
      expectAnswered(await world.send({ body, headers }));
    });

    it('refuses a context that was used', async () => {
      const parts = await sign();
      expectAnswered(await world.send(parts));
      await expectRefused(parts, 'REPLAYED');
    });

    it('refuses a context for another body', async () => {
      const { headers } = await sign();
      const other = await world.sign(`${query} `, KEYS);
      await expectRefused({ body: other.body, headers }, 'BODY_DIFFERS');
      expectAnswered(await world.send(other));
    });

    it('refuses a context for another agency', async () => {
      await expectRefused(await sign({ subgraph: 'traffic' }), 'AUDIENCE_WRONG');
      expectAnswered(await world.send(await sign({ subgraph: 'checkpoint' })));
    });

    it('refuses a context that has ended', async () => {
      const parts = await sign();
      const nowMs = world.clock.nowMs();
      world.clock.moveTo(new Date(nowMs + 16_000).toISOString());
      await expectRefused(parts, 'EXPIRED');
      expectAnswered(await world.send(await sign()));
    });

    it('refuses a context with any part of another', async () => {
      const [mine, other] = [await sign(), await sign({ ask: { role: 'auditor', agency: 'AG-OVERSIGHT' } })];
      const [header, payload, signature] = mine.headers['lukou-context']!.split('.');
      const [, otherPayload, otherSignature] = other.headers['lukou-context']!.split('.');
      for (const forged of [
        `${header}.${otherPayload}.${signature}`,
        `${header}.${payload}.${otherSignature}`,
      ])
        await expectRefused({ body: mine.body, headers: { 'lukou-context': forged } }, 'SIGNATURE_REFUSED');
      expectAnswered(await world.send(mine));
    });

    it('refuses a key that it does not list', async () => {
      const { body, headers } = await sign();
      const [, payload, signature] = headers['lukou-context']!.split('.');
      const stranger = { alg: 'EdDSA', typ: 'lukou-context+jwt', kid: 'A'.repeat(43) };
      const header = Buffer.from(JSON.stringify(stranger)).toString('base64url');
      const forged = { 'lukou-context': `${header}.${payload}.${signature}` };
      await expectRefused({ body, headers: forged }, 'KEY_UNKNOWN');
      expectAnswered(await world.send({ body, headers }));
    });
  });

  it('F16 answers nothing but questions: no other path, no other method, no GET', async () => {
    const { body, headers } = await world.sign('{ __typename }');
    const search = new URLSearchParams({ query: '{ __typename }' }).toString();
    const others = [
      ['GET', `/graphql?${search}`],
      ['PUT', '/graphql'],
      ['OPTIONS', '/graphql'],
      ['POST', '/'],
      ['POST', '/graphql/'],
      ['GET', '/.well-known/apollo'],
    ] as const;
    for (const [method, url] of others) {
      const answered = await world.agency.app.inject({
        method,
        url,
        headers,
        ...(method === 'GET' ? {} : { payload: body }),
      });
      expect(answered.statusCode).toBe(404);
      expect(answered.body).not.toContain('data');
    }
    expectAnswered(await world.send({ body, headers }));
    for (const url of ['/health/live', '/health/ready'])
      expect((await world.agency.app.inject({ method: 'GET', url })).statusCode).toBe(200);
  });

  it('F16 gives its SDL without what is classified, to the gateway only', async () => {
    const traffic = await openAgencyWorld('traffic', await copySample());
    try {
      const data = expectAnswered(await traffic.send(await traffic.sign('{ service: _service { sdl } }')));
      const { sdl } = (data as { service: { sdl: string } }).service;
      expect(sdl).toContain('type GantryPassage');
      expect(sdl).not.toMatch(/classified|never leaves the toll system|\baccount:/i);
    } finally {
      await traffic.close();
    }
  });

  describe('decides again, whatever the gateway let through', () => {
    const PLATES = '{ checkpoint(id: "CP-004") { passages(first: 3) { plateNo } } }';
    const codeOf = ({ text }: AgencyReply): unknown => {
      const { data, errors } = JSON.parse(text) as {
        data: unknown;
        errors: { extensions: { code: string } }[];
      };
      expect(data).toBeNull();
      return errors.map(({ extensions }) => extensions.code);
    };

    it('masks before the answer leaves', async () => {
      const data = expectAnswered(await world.send(await world.sign(PLATES)));
      const { checkpoint } = data as { checkpoint: { passages: { plateNo: string }[] } };
      expect(checkpoint.passages.map(({ plateNo }) => plateNo)).toEqual(
        Array(3).fill(expect.stringMatching(/^\p{Script=Han}[A-Z]\*+$/u)),
      );
    });

    it('gives no field that its agreement denies, though it was signed for', async () => {
      const { statements } = world;
      const before = statements.length;
      const denied = PLATES.replace('plateNo', 'plateNo imageUrl');
      expect(codeOf(await world.send(await world.sign(denied)))).toEqual(['SUBGRAPH_REFUSED']);
      expect(statements).toHaveLength(before);
    });

    it('filters by nothing that its agreement hides', async () => {
      const asked = '{ checkpointPassages(filter: { plateNo: "蒙E00001" }, first: 1) { nodes { id } } }';
      const reply = await world.send(await world.sign(asked));
      expect(codeOf(reply)).toEqual(['SUBGRAPH_REFUSED']);
    });

    it('gives a caller without an agreement nothing', async () => {
      const ask = { agency: 'AG-NOBODY', role: 'partner', purpose: 'ROAD_SAFETY' } as const;
      expect(codeOf(await world.send(await world.sign(PLATES, {}, { ask })))).toEqual(['SUBGRAPH_REFUSED']);
    });

    it('gives nothing where the gateway holds other agreements, and says so', async () => {
      const before = world.statements.length;
      const skewed = await world.sign(PLATES, {}, { policyDigest: '0'.repeat(64) });
      const reply = await world.send(skewed);
      expect(reply.status).toBe(200);
      expect(codeOf(reply)).toEqual(['POLICY_VERSION_SKEW']);
      expect(world.refusals.at(-1)).toBe('POLICY_VERSION_SKEW');
      expect(world.statements).toHaveLength(before);
    });

    it('decides at no instant of the gateway’s choosing', async () => {
      const nowMs = world.clock.nowMs();
      for (const other of [nowMs - 31_000, nowMs + 31_000, Date.parse('2025-06-01T00:00:00+08:00')])
        await expectRefused(await world.sign(PLATES, {}, { nowMs: other }), 'CLOCKS_DIFFER');
      expectAnswered(await world.send(await world.sign(PLATES, {}, { nowMs: nowMs - 29_000 })));
    });
  });

  it('H reads no body before the context holds, and none above 16 MiB after', async () => {
    const huge = await world.sign(`{ __typename } #${'x'.repeat(17 * 1_024 * 1_024)}`);
    await expectRefused({ body: huge.body }, 'CONTEXT_MISSING');
    const reply = await world.send(huge);
    expect(JSON.parse(reply.text)).toEqual({
      data: null,
      errors: [{ message: ERRORS.REQUEST_TOO_LARGE.text, extensions: { code: 'REQUEST_TOO_LARGE' } }],
    });
  });

  it('keeps its reasons to itself: no fault came of any of this', () => {
    expect(
      world.faults
        .map(String)
        .filter((fault) => !fault.includes('SUBGRAPH_REFUSED') && !fault.includes('An agency refused')),
    ).toEqual([]);
  });
});
