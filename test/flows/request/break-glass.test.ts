import type { Clock } from '../../../src/base/index.ts';
import type { Principal } from '../../../src/identity/index.ts';
import { reviewUse, type ReviewPorts } from '../../../src/request/index.ts';
import { createReviewDesk } from '../../../src/storage/index.ts';
import type { TestDatabase } from '../../postgres/database.ts';
import { copySample } from '../../world/open-sample-world.ts';
import { type AskOptions, openWorld, type Reply, type World, WORLD_NOW } from '../../world/open-world.ts';
import { readRecord } from '../../world/read-record.ts';
import { queryRecords, RECORDS } from '../../world/query-records.ts';

const PARTIES = '{ mediationCases(first: 1) { nodes { id parties { name phone } } } }';
const AGREEMENT = 'urn:agr:hlbe:justice-police:0017@1';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

interface UseRow {
  readonly id: string;
  readonly owner: string;
  readonly reason: string;
  readonly state: string;
  readonly overdue: boolean;
  readonly answerCount: number;
  readonly fields: readonly string[];
  readonly dueAt: string;
}

describe('Breaking the glass', () => {
  let world: World;
  let database: TestDatabase;
  let nowMs: number;
  const clock: Clock = { nowMs: () => nowMs };

  beforeEach(async () => {
    nowMs = Date.parse(WORLD_NOW);
    database = await copySample();
    world = await openWorld(database, {}, { clock });
  }, 120_000);
  afterEach(() => world.close());

  function breakGlass({ headers, ...options }: AskOptions = {}): Promise<Reply> {
    return world.ask('analyst', PARTIES, {
      purpose: 'PUBLIC_SAFETY',
      caseReference: 'A-2026-0107',
      ...options,
      headers: { 'lukou-break-glass': 'LIFE_AT_RISK', ...headers },
    });
  }

  async function listUses(filter = '{}', as: 'auditor' | 'justice-steward' = 'auditor'): Promise<UseRow[]> {
    const query = `{ breakGlassUses(filter: ${filter}) {
      nodes { id owner reason state overdue answerCount fields dueAt }
    } }`;
    const { body } = await world.ask(as, query, { purpose: 'OVERSIGHT' });
    expect(body.errors).toBeUndefined();
    return (body.data as { breakGlassUses: { nodes: UseRow[] } }).breakGlassUses.nodes;
  }

  async function countRows(table: string): Promise<number> {
    const { rows } = await world.database.app.query<{ count: number }>(
      `select count(*) as count from oversight.${table}`,
    );
    return rows[0]!.count;
  }

  const codeOf = ({ body }: Reply): unknown => body.errors?.[0]?.extensions['code'];

  it('opens what no other agreement opens, and nothing beside', async () => {
    const usual = await world.ask('analyst', PARTIES, {
      purpose: 'PUBLIC_SAFETY',
      caseReference: 'A-2026-0107',
    });
    expect(usual.body.errors?.[0]?.extensions['reason']).toBe('PROHIBITED');

    const opened = await breakGlass();
    expect(opened.body.errors).toBeUndefined();
    expect(opened.text).toMatch(/"phone":"1\d{10}"/);

    const others = await world.ask('analyst', '{ roadSegments(first: 1) { nodes { id } } }', {
      purpose: 'PUBLIC_SAFETY',
      caseReference: 'A-2026-0107',
      headers: { 'lukou-break-glass': 'LIFE_AT_RISK' },
    });
    expect(others.body.errors?.[0]?.extensions['reason']).toBe('NO_AGREEMENT');
  });

  it('is refused with a code that says what is missing', async () => {
    const without = async (options: AskOptions): Promise<unknown> => codeOf(await breakGlass(options));
    expect(
      codeOf(
        await world.ask('analyst', PARTIES, {
          purpose: 'PUBLIC_SAFETY',
          headers: { 'lukou-break-glass': 'LIFE_AT_RISK' },
        }),
      ),
    ).toBe('BREAK_GLASS_CASE_REQUIRED');
    expect(await without({ headers: { 'lukou-break-glass': 'urgent' } })).toBe('BREAK_GLASS_REASON_UNKNOWN');
    expect(await without({ headers: { 'lukou-break-glass': '' } })).toBe('BREAK_GLASS_REASON_UNKNOWN');
    expect(await without({ headers: { 'lukou-break-glass': 'DISASTER' } })).toBe('BREAK_GLASS_NOT_GRANTED');
    expect(await without({ purpose: 'ROAD_SAFETY', caseReference: 'A-2026-0215' })).toBe(
      'BREAK_GLASS_NOT_GRANTED',
    );
    expect(await without({ caseReference: 'A-2025-0931' })).toBe('CASE_REFERENCE_REFUSED');
    expect(await countRows('alarm')).toBe(0);
    expect(await countRows('break_glass_use')).toBe(0);
  });

  it('is refused when the session is too old, to the millisecond', async () => {
    const authorization = `Bearer ${await world.tokenFor('analyst')}`;
    nowMs += 15 * MINUTE - 1;
    expect(codeOf(await breakGlass({ headers: { authorization } }))).toBeUndefined();
    nowMs += 1;
    expect(codeOf(await breakGlass({ headers: { authorization } }))).toBe('BREAK_GLASS_SESSION_ENDED');
    expect(codeOf(await breakGlass())).toBeUndefined();
  });

  it('tells the owner of every answer, and opens one review for a session', async () => {
    const authorization = `Bearer ${await world.tokenFor('analyst')}`;
    await breakGlass({ headers: { authorization } });
    nowMs += MINUTE;
    await breakGlass({ headers: { authorization } });
    const { rows: alarms } = await world.database.app.query(
      'select kind, owner, agency, agreement, case_reference, reason from oversight.alarm',
    );
    expect(alarms).toEqual(
      Array.from({ length: 2 }, () => ({
        kind: 'BREAK_GLASS',
        owner: 'AG-JUSTICE-BUREAU',
        agency: 'AG-TRAFFIC-POLICE',
        agreement: AGREEMENT,
        case_reference: 'A-2026-0107',
        reason: 'LIFE_AT_RISK',
      })),
    );
    const [use, ...others] = await listUses();
    expect(others).toEqual([]);
    expect(await listUses(`{ id: "${use!.id}" }`)).toEqual([use]);
    expect(await listUses('{ id: "0190b5a0-0000-7000-8000-000000000000" }')).toEqual([]);
    expect(await listUses('{ id: "none" }')).toEqual([]);
    expect(use).toMatchObject({
      owner: 'AG-JUSTICE-BUREAU',
      state: 'OPEN',
      overdue: false,
      answerCount: 2,
      dueAt: '2026-03-05T09:00:00+08:00',
    });
    expect(use!.fields).toContain('MediationParty.phone');

    await breakGlass();
    expect(await listUses()).toHaveLength(2);
  });

  it('is in the record, with the reason and what has to be done with the data', async () => {
    const record = (await readRecord(world, await breakGlass())) as unknown as {
      readonly purpose: object;
      readonly agreements: readonly object[];
    };
    expect(record.purpose).toEqual({
      code: 'PUBLIC_SAFETY',
      caseRef: 'A-2026-0107',
      breakGlass: 'LIFE_AT_RISK',
    });
    expect(record.agreements).toEqual([
      expect.objectContaining({
        uid: 'urn:agr:hlbe:justice-police:0017',
        handling: ['CASE_FILE_ONLY', 'NO_ONWARD_SHARING', 'RISK_TO_SOURCE', 'DELETE_AFTER'],
      }),
    ]);
  });

  it.each([
    ['no alarm can be raised', 'revoke insert on oversight.alarm from lukou_app'],
    [
      'no review can be opened',
      'revoke execute on function oversight.report_break_glass(uuid, jsonb) from lukou_app',
    ],
  ])('answers nothing, and asks for nothing, where %s', async (_what, sql) => {
    await database.admin((client) => client.query(sql));
    world.statements.length = 0;
    const reply = await breakGlass();
    expect(codeOf(reply)).toBe('STORAGE_FAULT');
    expect(reply.body.data ?? null).toBeNull();
    expect(world.statements.filter((name) => name.startsWith('mediation.'))).toEqual([]);
  });

  it('has to be reviewed within 72 hours: then it is overdue', async () => {
    await breakGlass();
    nowMs += 72 * HOUR - 1;
    expect(await listUses('{ overdue: true }')).toEqual([]);
    expect(await listUses('{ overdue: false, state: OPEN }')).toHaveLength(1);
    nowMs += 1;
    expect(await listUses('{ overdue: true }')).toHaveLength(1);
  });

  it('is seen by the owner of the data and by the keeper of the log, and by no other owner', async () => {
    await breakGlass();
    expect(await listUses('{}', 'justice-steward')).toHaveLength(1);
    expect(await listUses('{ owner: "AG-TRAFFIC-POLICE" }', 'justice-steward')).toEqual([]);
    await database.admin((client) =>
      client.query(`insert into oversight.break_glass_use
        select gen_random_uuid(), opened_at, session_ends_at, due_at, 'AG-OTHER', agency, role, principal, 'a@1', reason,
          purpose, case_reference from oversight.break_glass_use`),
    );
    expect(await listUses()).toHaveLength(2);
    expect(await listUses('{}', 'justice-steward')).toHaveLength(1);
  });

  describe('is reviewed', () => {
    const reviewer: Principal = {
      role: 'steward',
      agency: 'AG-JUSTICE-BUREAU',
      subject: 'reviewer',
      pseudonym: 'p1_reviewer',
      authMethod: 'jwt',
      system: null,
      issuedAtMs: 0,
      expiresAtMs: Number.MAX_SAFE_INTEGER,
    };
    const asked = (id: string) => ({ id, verdict: 'JUSTIFIED' as const, note: 'The person was found.' });

    function ports(): ReviewPorts {
      return { uses: createReviewDesk(world.database.app), log: world.gateway.audit, clock };
    }

    async function openUse(): Promise<string> {
      await breakGlass();
      return (await listUses())[0]!.id;
    }

    it('by a steward of the owner, once, with a record', async () => {
      const id = await openUse();
      const receipt = await reviewUse(reviewer, asked(id), ports());
      expect(await listUses('{ state: JUSTIFIED }')).toHaveLength(1);
      nowMs += 100 * HOUR;
      expect(await listUses('{ overdue: true }')).toEqual([]);
      const rows = await queryRecords<{ leaf: Buffer }>(
        world.database.log,
        `select leaf from ${RECORDS} where id = $1`,
        [receipt.id],
      );
      expect(JSON.parse(rows[0]!.leaf.toString('utf8'))).toMatchObject({
        stage: 'ADMIN',
        actor: { pseudonym: 'p1_reviewer', agency: 'AG-JUSTICE-BUREAU', role: 'steward' },
        op: { name: `review break-glass ${id}: JUSTIFIED` },
      });
      await expect(
        reviewUse(reviewer, { ...asked(id), verdict: 'UNJUSTIFIED' }, ports()),
      ).rejects.toMatchObject({
        code: 'REVIEW_DONE',
      });
    });

    it('and what the session asks after that waits for a review of its own', async () => {
      const authorization = `Bearer ${await world.tokenFor('analyst')}`;
      await breakGlass({ headers: { authorization } });
      const [first] = await listUses();
      await reviewUse(reviewer, asked(first!.id), ports());
      nowMs += MINUTE;
      await breakGlass({ headers: { authorization } });
      await breakGlass({ headers: { authorization } });
      expect(await listUses('{ state: JUSTIFIED }')).toMatchObject([{ id: first!.id, answerCount: 1 }]);
      const [second, ...others] = await listUses('{ state: OPEN }');
      expect([second?.answerCount, others]).toEqual([2, []]);
      await reviewUse(reviewer, { ...asked(second!.id), verdict: 'UNJUSTIFIED' }, ports());
      await breakGlass({ headers: { authorization } });
      expect(await listUses('{ state: OPEN }')).toHaveLength(1);
    });

    it('never by who used it, by the keeper of the log, or in another role; and is unknown to others', async () => {
      const id = await openUse();
      const { rows } = await world.database.app.query<{ principal: string }>(
        'select principal from oversight.break_glass_use',
      );
      for (const other of [
        { ...reviewer, pseudonym: rows[0]!.principal },
        { ...reviewer, agency: 'AG-OVERSIGHT', role: 'auditor' as const },
        { ...reviewer, role: 'partner' as const },
      ])
        await expect(reviewUse(other, asked(id), ports())).rejects.toMatchObject({ code: 'REVIEW_REFUSED' });
      // Whoever does not see the list of uses learns of none by its id.
      for (const other of ['AG-TRAFFIC-POLICE', 'AG-TRANSPORT-CENTRE'])
        await expect(reviewUse({ ...reviewer, agency: other }, asked(id), ports())).rejects.toMatchObject({
          code: 'REVIEW_UNKNOWN',
        });
      expect(await listUses('{ state: OPEN }')).toHaveLength(1);
    });

    it('not even in the database by who used it', async () => {
      const id = await openUse();
      const insert = (name: string): Promise<unknown> =>
        world.database.app.query(
          `insert into oversight.break_glass_review
            values ($1, now(), 'JUSTIFIED', ${name}, 'AG-JUSTICE-BUREAU', 'steward', 'x')`,
          [id],
        );
      await expect(insert('(select principal from oversight.break_glass_use limit 1)')).rejects.toMatchObject(
        { code: '42501' },
      );
      await insert(`'somebody else'`);
    });

    it('not without a reason that may be written, and not where there is no use', async () => {
      const id = await openUse();
      for (const note of ['', ' ', 'x'.repeat(1_001), '机密★10年'])
        await expect(reviewUse(reviewer, { ...asked(id), note }, ports())).rejects.toMatchObject({
          code: 'REVIEW_NOTE_INVALID',
        });
      for (const unknown of ['x', '019cac0f-2680-71ec-a0e0-b1fa39e753ce'])
        await expect(reviewUse(reviewer, asked(unknown), ports())).rejects.toMatchObject({
          code: 'REVIEW_UNKNOWN',
        });
    });
  });
});
