import { insertRecords, PLAIN_ENTRY } from '../../world/insert-records.ts';
import { openSampleWorld } from '../../world/open-sample-world.ts';
import type { Asker, World } from '../../world/open-world.ts';

const POLICE = 'urn:agr:hlbe:police-transport:0007@3';
const JUSTICE = 'urn:agr:hlbe:justice-police:0010@2';
const SPAN = '{ from: "2026-02-01T00:00:00+08:00", to: "2026-02-02T00:00:00+08:00" }';

interface Seen {
  readonly index: number;
  readonly agreements: readonly string[];
  readonly fields: readonly { readonly coordinate: string }[];
}

describe('What an agency learns of questions about its own data', () => {
  let world: World;
  beforeAll(async () => {
    world = await openSampleWorld();
    const at = '2026-02-01T10:00:00+08:00';
    const asked = { ...PLAIN_ENTRY.actor, agency: 'AG-TRANSPORT-CENTRE', role: 'partner' };
    await insertRecords(world.database, [
      {
        at,
        actor: asked,
        agreements: [
          { uid: POLICE.split('@')[0]!, version: 3, sha256: 'a'.repeat(64) },
          { uid: JUSTICE.split('@')[0]!, version: 2, sha256: 'a'.repeat(64) },
        ],
        fields: [
          ['CheckpointPassage.plateNo', 'mask:plate.region', `${POLICE}#p2`],
          ['MediationCase.facts', 'deny:NOT_GRANTED', `${JUSTICE}#p1`],
        ],
        owners: ['AG-TRAFFIC-POLICE', 'AG-JUSTICE-BUREAU'],
      },
      {
        at,
        actor: asked,
        agreements: [{ uid: JUSTICE.split('@')[0]!, version: 2, sha256: 'a'.repeat(64) }],
        fields: [['MediationCase.caseNo', 'allow', `${JUSTICE}#p1`]],
        owners: ['AG-JUSTICE-BUREAU'],
      },
      { at, fields: [['RoadSegment.aadt', 'allow', 'default']], owners: ['AG-TRANSPORT-CENTRE'] },
      { at, stage: 'ERROR', fields: [], owners: [] },
    ]);
    await world.database.owner((owner) =>
      owner.query(
        `insert into oversight.alarm (id, raised_at, kind, owner, agency, principal, agreement, request_id)
         select gen_random_uuid(), '${at}', 'BREAK_GLASS', owner, 'AG-X', 'p', 'a@1', 'r'
         from unnest(array['AG-TRAFFIC-POLICE', 'AG-JUSTICE-BUREAU', 'AG-TRANSPORT-CENTRE']) as owner`,
      ),
    );
  }, 120_000);
  afterAll(() => world.close());

  async function ask<T>(asker: Asker, query: string): Promise<T> {
    const { body } = await world.ask(asker, query, { purpose: 'OVERSIGHT' });
    expect(body.errors).toBeUndefined();
    return body.data as T;
  }
  async function listFor(asker: Asker, filter = ''): Promise<readonly Seen[]> {
    const { disclosureRecords } = await ask<{ disclosureRecords: { nodes: Seen[] } }>(
      asker,
      `{ disclosureRecords(first: 50, filter: { log: "past", ${filter} }) {
           nodes { index agreements fields { coordinate } } } }`,
    );
    return disclosureRecords.nodes;
  }
  const indicesFor = async (asker: Asker, filter = ''): Promise<number[]> =>
    (await listFor(asker, filter)).map(({ index }) => index).toReversed();

  it('the keeper of the log reads every record, an owner those that asked for its data', async () => {
    // The first is the log's own.
    expect(await indicesFor('auditor')).toEqual([0, 1, 2, 3, 4]);
    expect(await indicesFor('steward')).toEqual([1]);
    expect(await indicesFor('justice-steward')).toEqual([1, 2]);
    expect(await indicesFor('transport')).toEqual([3]);
  });

  it('another owner’s record does not exist, whatever it is asked for by', async () => {
    const byIndex = (asker: Asker, index: number): Promise<object> =>
      ask(asker, `{ disclosureRecord(log: "past", index: ${index}) { index } }`);
    expect(await byIndex('steward', 1)).toEqual({ disclosureRecord: { index: 1 } });
    for (const index of [0, 2, 3, 4, 99])
      expect(await byIndex('steward', index)).toEqual({ disclosureRecord: null });
    expect(await indicesFor('steward', 'agency: "AG-TRAFFIC-POLICE"')).toEqual([]);
    expect(await indicesFor('auditor', 'agency: "AG-TRAFFIC-POLICE"')).toEqual([3, 4]);
  });

  it('of a record that asked for others’ data too, an owner sees its own fields and agreements', async () => {
    expect(await listFor('steward')).toEqual([
      { index: 1, agreements: [POLICE], fields: [{ coordinate: 'CheckpointPassage.plateNo' }] },
    ]);
    expect((await listFor('auditor')).find(({ index }) => index === 1)).toEqual({
      index: 1,
      agreements: [POLICE, JUSTICE],
      fields: [{ coordinate: 'CheckpointPassage.plateNo' }, { coordinate: 'MediationCase.facts' }],
    });
  });

  it.each([
    ['field', 'coordinate: "MediationCase.facts"'],
    ['decision', 'decision: DENY'],
    ['agreement', `agreement: "${JUSTICE.split('@')[0]}"`],
    ['agreement and version', `agreement: "${JUSTICE}"`],
  ])('a filter by %s does not find what is another’s', async (_name, filter) => {
    expect(await indicesFor('steward', filter)).toEqual([]);
    expect(await indicesFor('justice-steward', filter)).toContain(1);
    expect(await indicesFor('auditor', filter)).toContain(1);
  });

  it('numbers are counted over the same records, and of its own fields', async () => {
    const count = (asker: Asker, by: string): Promise<object> =>
      ask(asker, `{ disclosureCounts(by: ${by}, during: ${SPAN}) { key answers refusals } }`);
    expect(await count('steward', 'FIELD')).toEqual({
      disclosureCounts: [{ key: 'CheckpointPassage.plateNo', answers: 1, refusals: 0 }],
    });
    expect(await count('justice-steward', 'AGENCY')).toEqual({
      disclosureCounts: [{ key: 'AG-TRANSPORT-CENTRE', answers: 2, refusals: 0 }],
    });
    expect(await count('auditor', 'HOUR')).toEqual({
      disclosureCounts: [{ key: '2026-02-01T10:00:00+08:00', answers: 3, refusals: 0 }],
    });
    expect(await count('auditor', 'DENIAL')).toEqual({
      disclosureCounts: [{ key: 'NOT_GRANTED', answers: 1, refusals: 0 }],
    });
  });

  it('a span is bounded', async () => {
    const { body } = await world.ask(
      'auditor',
      '{ disclosureCounts(by: HOUR, during: { from: "2026-01-01T00:00:00Z", to: "2026-02-02T00:00:00Z" }) { key } }',
      { purpose: 'OVERSIGHT' },
    );
    expect(body.errors?.[0]?.extensions['code']).toBe('ARGUMENT_INVALID');
  });

  it('alarms and budgets are those about its data', async () => {
    const owners = async (asker: Asker): Promise<string[]> => {
      const { alarms } = await ask<{ alarms: { nodes: { owner: string }[] } }>(
        asker,
        '{ alarms(first: 50) { nodes { owner } } }',
      );
      return alarms.nodes.map(({ owner }) => owner).toSorted();
    };
    expect(await owners('auditor')).toHaveLength(3);
    expect(await owners('steward')).toEqual(['AG-TRAFFIC-POLICE']);
    expect(await owners('transport')).toEqual(['AG-TRANSPORT-CENTRE']);

    await world.ask(
      'analyst',
      'query ($p: PlateNo) { checkpointPassages(first: 1, filter: { plateNo: $p }) { nodes { plateNo } } }',
      { purpose: 'PUBLIC_SAFETY', caseReference: 'A-2026-0107', variables: { p: '蒙E12345' } },
    );
    const budgets = (asker: Asker): Promise<object> =>
      ask(asker, '{ budgetUse { nodes { owner agency measure used allowed } } }');
    expect(await budgets('auditor')).toMatchObject({
      budgetUse: {
        nodes: expect.arrayContaining([
          { owner: 'AG-TRAFFIC-POLICE', agency: 'AG-TRAFFIC-POLICE', measure: 'USES', used: 1, allowed: 200 },
        ]),
      },
    });
    expect(await budgets('justice-steward')).toEqual({ budgetUse: { nodes: [] } });
  });

  it('questions that were just asked are there too, whether they were answered or refused', async () => {
    const before = await indicesOfGateway('transport');
    await world.ask('analyst', '{ roadSegments(first: 1) { nodes { id } } }', { purpose: 'ROAD_SAFETY' });
    await world.ask('justice', '{ gantries(first: 1) { nodes { id } } }', { purpose: 'MEDIATION' });
    await world.ask('justice', '{ mediationCases(first: 1) { nodes { id } } }', { purpose: 'MEDIATION' });
    const [newest, older, ...rest] = await indicesOfGateway('transport');
    expect(rest).toEqual(before);
    expect(newest! - older!).toBe(1);
  });

  async function indicesOfGateway(asker: Asker): Promise<number[]> {
    const { disclosureRecords } = await ask<{ disclosureRecords: { nodes: { index: number }[] } }>(
      asker,
      '{ disclosureRecords(first: 50, filter: { log: "gateway" }) { nodes { index } } }',
    );
    return disclosureRecords.nodes.map(({ index }) => index);
  }

  it('reading the log is a record of the keeper’s, and not of the owner’s', async () => {
    await listFor('steward');
    const [newest] = (
      await ask<{ disclosureRecords: { nodes: object[] } }>(
        'auditor',
        '{ disclosureRecords(first: 1, filter: { log: "gateway" }) { nodes { role agency purpose fields { coordinate } } } }',
      )
    ).disclosureRecords.nodes;
    expect(newest).toMatchObject({
      role: 'steward',
      agency: 'AG-TRAFFIC-POLICE',
      purpose: 'OVERSIGHT',
      fields: expect.arrayContaining([{ coordinate: 'Query.disclosureRecords' }]),
    });
  });
});
