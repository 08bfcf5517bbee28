import { appendFile, cp, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSampleWorld } from '../world/open-sample-world.ts';
import type { Reply, World } from '../world/open-world.ts';
import { readLeaf } from '../world/read-record.ts';
import { until } from '../world/until.ts';
import { queryRecords, RECORDS } from '../world/query-records.ts';

const ROADS = '{ roadSegments(first: 1) { nodes { id roadName } } }';
const NICKNAME = '{ roadSegments(first: 1) { nodes { id nickname } } }';
const PUBLIC_AGREEMENT = 'transport-centre-to-public.yaml';
const PUBLIC_UID = 'urn:agr:hlbe:transport-public:0004';

const SUPERGRAPH = `subgraphs:
  - { name: traffic, local: true, schema: traffic.graphql }
  - { name: checkpoint, local: true }
  - { name: mediation, local: true }
  - { name: oversight, local: true }
`;

describe('A running gateway', () => {
  let folder: string;
  let world: World;
  /** How much of each there was when the test began. */
  let messages: number;
  let records: number;

  const agreementPath = (name: string): string => join(folder, 'agreements', name);
  const schemaPath = (): string => join(folder, 'traffic.graphql');

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lukou-reload-'));
    await writeFile(join(folder, 'supergraph.yaml'), SUPERGRAPH);
    await layOut();
    world = await open();
  }, 120_000);
  beforeEach(async () => {
    messages = world.messages.length;
    records = (await allOperatorRecords()).length;
  });
  afterEach(async () => {
    await layOut();
    await renew();
    await renew();
  });
  afterAll(async () => {
    await world.close();
    await rm(folder, { recursive: true });
  });

  /** The files as they are shipped. */
  async function layOut(): Promise<void> {
    await rm(join(folder, 'agreements'), { recursive: true, force: true });
    await cp('agreements', join(folder, 'agreements'), { recursive: true });
    await cp('schema/traffic.graphql', schemaPath());
  }

  const open = (parts = {}): Promise<World> =>
    openSampleWorld(
      { LUKOU_AGREEMENTS: join(folder, 'agreements'), LUKOU_SUPERGRAPH: join(folder, 'supergraph.yaml') },
      parts,
    );
  const renew = (): Promise<void> => world.gateway.renew();
  const ask = (query = ROADS): Promise<Reply> => world.ask('public', query);
  const isAnswered = ({ body }: Reply): boolean => JSON.stringify(body.data ?? null).includes('"id"');

  async function change(path: string, find: string, replacement: string): Promise<void> {
    const text = await readFile(path, 'utf8');
    expect(text).toContain(find);
    // Beside it and renamed: nobody reads half a file.
    await writeFile(`${path}.new`, text.replace(find, replacement));
    await rename(`${path}.new`, path);
  }
  const withdraw = (): Promise<void> =>
    rename(agreementPath(PUBLIC_AGREEMENT), join(folder, PUBLIC_AGREEMENT));
  const restore = (): Promise<void> =>
    rename(join(folder, PUBLIC_AGREEMENT), agreementPath(PUBLIC_AGREEMENT));
  async function addNickname(): Promise<void> {
    const more =
      'extend type RoadSegment { "What drivers call it." nickname: String @sensitivity(level: PUBLIC) }';
    await appendFile(schemaPath(), more);
  }

  async function ready(): Promise<unknown> {
    const response = await world.gateway.app.inject('/health/ready');
    expect(response.statusCode).toBe(200);
    return response.json();
  }

  const told = (): readonly string[] => world.messages.slice(messages);
  const operatorRecords = async () => (await allOperatorRecords()).slice(records);

  async function allOperatorRecords(): Promise<
    readonly { name: string; code: string; policy: string; uids: string[] }[]
  > {
    const rows = await queryRecords<{ leaf: Buffer }>(
      world.database.log,
      `select leaf from ${RECORDS} where stage = 'ADMIN' and operation_name !~ '^(ingest|begin log)' order by index`,
    );
    return rows.map(({ leaf }) => {
      const record = JSON.parse(leaf.toString('utf8')) as {
        op: { name: string };
        result: { code: string };
        policyDigest: string;
        agreements: { uid: string }[];
      };
      const { op, result, policyDigest: policy, agreements } = record;
      return { name: op.name, code: result.code, policy, uids: agreements.map(({ uid }) => uid) };
    });
  }

  it('stays as it is while its files do', async () => {
    const { policy } = world.gateway;
    await renew();
    await renew();
    expect(world.gateway.policy).toBe(policy);
    expect(await ready()).toEqual({ ready: true, unreachable: [], refused: [] });
    expect(await operatorRecords()).toEqual([]);
  });

  it('takes in an agreement that is withdrawn, and one that is put back, and records both', async () => {
    expect(isAnswered(await ask())).toBe(true);
    const before = world.gateway.policy.digest;
    await withdraw();
    await renew();
    expect(isAnswered(await ask())).toBe(false);
    const between = world.gateway.policy.digest;
    await restore();
    await renew();
    expect(isAnswered(await ask())).toBe(true);
    const uids = [PUBLIC_UID];
    expect(await operatorRecords()).toEqual([
      { name: 'withdraw agreements', code: 'OK', policy: between, uids },
      { name: 'put agreements in force', code: 'OK', policy: before, uids },
    ]);
  });

  it('takes in a new field of the schema, and an agreement that grants it', async () => {
    expect((await ask(NICKNAME)).body.errors?.[0]?.extensions['code']).toBe('OPERATION_INVALID');
    await addNickname();
    await renew();
    const denied = await ask(NICKNAME);
    expect(isAnswered(denied)).toBe(true);
    expect(denied.body.errors?.[0]?.extensions['reason']).toBe('NOT_GRANTED');
    await change(agreementPath(PUBLIC_AGREEMENT), '\nversion: ', '\nversion: 9');
    await change(
      agreementPath(PUBLIC_AGREEMENT),
      '- RoadSegment.aadt',
      '- RoadSegment.aadt\n      - RoadSegment.nickname',
    );
    await renew();
    const granted = await ask(NICKNAME);
    expect(granted.body.errors).toBeUndefined();
    expect((await operatorRecords()).map(({ name }) => name)).toEqual([
      'replace schema',
      'put agreements in force',
      'withdraw agreements',
    ]);
  });

  it.each([
    ['is no YAML', PUBLIC_AGREEMENT, '\nversion: ', '\nversion: ['],
    ['names a field that is not there', PUBLIC_AGREEMENT, 'RoadSegment.aadt', 'RoadSegment.adt'],
    ['changed and kept its version', PUBLIC_AGREEMENT, '- Query.closureSummary', '# - Query.closureSummary'],
  ])(
    'keeps the last good agreements where one %s, and raises an alarm',
    async (_what, file, find, replacement) => {
      const { policy } = world.gateway;
      await change(agreementPath(file), find, replacement);
      await renew();
      // It may have been half written: the alarm waits for a second look.
      expect(told()).toEqual([]);
      await renew();
      expect(isAnswered(await ask())).toBe(true);
      expect(world.gateway.policy).toBe(policy);
      expect(told()).toEqual([expect.stringMatching(/^ALARM: new agreements refused/)]);
      const refused = [{ what: 'agreements', code: 'AGREEMENT_INVALID' }];
      expect(await ready()).toEqual({ ready: true, unreachable: [], refused });
      expect(await operatorRecords()).toEqual([
        { name: 'refuse agreements', code: 'AGREEMENT_INVALID', policy: policy.digest, uids: [] },
      ]);

      await renew();
      expect(told()).toHaveLength(1);
      await change(agreementPath(file), replacement, find);
      await renew();
      expect(told().at(-1)).toMatch(/in order again/);
      expect(await ready()).toEqual({ ready: true, unreachable: [], refused: [] });
    },
  );

  it.each([
    ['is no SDL', 'type RoadSegment', 'tpe RoadSegment', 'SCHEMA_INVALID'],
    ['breaks a rule', 'roadName: String @sensitivity', 'roadName: String! @sensitivity', 'SCHEMA_INVALID'],
    ['loses a field that agreements grant', 'builtYear: Int', 'yearBuilt: Int', 'AGREEMENT_INVALID'],
  ])(
    'keeps the last good schema where one %s, and raises an alarm',
    async (_what, find, replacement, code) => {
      const { policy } = world.gateway;
      await change(schemaPath(), find, replacement);
      await renew();
      await renew();
      expect(isAnswered(await ask())).toBe(true);
      expect(world.gateway.policy).toBe(policy);
      expect(await ready()).toEqual({ ready: true, unreachable: [], refused: [{ what: 'schema', code }] });
      expect((await operatorRecords()).map(({ name }) => name)).toEqual(['refuse schema']);
    },
  );

  it('suspends an agreement although somebody’s schema is wrong at the same time', async () => {
    await change(schemaPath(), 'type RoadSegment', 'tpe RoadSegment');
    await withdraw();
    await renew();
    expect(isAnswered(await ask())).toBe(false);
    await renew();
    expect(await ready()).toMatchObject({ refused: [{ what: 'schema' }] });
  });

  it('takes in a good schema although an agreement is wrong at the same time', async () => {
    await addNickname();
    await change(agreementPath(PUBLIC_AGREEMENT), '\nversion: ', '\nversion: none, not ');
    await renew();
    expect(isAnswered(await ask(NICKNAME))).toBe(true);
    await renew();
    expect(await ready()).toMatchObject({ refused: [{ what: 'agreements' }] });
  });

  it('answers and records every request through 20 quick changes, each under one archived set of agreements', async () => {
    const isOpen = new Map<string, boolean>();
    const note = (): void => {
      const { digest, agreements } = world.gateway.policy;
      isOpen.set(
        digest,
        agreements.some(({ uid }) => uid === PUBLIC_UID),
      );
    };
    note();
    const answers: Promise<Reply>[] = [];
    for (let turn = 0; turn < 20; turn += 1) {
      answers.push(ask(), ask(), ask());
      await (turn % 2 === 0 ? withdraw() : restore());
      // The schema changes as well, now and then: its graph must outlive the requests that use it.
      if (turn % 5 === 0) await (turn % 2 === 0 ? addNickname() : cp('schema/traffic.graphql', schemaPath()));
      await renew();
      note();
      const archived = await archivedDigests();
      for (const { sha256 } of world.gateway.policy.agreements) expect(archived).toContain(sha256);
      answers.push(ask(), ask());
    }
    // Two schemas, each with and without the public's agreement.
    expect([isOpen.size, [...isOpen.values()].filter(Boolean).length]).toEqual([4, 2]);
    for (const reply of await Promise.all(answers)) {
      expect(reply.status).toBe(200);
      const { policyDigest } = JSON.parse(await readLeaf(world, reply)) as { policyDigest: string };
      // What was answered is what that very set decides.
      expect(isAnswered(reply)).toBe(isOpen.get(policyDigest));
    }
    expect(world.faults).toEqual([]);
  });

  it('follows its files by itself', async () => {
    await world.close();
    world = await open({ lookEveryMs: 20 });
    const { digest } = world.gateway.policy;
    await withdraw();
    await until(() => world.gateway.policy.digest !== digest);
    expect(isAnswered(await ask())).toBe(false);
  });

  async function archivedDigests(): Promise<readonly string[]> {
    const { rows } = await world.database.log.query<{ sha256: string }>(
      'select sha256 from oversight.agreement',
    );
    return rows.map(({ sha256 }) => sha256);
  }
});
