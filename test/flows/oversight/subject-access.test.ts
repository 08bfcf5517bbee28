import { join } from 'node:path';
import { createEpochFile, destroyEpochKey, readEpochFiles } from '../../../src/audit/index.ts';
import type { Clock } from '../../../src/base/index.ts';
import type { Principal } from '../../../src/identity/index.ts';
import { holdCase } from '../../../src/request/index.ts';
import { createCaseRegister, createHoldDesk } from '../../../src/storage/index.ts';
import { copySample } from '../../world/open-sample-world.ts';
import { openWorld, type Reply, type World, WORLD_NOW } from '../../world/open-world.ts';
import { readRecord } from '../../world/read-record.ts';
import { queryRecords, RECORDS } from '../../world/query-records.ts';

const DAY = 86_400_000;
const CASE = 'A-2026-0107';
const AUDIT_CASE = '呼监审（2026）0011号';
const WHO = `query Who($value: String!, $kind: DisclosedSubject! = PLATE, $after: String) {
  disclosuresOfSubject(kind: $kind, value: $value, first: 2, after: $after) {
    nodes { index agency role purpose caseReference subjectCount origin leafHash }
    pageInfo { hasNextPage endCursor }
  }
}`;

interface Found {
  readonly nodes: readonly {
    readonly index: number;
    readonly caseReference: string | null;
    readonly origin: string;
    readonly leafHash: string;
  }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

describe('Who looked at a plate', () => {
  let world: World;
  let nowMs: number;
  let plate: string;
  const clock: Clock = { nowMs: () => nowMs };

  beforeEach(async () => {
    nowMs = Date.parse(WORLD_NOW);
    world = await openWorld(await copySample(), {}, { clock });
    const { rows } = await world.database.ingest.query<{ plate: string }>(
      'select plate_no as plate from checkpoint.passage where plate_no is not null order by id limit 1',
    );
    plate = rows[0]!.plate;
  }, 120_000);
  afterEach(() => world.close());

  const lookUp = (): Promise<Reply> =>
    world.ask(
      'analyst',
      'query ($plate: PlateNo) { checkpointPassages(first: 1, filter: { plateNo: $plate }) { nodes { plateNo } } }',
      { purpose: 'PUBLIC_SAFETY', caseReference: CASE, variables: { plate } },
    );
  const whoLooked = (variables: Record<string, unknown> = { value: plate }): Promise<Reply> =>
    world.ask('auditor', WHO, { purpose: 'OVERSIGHT', caseReference: AUDIT_CASE, variables });
  const foundBy = ({ body }: Reply): Found => {
    expect(body.errors).toBeUndefined();
    return body.data!['disclosuresOfSubject'] as Found;
  };
  const hold = async (
    days: number,
    principal: Partial<Principal> = {},
    caseReference = CASE,
  ): Promise<void> => {
    const { audit } = world.gateway;
    await holdCase(
      {
        role: 'steward',
        agency: 'AG-TRAFFIC-POLICE',
        subject: 's',
        pseudonym: 'p1_steward',
        authMethod: 'jwt',
        issuedAtMs: nowMs,
        expiresAtMs: nowMs + DAY,
        ...principal,
      } as Principal,
      { agency: 'AG-TRAFFIC-POLICE', caseReference, untilMs: nowMs + days * DAY },
      {
        cases: createCaseRegister(world.database.app),
        holds: createHoldDesk(world.database.app),
        log: audit,
        clock,
      },
    );
  };

  it('is told to an auditor with a case, however the plate is written', async () => {
    const looked = await lookUp();
    const { receipt } = looked.body.extensions;
    const found = foundBy(
      await whoLooked({ value: ` ${plate.slice(0, 2).toLowerCase()}·${plate.slice(2)}` }),
    );
    expect(found.nodes).toEqual([
      {
        index: receipt.index,
        agency: 'AG-TRAFFIC-POLICE',
        role: 'analyst',
        purpose: 'PUBLIC_SAFETY',
        caseReference: CASE,
        subjectCount: 1,
        origin: Reflect.get(receipt, 'origin'),
        leafHash: Reflect.get(receipt, 'leafHash'),
      },
    ]);
    expect(foundBy(await whoLooked({ value: '蒙Z00000' })).nodes).toEqual([]);
    expect(foundBy(await whoLooked({ value: plate, kind: 'PERSON' })).nodes).toEqual([]);
  });

  it('comes page by page', async () => {
    for (let n = 0; n < 3; n += 1) await lookUp();
    const first = foundBy(await whoLooked());
    const second = foundBy(await whoLooked({ value: plate, after: first.pageInfo.endCursor }));
    const [one, two, three] = [...first.nodes, ...second.nodes].map(({ index }) => index);
    expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
    expect(one! > two! && two! > three!).toBe(true);
    const stolen = await whoLooked({ value: '蒙Z00000', after: first.pageInfo.endCursor });
    expect(stolen.body.errors?.[0]?.extensions['code']).toBe('CURSOR_INVALID');
  });

  it.each([
    ['an auditor without a case', 'auditor', undefined, 'CASE_REQUIRED'],
    ['a steward', 'steward', undefined, 'NOT_GRANTED'],
    ['an analyst', 'analyst', undefined, 'NO_AGREEMENT'],
    ['the public', 'public', undefined, 'NO_AGREEMENT'],
  ] as const)('is not told to %s', async (_who, asker, caseReference, reason) => {
    const reply = await world.ask(asker, WHO, {
      ...(asker !== 'public' && { purpose: 'OVERSIGHT' }),
      ...(caseReference !== undefined && { caseReference }),
      variables: { value: plate },
    });
    expect(reply.body.data?.['disclosuresOfSubject'] ?? null).toBeNull();
    expect(reply.text).toContain(reason);
    expect(world.statements).not.toContain('oversight.list-disclosures-of-subject');
  });

  it('is a record itself, which says that somebody was looked for', async () => {
    const asked = await whoLooked();
    const record = await readRecord(world, asked);
    expect(record).toMatchObject({
      actor: { agency: 'AG-OVERSIGHT', role: 'auditor' },
      purpose: { code: 'OVERSIGHT', caseRef: AUDIT_CASE.normalize('NFKC') },
    });
    expect(record.fields.map(([coordinate, decision]) => `${coordinate} ${decision}`)).toEqual(
      expect.arrayContaining([
        'DisclosureRecord.subjectCount match:allow',
        'Query.disclosuresOfSubject allow',
      ]),
    );
  });

  it('L5 puts the value into no record, no message and no statement', async () => {
    await lookUp();
    const canary = '蒙E7Q9Z8';
    for (const value of [plate, canary, `${canary}\u0000`, '']) await whoLooked({ value });
    await whoLooked({ value: canary, kind: 'NOBODY' });
    const rows = await queryRecords<{ row: string }>(
      world.database.app,
      `select record::text || convert_from(leaf, 'UTF8') as row from ${RECORDS}
       union all select b::text from oversight.budget_use b`,
    );
    const kept = [...rows.map(({ row }) => row), ...world.messages, ...world.faults.map(String)].join('\n');
    // What was written is looked at: the keyed hash of the plate that was looked up is there.
    expect(kept).toMatch(/s1_[A-Za-z0-9_-]{22}/);
    for (const value of [plate, canary]) expect(kept).not.toContain(value.slice(1));
  });

  it('leaves out the records of a case under a hold until the hold ends, and is told apart from nothing', async () => {
    await lookUp();
    expect(foundBy(await whoLooked()).nodes).toHaveLength(1);
    await hold(30);
    const held = await whoLooked();
    expect(foundBy(held)).toEqual(foundBy(await whoLooked({ value: '蒙Z00000' })));
    nowMs += 29 * DAY;
    expect(foundBy(await whoLooked()).nodes).toEqual([]);
    await hold(30);
    nowMs += 29 * DAY;
    expect(foundBy(await whoLooked()).nodes).toEqual([]);
    nowMs += 2 * DAY;
    expect(foundBy(await whoLooked()).nodes).toHaveLength(1);
  });

  it('a hold is set by the agency or by the keepers of the log, is a record, ends within 180 days, and stays', async () => {
    await expect(hold(181)).rejects.toMatchObject({ code: 'HOLD_SPAN_INVALID' });
    await expect(hold(0)).rejects.toMatchObject({ code: 'HOLD_SPAN_INVALID' });
    await expect(hold(1, {}, 'A-2026-9999')).rejects.toMatchObject({ code: 'HOLD_CASE_UNKNOWN' });
    for (const stranger of [
      { role: 'analyst' },
      { agency: 'AG-JUSTICE-BUREAU' },
      { agency: 'AG-OVERSIGHT', role: 'steward' },
    ] as const)
      await expect(hold(1, stranger)).rejects.toMatchObject({ code: 'HOLD_REFUSED' });
    await hold(180, { agency: 'AG-OVERSIGHT', role: 'auditor' });
    const rows = await queryRecords<{ leaf: string }>(
      world.database.app,
      `select convert_from(leaf, 'UTF8') as leaf from ${RECORDS} where stage = 'ADMIN' and case_reference = $1`,
      [CASE],
    );
    expect(rows.map(({ leaf }) => (JSON.parse(leaf) as { op: { name: string } }).op.name)).toEqual([
      'hold case until 2026-08-29T01:00:00.000Z',
    ]);
    for (const change of [
      'update oversight.investigation_hold set held_until = now()',
      'delete from oversight.investigation_hold',
    ])
      await expect(world.database.app.query(change)).rejects.toThrow(/permission denied|append-only/);
  });

  it('is found in every epoch of subjects, until the key of an epoch is destroyed', async () => {
    const HOUR = 3_600_000;
    const folder = join(world.logFolder, 'subjects');
    const first = await readRecord(world, await lookUp());
    await createEpochFile(folder, 2, nowMs + HOUR);
    nowMs += 2 * HOUR;
    const second = await readRecord(world, await lookUp());
    expect(second.subjects).toHaveLength(1);
    expect(second.subjects).not.toEqual(first.subjects);
    expect(second.op.variablesHmac).not.toBe(first.op.variablesHmac);
    expect(foundBy(await whoLooked()).nodes).toHaveLength(2);

    await createEpochFile(folder, 3, nowMs + HOUR);
    nowMs += DAY;
    const [epoch] = readEpochFiles(folder);
    await destroyEpochKey(folder, epoch!);
    nowMs += HOUR;
    expect(foundBy(await whoLooked()).nodes).toHaveLength(1);
    expect((await readRecord(world, await lookUp())).subjects).not.toEqual(second.subjects);
    expect(foundBy(await whoLooked()).nodes).toHaveLength(2);
  });
});
