import { stoppedClock } from '../../../src/base/index.ts';
import { createTestDatabase } from '../../postgres/database.ts';
import { openWorld, type Reply, type World, WORLD_NOW } from '../../world/open-world.ts';

const OVERSIGHT = 'OVERSIGHT';
const APPLY = `mutation ($provider: String!, $resource: String!, $purpose: String!, $legalBasis: String!, $key: ID!) {
  applyForSharing(provider: $provider, resource: $resource, purpose: $purpose, legalBasis: $legalBasis, key: $key) {
    id state version log index } }`;
const MOVE = `mutation ($id: ID!, $to: SharingApplicationStatus!, $version: Int!, $note: String!, $key: ID!) {
  moveSharingApplication(id: $id, to: $to, version: $version, note: $note, key: $key) { state version } }`;
const WANTED = {
  provider: 'AG-JUSTICE-BUREAU',
  resource: 'Numbers of mediated road accidents by segment.',
  purpose: 'ROAD_SAFETY',
  legalBasis: 'The framework agreement on sharing road data.',
};

/** Who asks: the applicant, who provides, the office, and an agency that has no part in it. */
const APPLICANT = 'steward';
const PROVIDER = 'justice-steward';
const OFFICE = 'auditor';
const OTHER = 'transport';
type Who = typeof APPLICANT | typeof PROVIDER | typeof OFFICE | typeof OTHER;

