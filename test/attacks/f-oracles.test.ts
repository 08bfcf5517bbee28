import { bindGrant } from '../../src/agreement/index.ts';
import { SAMPLE_CALLERS } from '../../src/identity/index.ts';
import { openSampleWorld } from '../world/open-sample-world.ts';
import { type Asker, type Reply, type World, WORLD_NOW } from '../world/open-world.ts';
import { readConsumerSchema } from './consumer-schema.ts';
import { type InputUse, listInputs } from './list-inputs.ts';

// Who may not use what, though it is within reach: the tests below find these positions by themselves.
const HIDDEN = [
  {
    caller: 'analyst',
    purpose: 'ROAD_SAFETY',
    positions: [
      'CheckpointPassageFilter.plateNo',
      'Gantry.passages(during:)',
      'MediationCaseFilter.overdue',
      'RoadEventFilter.overdue',
    ],
  },
  {
    caller: 'analyst',
    purpose: 'PUBLIC_SAFETY',
    positions: [
      'CheckpointPassageFilter.plateNo',
      'Gantry.axleLoads(during:)',
      'MediationCaseFilter.overdue',
      'RoadEventFilter.overdue',
      'RoadSegment.gantryCount(during:)',
      'ViolationFilter.overdue',
    ],
  },
  {
    caller: 'transport',
    purpose: 'ROAD_SAFETY',
    positions: [
      'Checkpoint.passages(during:)',
      'CheckpointFilter.silent',
      'ViolationFilter.during',
      'ViolationFilter.overdue',
      'ViolationOrder.VIOLATION_TIME_DESC',
    ],
  },
  {
    caller: 'justice',
    purpose: 'MEDIATION',
    positions: [
      'CheckpointFilter.silent',
      'CheckpointFilter.statuses',
      'RoadEventFilter.openDetour',
      'RoadEventFilter.overdue',
      'ViolationFilter.during',
      'ViolationFilter.overdue',
      'ViolationOrder.VIOLATION_TIME_DESC',
    ],
  },
] as const;

const PAGE = '{ nodes { id } pageInfo { endCursor } }';

