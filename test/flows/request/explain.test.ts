import { openSampleWorld } from '../../world/open-sample-world.ts';
import type { AskOptions, Asker, World } from '../../world/open-world.ts';
import { readRecord } from '../../world/read-record.ts';

const PASSAGES =
  '{ checkpoints(first: 1) { nodes { name passages(first: 1) { plateNo passTime imageUrl } } } }';
const EXPLAIN = `query Why($operation: String!, $purpose: String, $withCase: Boolean! = false, $as: CallerClassInput) {
  explain(operation: $operation, purpose: $purpose, withCase: $withCase, as: $as) {
    agency role purpose withCase agreements policyDigest grantDigest
    fields { ...Decided } inputs { position use coordinate decision code clause openedBy { purpose withCase } }
  }
}
fragment Decided on ExplainedField { path coordinate decision code clause explainId openedBy { purpose withCase } }`;

interface Explained {
  readonly [key: string]: unknown;
  readonly fields: readonly (Record<string, unknown> & {
    path: string;
    decision: string;
    explainId: string;
  })[];
  readonly inputs: readonly Record<string, unknown>[];
}

describe('Query.explain', () => {
  let world: World;
  beforeAll(async () => {
    world = await openSampleWorld();
  }, 120_000);
  afterAll(() => world.close());

  const ask = (caller: Asker, variables: Record<string, unknown>, options: AskOptions = {}) =>
    world.ask(caller, EXPLAIN, {
      purpose: caller === 'public' ? null : 'ROAD_SAFETY',
      variables,
      ...options,
    });

  async function explain(
    caller: Asker,
    variables: Record<string, unknown>,
    options?: AskOptions,
  ): Promise<Explained> {
    const reply = await ask(caller, variables, options);
    expect([reply.status, reply.body.errors]).toEqual([200, undefined]);
    return reply.body.data!['explain'] as Explained;
  }

  it('says what the same operation would answer, place by place, and asks no agency', async () => {
    const { body } = await world.ask('transport', PASSAGES, { purpose: 'ROAD_SAFETY' });
    world.statements.length = 0;
    const { fields } = await explain('transport', { operation: PASSAGES });
    expect(world.statements).toEqual([]);
    const withheld = fields.filter(({ decision }) => decision !== 'allow');
    expect(withheld.map(({ path, explainId }) => [path, explainId])).toEqual(
      (body.extensions.disclosure as readonly { path: string[]; explainId: string }[]).map(
        ({ path, explainId }) => [path.join('.'), explainId],
      ),
    );
    expect(
      fields.map(({ path, decision, code, clause }) => [path, decision, code, clause]),
    ).toMatchSnapshot();
  });

  it('says which purpose and case would open what is denied', async () => {
    const { fields } = await explain('analyst', { operation: PASSAGES });
    const plate = fields.find(({ path }) => path.endsWith('plateNo'));
    expect(plate).toMatchObject({ decision: 'mask:plate.region', openedBy: [] });
    const image = fields.find(({ path }) => path.endsWith('imageUrl'));
    expect(image).toMatchObject({ openedBy: [{ purpose: 'PUBLIC_SAFETY', withCase: true }] });
  });

  const LIMITS = `query Bounds($operation: String!, $withCase: Boolean! = false, $breakGlass: String, $as: CallerClassInput, $purpose: String) {
    explain(operation: $operation, withCase: $withCase, breakGlass: $breakGlass, as: $as, purpose: $purpose) {
      breakGlass agreements
      fields { path decision openedBy { purpose withCase breakGlass sessionMinutes } }
      limits { agreement clause measure per allowed left }
    }
  }`;
  interface Limit {
    readonly measure: string;
    readonly per: string;
    readonly allowed: number;
    readonly left: number | null;
  }
  async function bounds(caller: Asker, variables: Record<string, unknown>, options: AskOptions = {}) {
    const reply = await world.ask(caller, LIMITS, { purpose: 'ROAD_SAFETY', variables, ...options });
    expect([reply.status, reply.body.errors]).toEqual([200, undefined]);
    return reply.body.data!['explain'] as {
      readonly breakGlass: string | null;
      readonly agreements: readonly string[];
      readonly fields: readonly { path: string; decision: string; openedBy: readonly unknown[] }[];
      readonly limits: readonly Limit[];
    };
  }

  const PARTIES = '{ mediationCases(first: 1) { nodes { id parties { name } } } }';

  it('says what breaking the glass would open: for which reasons, with a case, and for how long', async () => {
    const { fields } = await bounds('analyst', { operation: PARTIES });
    expect(fields.find(({ path }) => path.endsWith('parties'))).toMatchObject({
      decision: 'deny',
      openedBy: [
        {
          purpose: 'PUBLIC_SAFETY',
          withCase: true,
          breakGlass: ['LIFE_AT_RISK', 'MISSING_PERSON'],
          sessionMinutes: 15,
        },
      ],
    });
    // Nobody else has an agreement for emergencies.
    const other = await bounds('transport', { operation: PARTIES });
    expect(JSON.stringify(other)).not.toContain('LIFE_AT_RISK');
  });

  it('says what an operation would come to were the glass broken, to its class and to auditors', async () => {
    const variables = {
      operation: PARTIES,
      withCase: true,
      breakGlass: 'LIFE_AT_RISK',
      purpose: 'PUBLIC_SAFETY',
    };
    const own = await bounds('analyst', variables);
    expect([own.breakGlass, own.agreements.map((name) => name.replace(/@.*/, ''))]).toEqual([
      'LIFE_AT_RISK',
      ['urn:agr:hlbe:justice-police:0017'],
    ]);
    expect(own.fields.map(({ decision }) => decision)).not.toContain('deny');
    const as = { agency: 'AG-TRAFFIC-POLICE', role: 'analyst' };
    expect(await bounds('auditor', { ...variables, as }, { purpose: 'OVERSIGHT' })).toEqual(own);
    const { body } = await world.ask('analyst', LIMITS, {
      purpose: 'ROAD_SAFETY',
      variables: { ...variables, breakGlass: 'CURIOSITY' },
    });
    expect(body.errors?.[0]?.extensions['code']).toBe('BREAK_GLASS_REASON_UNKNOWN');
  });

  it('says how much is allowed in a day, and what the asker has left of it', async () => {
    const rowsOf = ({ limits }: { readonly limits: readonly Limit[] }): Limit =>
      limits.find(({ measure, per }) => measure === 'ROWS' && per === 'DAY')!;
    const before = rowsOf(await bounds('transport', { operation: PASSAGES }));
    const { body } = await world.ask('transport', PASSAGES, { purpose: 'ROAD_SAFETY' });
    expect(body.data).toBeDefined();
    const after = rowsOf(await bounds('transport', { operation: PASSAGES }));
    // A checkpoint and a passage.
    expect([after.allowed, before.left! - after.left!]).toEqual([100_000, 2]);
  });

  it('tells nobody of others: neither the public, nor auditors of another class', async () => {
    const as = { agency: 'AG-TRANSPORT-CENTRE', role: 'partner' };
    const auditor = await bounds(
      'auditor',
      { operation: PASSAGES, as, purpose: 'ROAD_SAFETY' },
      { purpose: 'OVERSIGHT' },
    );
    // The budget's two, and the ceiling's three.
    expect(auditor.limits.map(({ allowed, left }) => [allowed, left])).toEqual([
      [100_000, null],
      [10_000, null],
      [1_000, null],
      [12, null],
      [31, null],
    ]);
    const { limits } = await bounds('public', { operation: PASSAGES }, { purpose: null });
    expect(limits.filter(({ left }) => left !== null)).toEqual([]);
  });

  it('does not say how many persons and vehicles are left: that number would join masked values', async () => {
    const subjects = async (): Promise<Limit> => {
      const { limits } = await bounds('transport', { operation: PASSAGES });
      return limits.find(({ measure }) => measure === 'SUBJECTS')!;
    };
    const before = await subjects();
    await world.ask('transport', PASSAGES, { purpose: 'ROAD_SAFETY' });
    expect([before.allowed, before.left, (await subjects()).left]).toEqual([10_000, null, null]);
  });

  it('explains inputs, also such as would refuse the whole operation', async () => {
    const operation = `{
      roadSegments(filter: { divisionCode: "150724" }) { nodes { id } }
      violations(orderBy: VIOLATION_TIME_DESC) { nodes { id } }
    }`;
    const { inputs } = await explain('transport', { operation });
    expect(inputs.map(({ position, use, decision }) => [position, use, decision])).toEqual([
      ['RoadSegmentFilter.divisionCode', 'filter', 'allow'],
      ['ViolationOrder.VIOLATION_TIME_DESC', 'sort', 'deny'],
    ]);
  });

  it('gives the grant digest that the record of such an answer has', async () => {
    const reply = await world.ask('justice', PASSAGES, { purpose: 'MEDIATION' });
    const record = await readRecord(world, reply);
    const { grantDigest, policyDigest } = await explain(
      'justice',
      { operation: PASSAGES },
      { purpose: 'MEDIATION' },
    );
    expect(record).toMatchObject({ policyDigest, grantDigest });
  });

  it('gives it also where rows are opened by the case, whose number nobody explains', async () => {
    const operation = '{ detentionMediations(first: 1) { nodes { id status } } }';
    const purpose = 'PUBLIC_SAFETY';
    const reply = await world.ask('analyst', operation, { purpose, caseReference: 'A-2026-0107' });
    expect(reply.body.errors).toBeUndefined();
    const record = await readRecord(world, reply);
    const { grantDigest } = await explain('analyst', { operation, withCase: true }, { purpose });
    expect(record).toMatchObject({ grantDigest });
  });

  it('explains another class of callers to an auditor, and to nobody else', async () => {
    const as = { agency: 'AG-TRANSPORT-CENTRE', role: 'partner' };
    const variables = { operation: PASSAGES, as, purpose: 'ROAD_SAFETY' };
    const own = await explain('transport', { operation: PASSAGES });
    expect(await explain('auditor', variables, { purpose: 'OVERSIGHT' })).toEqual(own);
    const refused = await ask('analyst', variables);
    expect([refused.status, refused.body.errors?.[0]?.extensions['code']]).toEqual([403, 'EXPLAIN_REFUSED']);
  });

  it('is open to the public, whose agreement it explains', async () => {
    const { fields, role } = await explain('public', {
      operation: '{ roadSegments(first: 1) { nodes { roadName aadt } } }',
    });
    expect([role, new Set(fields.map(({ decision }) => decision))]).toEqual(['public', new Set(['allow'])]);
  });

  it('is in the schema that each caller sees', async () => {
    const { body } = await world.ask('public', '{ __type(name: "Query") { fields { name } } }');
    expect(JSON.stringify(body.data)).toContain('"explain"');
  });

  it.each([
    ['no GraphQL', 'not { graphql'],
    ['not of this schema', '{ secrets { id } }'],
    ['too deep', `{ adminDivision(code: "150702") ${'{ parent '.repeat(12)}{ code }${' }'.repeat(12)} }`],
  ])('refuses an operation that is %s, and names nothing of the schema', async (_what, operation) => {
    const { status, text } = await ask('public', { operation });
    expect(status).toBe(400);
    expect(text).not.toMatch(/Did you mean|roadSegments/);
  });

  it.each([
    ['an unknown purpose', { purpose: 'NOPE' }, 'PURPOSE_UNKNOWN'],
    ['an unknown role', { as: { agency: 'AG-X', role: 'KING' } }, 'OPERATION_INVALID'],
    ['the public of an agency', { as: { agency: 'AG-X', role: 'public' } }, 'OPERATION_INVALID'],
  ])('refuses %s', async (_what, more, code) => {
    const { body } = await ask('auditor', { operation: '{ __typename }', ...more }, { purpose: 'OVERSIGHT' });
    expect(body.errors?.[0]?.extensions['code']).toBe(code);
  });

  it('explains one operation at a time', async () => {
    const one = 'explain(operation: "{ __typename }") { role }';
    const { status, body } = await world.ask('public', `{ a: ${one} b: ${one} }`);
    expect([status, body.errors?.[0]?.message]).toEqual([
      400,
      expect.stringContaining('one explain at a time'),
    ]);
  });

  it('is recorded as an answer, as introspection is', async () => {
    for (const query of [
      '{ explain(operation: "{ __typename }") { role } }',
      '{ __schema { queryType { name } } }',
    ])
      expect((await readRecord(world, await world.ask('public', query))).stage).toBe('RELEASE');
  });

  it('answers beside data in one operation', async () => {
    const { body } = await world.ask(
      'public',
      `{ explain(operation: "{ __typename }") { role } ways: roadSegments(first: 1) { nodes { id } } }`,
    );
    expect(body.data).toMatchObject({
      explain: { role: 'public' },
      ways: { nodes: [{ id: expect.any(String) as unknown }] },
    });
  });
});