describe('An application to share data', () => {
  const clock = stoppedClock(WORLD_NOW);
  let world: World;
  let keys = 0;
  beforeAll(async () => {
    world = await openWorld(await createTestDatabase(), {}, { clock });
  }, 120_000);
  afterAll(() => world.close());
  beforeEach(() => clock.moveTo(WORLD_NOW));

  const newKey = (): string => `sharing-of-this-test-${(keys += 1)}`;
  const ask = (who: Who, query: string, variables: Record<string, unknown> = {}): Promise<Reply> =>
    world.ask(who, query, { purpose: OVERSIGHT, variables });
  const apply = (who: Who, change: Record<string, unknown> = {}): Promise<Reply> =>
    ask(who, APPLY, { ...WANTED, key: newKey(), ...change });
  const codeOf = ({ body }: Reply): unknown => body.errors?.[0]?.extensions['code'];
  const receiptOf = ({ body }: Reply) => {
    expect(body.errors).toBeUndefined();
    return Object.values(body.data!)[0] as { id: string; state: string; version: number };
  };

  async function walk(id: string, steps: readonly (readonly [Who, string])[]): Promise<unknown[]> {
    const outcomes: unknown[] = [];
    let version = 0;
    for (const [who, to] of steps) {
      const reply = await ask(who, MOVE, { id, to, version, note: 'As the rules say.', key: newKey() });
      const { allowed } = reply.body.errors?.[0]?.extensions ?? {};
      outcomes.push(reply.body.errors === undefined ? receiptOf(reply).state : (allowed ?? codeOf(reply)));
      if (reply.body.errors === undefined) version += 1;
    }
    return outcomes;
  }

  async function seenBy(who: Who, filter = '{}'): Promise<{ id: string }[]> {
    const query = `{ sharingApplications(filter: ${filter}) { nodes {
      id applicant provider status dueAt overdue escalatedTo steps { toState agency } } } }`;
    const { body } = await ask(who, query);
    expect(body.errors).toBeUndefined();
    return (body.data as { sharingApplications: { nodes: { id: string }[] } }).sharingApplications.nodes;
  }
  const sees = async (who: Who, id: string): Promise<boolean> =>
    (await seenBy(who)).some((node) => node.id === id);

  it('goes from its draft to data in use, each step by whose turn it is, and is returned once at most', async () => {
    const { id, state } = receiptOf(await apply(APPLICANT));
    expect(state).toBe('DRAFT');
    expect(
      await walk(id, [
        [OFFICE, 'SUBMITTED'],
        [APPLICANT, 'SUBMITTED'],
        [OFFICE, 'RETURNED_ONCE'],
        [APPLICANT, 'SUBMITTED'],
        [OFFICE, 'RETURNED_ONCE'],
        [OFFICE, 'COMPLETE'],
        [OFFICE, 'PROVIDER_REVIEW'],
        [APPLICANT, 'APPROVED'],
        [PROVIDER, 'APPROVED'],
        [PROVIDER, 'PROVISIONED'],
        [APPLICANT, 'ACTIVE'],
      ]),
    ).toEqual([
      [],
      'SUBMITTED',
      'RETURNED_ONCE',
      'SUBMITTED',
      ['COMPLETE'],
      'COMPLETE',
      'PROVIDER_REVIEW',
      [],
      'APPROVED',
      'PROVISIONED',
      'ACTIVE',
    ]);
    const found = (await seenBy(PROVIDER, '{ statuses: [ACTIVE] }')).find((node) => node.id === id);
    expect(found).toMatchObject({ applicant: 'AG-TRAFFIC-POLICE', provider: WANTED.provider, dueAt: null });
    expect((found as unknown as { steps: object[] }).steps).toHaveLength(8);
  });

  it('that is refused may be disputed, and is coordinated by the office and not by who refused', async () => {
    const { id } = receiptOf(await apply(APPLICANT));
    const upTo = [
      [APPLICANT, 'SUBMITTED'],
      [OFFICE, 'COMPLETE'],
      [OFFICE, 'PROVIDER_REVIEW'],
      [PROVIDER, 'REJECTED'],
      [APPLICANT, 'DISPUTED'],
      [PROVIDER, 'COORDINATED'],
      [OFFICE, 'COORDINATED'],
    ] as const;
    expect((await walk(id, upTo)).slice(-4)).toEqual(['REJECTED', 'DISPUTED', [], 'COORDINATED']);
  });

  it('is its writer’s until it is submitted, and then of those who have a part in it alone', async () => {
    const { id } = receiptOf(await apply(APPLICANT));
    const everybody = [APPLICANT, PROVIDER, OFFICE, OTHER] as const;
    const seen = () => Promise.all(everybody.map((who) => sees(who, id)));
    expect(await seen()).toEqual([true, false, false, false]);
    expect(await walk(id, [[APPLICANT, 'SUBMITTED']])).toEqual(['SUBMITTED']);
    expect(await seen()).toEqual([true, true, true, false]);
    const asked = { id, to: 'TERMINATED', version: 1, note: 'Let us see.', key: newKey() };
    expect(codeOf(await ask(OTHER, MOVE, asked))).toBe('ACT_ITEM_UNKNOWN');
    expect(codeOf(await ask(OTHER, MOVE, { ...asked, id: 'no-such-one', key: newKey() }))).toBe(
      'ACT_ITEM_UNKNOWN',
    );
  });

  it('that the office leaves lying is overdue after two working days', async () => {
    const { id } = receiptOf(await apply(APPLICANT));
    await walk(id, [[APPLICANT, 'SUBMITTED']]);
    clock.moveTo('2026-03-05T00:00:00+08:00');
    expect((await seenBy(OFFICE, '{ overdue: true }')).filter((node) => node.id === id)).toEqual([]);
    clock.moveTo('2026-03-05T00:00:00.001+08:00');
    expect((await seenBy(OFFICE, '{ overdue: true }')).filter((node) => node.id === id)).toMatchObject([
      { dueAt: '2026-03-05T00:00:00+08:00', overdue: true, escalatedTo: 'AG-OVERSIGHT' },
    ]);
  });

  it('is opened once under its key', async () => {
    const key = newKey();
    const [first, second] = [await apply(APPLICANT, { key }), await apply(APPLICANT, { key })].map(receiptOf);
    expect(second).toEqual(first);
    expect(codeOf(await apply(APPLICANT, { key, resource: 'Something else.' }))).toBe('ACT_KEY_REUSED');
  });

  it('may rest on the law of secrets, and say where that is written: neither is a mark', async () => {
    const legalBasis = '《中华人民共和国保守国家秘密法》第三十条，https://www.gov.cn/flfg';
    expect(receiptOf(await apply(APPLICANT, { legalBasis }))).toMatchObject({ state: 'DRAFT' });
  });

  it.each([
    ['asks an agency for its own data', { provider: 'AG-TRAFFIC-POLICE' }],
    ['asks nobody', { provider: 'the justice bureau' }],
    ['has no known purpose', { purpose: 'CURIOSITY' }],
    ['says nothing', { resource: '  ' }],
    ['rests on nothing', { legalBasis: '' }],
    ['carries a mark', { resource: '机密★10年' }],
    ['carries a mark in its basis', { legalBasis: '依据机密★10年文件' }],
    ['is too long', { resource: 'x'.repeat(1_001) }],
  ])('is refused that %s', async (_what, change) => {
    expect(codeOf(await apply(APPLICANT, change))).toBe('APPLICATION_INVALID');
  });

  it('is not for the office, the public or people without that task to write', async () => {
    expect(codeOf(await apply(OFFICE))).toBe('UNAUTHORIZED_FIELD_OR_TYPE');
    const variables = { ...WANTED, key: newKey() };
    for (const [who, purpose] of [
      ['public', null],
      ['analyst', 'ROAD_SAFETY'],
    ] as const)
      expect(codeOf(await world.ask(who, APPLY, { purpose, variables }))).toBe('UNAUTHORIZED_FIELD_OR_TYPE');
  });
});