describe('What a caller may not see', () => {
  let world: World;
  let inputs: readonly InputUse[];
  beforeAll(async () => {
    world = await openSampleWorld();
    inputs = listInputs(await readConsumerSchema());
  }, 120_000);
  afterAll(() => world.close());

  describe.each(HIDDEN)('F6 cannot be filtered or sorted by: $caller for $purpose', (hidden) => {
    const { caller, purpose, positions } = hidden;

    it('finds every position that rests on a field which is masked or denied', () => {
      const { agency, role } = SAMPLE_CALLERS[caller];
      const { policy } = world.gateway;
      const grant = bindGrant(policy, { agency, role, purpose, caseReference: null }, Date.parse(WORLD_NOW));
      const isHidden = (coordinate: string): boolean => grant.decide(coordinate).kind !== 'allow';
      const isDenied = (coordinate: string): boolean => grant.decide(coordinate).kind === 'deny';
      const found = inputs
        .filter(({ rootField, coordinate }) => !isDenied(`Query.${rootField}`) && !isDenied(coordinate))
        .map(({ position }) => position)
        .filter((position) =>
          policy.catalogue.inputs.get(position)?.some(({ coordinate }) => isHidden(coordinate)),
        );
      expect([...new Set(found)].toSorted()).toEqual(positions);
    });

    it.each(positions)('refuses %s however it is written, and fetches nothing', async (position) => {
      const operations = inputs.filter((use) => use.position === position).flatMap((use) => use.operations);
      world.statements.length = 0;
      for (const { query, variables } of operations) {
        const reply = await world.ask(caller, query, { purpose, variables });
        expect([query, reply.status, ...codesOf(reply), reply.body.data]).toEqual([
          query,
          403,
          'UNAUTHORIZED_ARGUMENT',
          undefined,
        ]);
      }
      expect(world.statements).toEqual([]);
    });
  });

  it.each([
    ['analyst', 'ROAD_SAFETY', 'ViolationFilter.during'],
    ['analyst', 'ROAD_SAFETY', 'ViolationOrder.VIOLATION_TIME_DESC'],
    ['analyst', 'ROAD_SAFETY', 'CheckpointFilter.silent'],
    ['analyst', 'ROAD_SAFETY', 'Checkpoint.passages(during:)'],
    ['analyst', 'PUBLIC_SAFETY', 'CheckpointPassageFilter.plateNo'],
    ['analyst', 'PUBLIC_SAFETY', 'DetentionMediationFilter.statuses'],
    ['detention', 'MEDIATION', 'DetentionMediationFilter.statuses'],
    ['transport', 'ROAD_SAFETY', 'CheckpointFilter.statuses'],
  ] as const)('F6 can be used by who may: %s for %s, %s', async (caller, purpose, position) => {
    const operations = inputs.filter((use) => use.position === position).flatMap((use) => use.operations);
    for (const { query, variables } of operations) {
      const withCase = purpose === 'PUBLIC_SAFETY' && { caseReference: 'A-2026-0107' };
      const reply = await world.ask(caller, query, { purpose, variables, ...withCase });
      expect([query, reply.status, reply.body.errors]).toEqual([query, 200, undefined]);
    }
  });

  describe('F7 cannot be learned from a cursor', () => {
    const list = (args: string): string =>
      `query Page($after: String) { roadSegments(first: 2, after: $after${args}) ${PAGE} }`;
    const OF_PREFECTURE = list(', filter: { divisionCode: "150700" }, orderBy: AADT_DESC');
    let cursor: string;
    beforeAll(async () => {
      cursor = (await readPage('analyst', OF_PREFECTURE, null)).endCursor;
    });

    it('opens the next page of its own list', async () => {
      const first = await readPage('analyst', OF_PREFECTURE, null);
      const second = await readPage('analyst', OF_PREFECTURE, cursor);
      expect(second.ids).toHaveLength(2);
      expect(second.ids.filter((id) => first.ids.includes(id))).toEqual([]);
    });

    it.each([
      ['another order', 'analyst', list(', filter: { divisionCode: "150700" }, orderBy: NIGHT_FLOW_DESC')],
      ['another filter', 'analyst', list(', filter: { divisionCode: "150702" }, orderBy: AADT_DESC')],
      ['no filter', 'analyst', list(', orderBy: AADT_DESC')],
      ['another list', 'analyst', `query Page($after: String) { gantries(first: 2, after: $after) ${PAGE} }`],
      [
        'another agency’s list',
        'analyst',
        `query Page($after: String) { checkpoints(after: $after) ${PAGE} }`,
      ],
      ['another caller', 'transport', OF_PREFECTURE],
      ['nobody in particular', 'public', OF_PREFECTURE],
    ] as const)('opens nothing for %s', async (_what, caller, query) => {
      const { body } = await askPage(caller, query, cursor);
      expect(body.errors).toEqual([
        expect.objectContaining({ extensions: expect.objectContaining({ code: 'CURSOR_INVALID' }) }),
      ]);
      expect(Object.values(body.data!)).toEqual([null]);
    });

    it('opens nothing for another purpose of the same caller', async () => {
      const reply = await world.ask('analyst', OF_PREFECTURE, {
        purpose: 'STATISTICS',
        variables: { after: cursor },
      });
      expect(codesOf(reply)).toEqual(['CURSOR_INVALID']);
    });

    it('opens nothing once a single character is another', async () => {
      for (const at of [0, 20, cursor.length - 1]) {
        const other = cursor[at] === 'A' ? 'B' : 'A';
        const reply = await askPage(
          'analyst',
          OF_PREFECTURE,
          cursor.slice(0, at) + other + cursor.slice(at + 1),
        );
        expect(codesOf(reply)).toEqual(['CURSOR_INVALID']);
      }
    });

    it('does not hold the masked time that a list is ordered by', async () => {
      const query = '{ violations(first: 1) { edges { cursor node { violationTime } } } }';
      const { body } = await world.ask('transport', query, { purpose: 'ROAD_SAFETY' });
      const { violations } = body.data as { violations: { edges: { cursor: string }[] } };
      const bytes = Buffer.from(violations.edges[0]!.cursor, 'base64url').toString('latin1');
      expect(bytes).not.toMatch(/2026|V0/);
    });

    async function readPage(caller: Asker, query: string, after: string | null) {
      const { body } = await askPage(caller, query, after);
      expect(body.errors).toBeUndefined();
      const { nodes, pageInfo } = (body.data as { roadSegments: Page }).roadSegments;
      return { ids: nodes.map(({ id }) => id), endCursor: pageInfo.endCursor };
    }
  });

  function askPage(caller: Asker, query: string, after: string | null): Promise<Reply> {
    const purpose = caller === 'public' ? null : 'ROAD_SAFETY';
    return world.ask(caller, query, { purpose, variables: { after } });
  }
});

interface Page {
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: { readonly endCursor: string };
}

function codesOf({ body }: Reply): unknown[] {
  return (body.errors ?? []).map(({ extensions }) => extensions['code']);
}
