import { JOINT_AGENCIES } from '../../../src/loops/index.ts';
import type { Asker } from '../../world/open-world.ts';
import { articleCalls, openWarningWorld, type WarningWorld } from './open-warning-world.ts';

const SUBJECT = 'SUBJ-C0C0C0C0';
const SHARED = ['id', 'level', 'divisionCode', 'handlingUnit', 'jointUnits', 'pushedAt', 'dueAt'];
const EVERY = [...SHARED, 'status', 'factors { code contribution }', 'mediationCase { id disputeKind }'].join(
  ' ',
);

/** Each unit, who asks for it, and what it sees beside what all share. */
const UNITS = [
  ['POLICE_STATION', 'analyst', 'PUBLIC_SAFETY', ['status', 'factors']],
  ['JUDICIAL_OFFICE', 'justice', 'MEDIATION', ['status', 'mediationCase']],
  ['WOMENS_FEDERATION', 'womens-federation', 'MEDIATION', []],
] as const;

describe('A warning that three units act on', () => {
  let early: WarningWorld;
  let id: string;
  beforeAll(async () => {
    early = await openWarningWorld();
    const { ingest } = early.world.database;
    await ingest.query('update mediation.mediation_case set forecast = null');
    await early.take('DisputeIncident', articleCalls(SUBJECT));
    id = (await early.raise(true)).warnings[0]!.id;
    await ingest.query(
      `update mediation.dispute_warning set case_id = (select id from mediation.mediation_case order by id limit 1)
        where id = $1`,
      [id],
    );
  }, 180_000);
  afterAll(() => early.close());

  async function ask(as: Asker, purpose: string, fields = EVERY) {
    const { body } = await early.world.ask(as, `{ jointWarnings(first: 200) { ${fields} } }`, { purpose });
    const rows = (body.data?.['jointWarnings'] ?? []) as Readonly<Record<string, unknown>>[];
    return { rows, errors: body.errors ?? [] };
  }

  it.each(UNITS)(
    'shows %s its own part, and withholds that of the others',
    async (_unit, as, purpose, own) => {
      const { rows, errors } = await ask(as, purpose);
      const row = rows.find((each) => each['id'] === id)!;
      const shown = Object.keys(row).filter((field) => row[field] !== null);
      expect(shown.toSorted()).toEqual([...SHARED, ...own].toSorted());
      const parts = ['factors', 'mediationCase', 'status'].filter(
        (part) => !own.some((each) => each === part),
      );
      for (const part of parts) expect(errors.some(({ path }) => path?.includes(part))).toBe(true);
    },
  );

  it.each(UNITS)(
    'is in the list of %s only as one that it acts on, and not when it is closed',
    async (unit, as, purpose) => {
      const fields = 'jointUnits level';
      const { rows } = await ask(as, purpose, fields);
      expect(rows.length).toBeGreaterThan(0);
      expect(rows.filter(({ jointUnits }) => !(jointUnits as string[]).includes(unit))).toEqual([]);
      const { rows: open } = await early.world.database.ingest.query<{ n: number }>(
        `select count(*)::int as n from mediation.dispute_warning
        where $1 = any(joint_units) and status not in ('SCORED', 'CLOSED')`,
        [unit],
      );
      expect(rows.length).toBe(Math.min(open[0]!.n, 200));
    },
  );

  it('is nobody else’s, and the federation has neither the list of all nor whom they are about', async () => {
    expect((await ask('transport', 'ROAD_SAFETY', 'id')).rows).toEqual([]);
    expect((await ask('detention', 'MEDIATION', 'id')).rows).toEqual([]);
    const { body } = await early.world.ask(
      'womens-federation',
      '{ disputeWarnings { nodes { id score subject { name } } } mediationCases { nodes { id } } }',
      { purpose: 'MEDIATION' },
    );
    expect(body.data).toEqual({ disputeWarnings: null, mediationCases: null });
    expect(Object.values(JOINT_AGENCIES)).toEqual(UNITS.map(([unit]) => unit));
  });
});
