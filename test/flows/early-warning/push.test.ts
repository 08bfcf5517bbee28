import { type Incident, scoreSubject } from '../../../src/scoring/index.ts';
import { modelOf, shipped } from '../../rules/scoring/read-model.ts';
import { WORLD_NOW } from '../../world/open-world.ts';
import { articleCalls, openWarningWorld, type WarningWorld } from './open-warning-world.ts';

const SUBJECT = 'SUBJ-A0A0A0A0';
const OF_CASES = 'MEDIATION_FORECAST';

describe('Early warning', () => {
  let early: WarningWorld;
  beforeAll(async () => {
    early = await openWarningWorld();
    // What mediators have to report is told by another test.
    await early.world.database.ingest.query('update mediation.mediation_case set forecast = null');
  }, 180_000);
  afterAll(() => early.close());

  const kept = async (): Promise<Record<string, unknown>[]> =>
    (
      await early.world.database.ingest.query<Record<string, unknown>>(
        `select id, level, score, status, model_id, model_version, score_sha256, scored_at, pushed_at, due_at, subject_ref
          from mediation.dispute_warning where subject_ref = $1 order by pushed_at, id`,
        [SUBJECT],
      )
    ).rows;

  it('finds nothing new in the sample, whose warnings cover its calls', async () => {
    const { warnings, known, receipt } = await early.raise(true);
    expect({ warnings, receipt }).toEqual({ warnings: [], receipt: null });
    expect(known).toBeGreaterThan(50);
  });

  it('shows what it would push, and changes nothing, until it is told to push', async () => {
    await early.take('DisputeIncident', articleCalls(SUBJECT));
    const { warnings, receipt } = await early.raise(false);
    expect(warnings.map(({ level, score, modelId }) => [level, score, modelId])).toEqual([
      ['RED', 90, 'FAMILY_DISPUTE_CALLS'],
    ]);
    expect(receipt).toBeNull();
    expect(await kept()).toEqual([]);
  });

  it('pushes six calls with physical conflict as RED, once, with the record, model, digest and deadline', async () => {
    const runs = await Promise.all([early.raise(true), early.raise(true), early.raise(true)]);
    const [warning, ...others] = await kept();
    expect(others).toEqual([]);
    expect(warning).toMatchObject({
      level: 'RED',
      score: 90,
      status: 'PUSHED',
      model_id: 'FAMILY_DISPUTE_CALLS',
      model_version: '1.2.0',
      pushed_at: '2026-03-02T09:00:00.000+08:00',
      due_at: '2026-03-02T10:00:00.000+08:00',
    });
    const run = runs.find(({ receipt }) => receipt !== null)!;
    const record = await early.readRun(run.receipt!.log.index);
    expect(record).toContain('ingest records');
    expect(record).toContain(modelOf(shipped()).sha256);
    expect(await early.raise(true)).toMatchObject({ warnings: [], receipt: null });
    expect(await kept()).toEqual([warning]);
  });

  it('is replayed from the calls and the model to the same digest', async () => {
    const [warning] = await kept();
    const { rows } = await early.world.database.ingest.query<Incident>(
      `select id, subject_ref as "subjectRef", kind, relationship, physical_conflict as "physicalConflict",
          warning_letter as "warningLetter", (extract(epoch from occurred_at) * 1000)::float8 as "occurredAtMs"
        from checkpoint.dispute_incident where subject_ref = $1 order by random()`,
      [SUBJECT],
    );
    const atMs = Date.parse(String(warning!['scored_at']));
    expect(scoreSubject(modelOf(shipped()), rows, atMs).sha256).toBe(warning!['score_sha256']);
    expect(scoreSubject(modelOf(shipped()), rows.slice(1), atMs).sha256).not.toBe(warning!['score_sha256']);
  });

  it('explains the score factor by factor to the handling unit', async () => {
    const [warning] = await kept();
    const query = `{ disputeWarnings(first: 200, filter: { levels: [RED] }) {
      nodes { id scoreSha256 factors { code weight count contribution } } } }`;
    const { body } = await early.world.ask('justice', query, { purpose: 'MEDIATION' });
    const { nodes } = (body.data as { disputeWarnings: { nodes: { id: string }[] } }).disputeWarnings;
    expect(nodes.find(({ id }) => id === warning!['id'])).toEqual({
      id: warning!['id'],
      scoreSha256: warning!['score_sha256'],
      factors: [
        { code: 'CALLS_IN_3_MONTHS', weight: 10, count: 6, contribution: 60 },
        { code: 'PHYSICAL_CONFLICT', weight: 30, count: 1, contribution: 30 },
      ],
    });
  });

  it('warns anew where there is another call, and only then', async () => {
    const [newest] = articleCalls(SUBJECT);
    await early.take('DisputeIncident', [{ ...newest!, id: 'later', occurredAt: WORLD_NOW }]);
    const { warnings } = await early.raise(true);
    expect(warnings.map(({ score, modelId }) => [score, modelId])).toEqual([[100, 'FAMILY_DISPUTE_CALLS']]);
    expect(await kept()).toHaveLength(2);
  });

  it('takes no call whose subject is named, and no table shows calls without a scope', async () => {
    const [call] = articleCalls(SUBJECT);
    await early.take('DisputeIncident', [{ ...call!, id: 'named', subjectRef: '刘某' }]);
    const { rows } = await early.world.database.ingest.query(
      'select from checkpoint.dispute_incident where id = $1',
      ['named'],
    );
    expect(rows).toEqual([]);
    const shown = await early.world.database.app.query('select from checkpoint.dispute_incident');
    expect(shown.rows).toEqual([]);
    for (const as of ['justice', 'transport', 'womens-federation', 'public'] as const) {
      const { body } = await early.world.ask(as, '{ disputeIncidents { nodes { kind } } }', {
        purpose: as === 'public' ? null : 'MEDIATION',
      });
      expect([as, body.data?.['disputeIncidents'] ?? null]).toEqual([as, null]);
    }
    const own = await early.world.ask('analyst', '{ disputeIncidents(first: 1) { nodes { kind } } }', {
      purpose: 'PUBLIC_SAFETY',
    });
    expect(own.body.data).toEqual({ disputeIncidents: { nodes: [{ kind: 'MARRIAGE_FAMILY' }] } });
  });

  describe('from mediation (人民调解法 art. 25)', () => {
    const CASES = {
      MC1: 'MAY_TURN_CRIMINAL',
      MC2: 'GROUP_FIGHT',
      MC3: 'SUICIDE_RISK',
      MC4: 'GROUP_PETITION',
    };
    const ids: string[] = [];

    beforeAll(async () => {
      const { ingest } = early.world.database;
      for (const [at, forecast] of Object.values({ ...CASES, MC5: 'NORMAL', MC6: 'OTHER' }).entries()) {
        const { rows } = await ingest.query<{ id: string }>(
          `update mediation.mediation_case set forecast = $1, status = 'MEDIATING'
            where id = (select id from mediation.mediation_case order by id offset $2 limit 1) returning id`,
          [forecast, at],
        );
        ids.push(rows[0]!.id);
      }
    });

    it('makes a warning possible for two forecasts, and for no other', async () => {
      const { warnings } = await early.raise(true);
      expect(
        warnings
          .map((warning) => `${'caseId' in warning && warning.caseId} ${warning.modelId} ${warning.level}`)
          .toSorted(),
      ).toEqual([`${ids[0]} ${OF_CASES} ORANGE`, `${ids[1]} ${OF_CASES} RED`].toSorted());
      expect((await early.raise(true)).warnings).toEqual([]);
    });

    it('waits for the police to push it, and lets only what was granted travel', async () => {
      const ask = (query: string) => early.world.ask('analyst', query, { purpose: 'PUBLIC_SAFETY' });
      const { body } = await ask(`{ disputeWarnings(first: 200, filter: { statuses: [SCORED] }) {
        nodes { id modelId level status mediationCase { id disputeKind facts agreementText forecast parties { name } } } } }`);
      const found = (body.data as { disputeWarnings: { nodes: Record<string, unknown>[] } }).disputeWarnings
        .nodes;
      const told = found.filter(({ modelId }) => modelId === OF_CASES);
      expect(told.map(({ mediationCase }) => (mediationCase as { id: string }).id).toSorted()).toEqual(
        ids.slice(0, 2).toSorted(),
      );
      for (const { mediationCase } of told)
        expect(mediationCase).toMatchObject({
          facts: null,
          agreementText: null,
          forecast: null,
          parties: null,
        });
      const push =
        await ask(`mutation { moveDisputeWarning(id: "${String(told[0]!['id'])}", to: PUSHED, version: 0,
        note: "Received from the committee.", key: "push-of-a-forecast") { state } }`);
      expect(push.body.data).toEqual({ moveDisputeWarning: { state: 'PUSHED' } });
    });
  });
});
