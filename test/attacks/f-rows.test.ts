import { openSampleWorld } from '../world/open-sample-world.ts';
import type { Reply, World } from '../world/open-world.ts';
import { textsIn } from './texts-in.ts';
import { withoutNames } from './without-names.ts';

const SAFETY = { purpose: 'ROAD_SAFETY' };

// The transport centre's agreement opens Hulunbuir, no checkpoint for public security, and three years.
const WITHHELD = 'CP-009';
const ELSEWHERE = 'CP-ELSEWHERE';
const NEVER_THERE = 'CP-NEVER';

const PLANTED = `
  insert into checkpoint.checkpoint (id, division_code, status, category, usage, segment_id, lon, lat, online_label)
  values ('${ELSEWHERE}', '150430', 'NORMAL', 'OTHER', 'TRAFFIC', 'G10-001', 123.3489, 48.2622, 'INTERNAL'),
         ('CP-FEW', '150702', 'NORMAL', 'OTHER', 'TRAFFIC', 'G10-001', null, null, 'INTERNAL');
  select ingest.ensure_month('checkpoint.passage', '2022-12-01');
  insert into checkpoint.passage (id, checkpoint_id, division_code, usage, pass_time, vehicle_group, online_label)
  values ('P-TOO-OLD', 'CP-FEW', '150702', 'TRAFFIC', '2022-12-24T08:00:00+08:00', 'TRUCK', 'RESTRICTED'),
         ('P-ELSEWHERE', 'CP-FEW', '150430', 'TRAFFIC', '2026-02-03T08:00:00+08:00', 'TRUCK', 'RESTRICTED'),
         ('P-WITHHELD', 'CP-FEW', '150702', 'PUBLIC_SECURITY', '2026-02-02T08:00:00+08:00', 'TRUCK', 'RESTRICTED'),
         ('P-OPEN', 'CP-FEW', '150702', 'TRAFFIC', '2026-02-01T08:00:00+08:00', 'TRUCK', 'RESTRICTED');
  insert into checkpoint.violation (id, division_code, violation_time, violation_code, status, online_label)
  values ('V-ELSEWHERE', '150430', '2026-02-28T23:59:00+08:00', '1352', 'ENTERED', 'RESTRICTED')`;

describe('Rows outside the row scope', () => {
  let world: World;
  beforeAll(async () => {
    world = await openSampleWorld();
    await world.database.ingest.query(PLANTED);
  }, 120_000);
  afterAll(() => world.close());

  describe.each([
    ['one for public security', WITHHELD],
    ['one in another prefecture', ELSEWHERE],
  ])('F5 F18 asked for by id, %s', (_what, id) => {
    const query = 'query Q($id: ID!) { checkpoint(id: $id) { id name usage location passages { id } } }';
    const ask = (asker: 'transport' | 'analyst', asked: string): Promise<Reply> =>
      world.ask(asker, query, { ...SAFETY, variables: { id: asked } });

    it('is there for the police', async () => {
      expect((await ask('analyst', id)).body.data).toMatchObject({ checkpoint: { id } });
    });

    it('answers the transport centre with the very bytes of one that was never there', async () => {
      const hidden = await ask('transport', id);
      const absent = await ask('transport', NEVER_THERE);
      expect(hidden.body.data).toEqual({ checkpoint: null });
      expect(hidden.status).toBe(absent.status);
      expect(withoutNames(hidden.text)).toBe(withoutNames(absent.text));
      expect(digestOf(hidden)).toBe(digestOf(absent));
    });
  });

  it('F5 F18 are in no list, join or reference either, and leave no trace of an error', async () => {
    const query = `{
      checkpoints(first: 200) { nodes { id } edges { node { id } } }
      ofHidden: checkpoints(filter: { segmentIds: ["G10-001"], divisionCode: "150430" }) { nodes { id } }
      roadSegments(first: 200, filter: { roadCodes: ["G10", "G111", "S201", "G331"] }) { nodes { checkpoints { id } } }
      gantries(first: 100) { nodes { checkpoint { id } } }
      checkpoint(id: "CP-FEW") { passages { checkpoint { id } } }
    }`;
    const seenBy = async (asker: 'transport' | 'analyst'): Promise<string[]> => {
      const { body } = await world.ask(asker, query, SAFETY);
      expect(body.errors).toBeUndefined();
      return textsIn(body.data).filter((text) => text.startsWith('CP-'));
    };
    expect(await seenBy('analyst')).toEqual(expect.arrayContaining([WITHHELD, ELSEWHERE]));
    const seen = await seenBy('transport');
    expect(seen).toContain('CP-001');
    expect(seen).not.toContain(WITHHELD);
    expect(seen).not.toContain(ELSEWHERE);
  });

  it('F14 are on no page of a list, and no page is shorter for them', async () => {
    const shared = await world.database.ingest.query<{ id: string }>(
      `select id from checkpoint.checkpoint
        where division_code like '1507%' and usage <> 'PUBLIC_SECURITY' order by id`,
    );
    expect(await pagesOf('transport')).toEqual(chunks(shared.rows.map(({ id }) => id)));
    const all = await world.database.ingest.query<{ id: string }>(
      'select id from checkpoint.checkpoint order by id',
    );
    expect(await pagesOf('analyst')).toEqual(chunks(all.rows.map(({ id }) => id)));
    expect(all.rows.length).toBe(shared.rows.length + 5);
  });

  it('F14 are not among the rows of a row that may be seen', async () => {
    const passages = async (asker: 'transport' | 'analyst'): Promise<unknown> =>
      (await world.ask(asker, '{ checkpoint(id: "CP-FEW") { passages(first: 200) { id } } }', SAFETY)).body
        .data;
    expect(await passages('transport')).toEqual({ checkpoint: { passages: [{ id: 'P-OPEN' }] } });
    expect(await passages('analyst')).toEqual({
      checkpoint: {
        passages: ['P-ELSEWHERE', 'P-WITHHELD', 'P-OPEN', 'P-TOO-OLD'].map((id) => ({ id })),
      },
    });
  });

  it('F14 are not counted where the newest are asked for', async () => {
    const newest = async (asker: 'transport' | 'analyst'): Promise<string> => {
      const { body } = await world.ask(asker, '{ violations(first: 1) { nodes { id } } }', SAFETY);
      return (body.data as { violations: { nodes: { id: string }[] } }).violations.nodes[0]!.id;
    };
    expect(await newest('analyst')).toBe('V-ELSEWHERE');
    expect(await newest('transport')).toMatch(/^V\d+$/);
  });

  async function pagesOf(asker: 'transport' | 'analyst'): Promise<string[][]> {
    const pages: string[][] = [];
    const query = `query Page($after: String) {
      checkpoints(first: 7, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } }
    }`;
    for (let after: string | null = null; ;) {
      const { body } = await world.ask(asker, query, { ...SAFETY, variables: { after } });
      const { nodes, pageInfo } = (body.data as { checkpoints: Page }).checkpoints;
      pages.push(nodes.map(({ id }) => id));
      if (!pageInfo.hasNextPage) return pages;
      after = pageInfo.endCursor;
    }
  }
});

interface Page {
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

function chunks(ids: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / 7) }, (_, at) => ids.slice(at * 7, at * 7 + 7));
}

function digestOf({ body }: Reply): string {
  return body.extensions.receipt.resultSha256;
}
