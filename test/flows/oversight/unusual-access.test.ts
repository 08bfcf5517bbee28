import { openReaders, type OpenReaders } from '../../storage/readers/open-readers.ts';
import { createTestDatabase, type TestDatabase } from '../../postgres/database.ts';
import { insertRecords, PLAIN_ENTRY, type ToldRecord } from '../../world/insert-records.ts';

const MARCH = { from: '2026-02-01T00:00:00+08:00', to: '2026-03-01T00:00:00+08:00' };
const actor = (pseudonym: string, role = 'analyst') => ({ ...PLAIN_ENTRY.actor, pseudonym, role });
const times = (count: number, tell: (n: number) => ToldRecord): ToldRecord[] =>
  Array.from({ length: count }, (_none, n) => tell(n));
const minute = (n: number): string => String(n).padStart(2, '0');
const subject = (n: number): string => `s1_${String(n).padStart(22, '0')}`;
const owners = ['AG-TEST'];

interface Finding {
  readonly actor: string;
  readonly measure: string;
  readonly counted: number;
  readonly usual: number | null;
  readonly least: number;
  readonly recordIds: readonly string[];
}

describe('Unusual access', () => {
  let database: TestDatabase;
  let readers: OpenReaders;
  beforeEach(async () => {
    database = await createTestDatabase();
    readers = openReaders(database, {});
  });
  afterEach(async () => {
    await readers.close();
    await database.drop();
  });

  async function find(kind: string, records: readonly ToldRecord[]): Promise<readonly Finding[]> {
    await insertRecords(
      database,
      records.map((record) => ({ owners, ...record })),
    );
    return readers.oversight.unusualAccess({ kind, during: MARCH, first: 50 });
  }
  const told = (findings: readonly Finding[]): readonly unknown[] =>
    findings.map((one) => [one.actor, one.measure, one.counted, one.usual, one.least]);

  it('at night counts answers between 22:00 and 06:00 of one night, by role', async () => {
    const night = (who: string, role: string, count: number): ToldRecord[] =>
      times(count, (n) => ({
        at: n % 2 === 0 ? `2026-02-10T22:${minute(n)}:00+08:00` : `2026-02-11T05:${minute(n)}:59+08:00`,
        actor: actor(who, role),
      }));
    const found = await find('NIGHT', [
      ...night('busy analyst', 'analyst', 20),
      ...night('analyst', 'analyst', 19),
      ...night('partner', 'partner', 10),
      ...times(40, (n) => ({ at: `2026-02-10T06:${minute(n)}:00+08:00`, actor: actor('by day') })),
      ...times(40, (n) => ({ at: `2026-02-10T21:${minute(n)}:00+08:00`, actor: actor('by day') })),
      // A second night is another one.
      ...times(19, (n) => ({
        at: `2026-02-${20 + (n % 2)}T23:${minute(n)}:00+08:00`,
        actor: actor('two nights'),
      })),
      ...times(40, (n) => ({ at: `2026-02-10T23:${minute(n)}:00+08:00`, actor: actor('public', 'public') })),
      ...times(40, (n) => ({
        at: `2026-02-10T23:${minute(n)}:00+08:00`,
        stage: 'DENY',
        actor: actor('refused'),
      })),
    ]);
    expect(told(found)).toEqual([
      ['busy analyst', 'ANSWERS', 20, null, 20],
      ['partner', 'ANSWERS', 10, null, 10],
    ]);
    expect(found[0]!.recordIds).toHaveLength(20);
  });

  it('in breadth is measured against the caller’s own past', async () => {
    const hour = (who: string, day: string, from: number, count: number): ToldRecord => ({
      at: `${day}T10:00:00+08:00`,
      actor: actor(who),
      subjects: Array.from({ length: count }, (_none, n) => subject(from + n)),
    });
    const found = await find('BREADTH', [
      hour('new', '2026-02-10', 0, 50),
      hour('almost', '2026-02-10', 0, 49),
      // The same subject in two answers is one.
      hour('twice the same', '2026-02-10', 0, 49),
      hour('twice the same', '2026-02-10', 0, 49),
      // 60 are unusual for who had 20 an hour, and not for who had 30.
      ...['2026-01-20', '2026-01-21'].map((day) => hour('narrow past', day, 0, 20)),
      hour('narrow past', '2026-02-10', 0, 60),
      ...['2026-01-20', '2026-01-21'].map((day) => hour('broad past', day, 0, 30)),
      hour('broad past', '2026-02-10', 0, 60),
      {
        at: '2026-02-10T10:00:00+08:00',
        actor: actor('everywhere'),
        divisions: ['150702', '150703', '150721', '150722', '150724'],
      },
    ]);
    expect(told(found)).toEqual([
      ['narrow past', 'SUBJECTS', 60, 20, 50],
      ['new', 'SUBJECTS', 50, null, 50],
      ['everywhere', 'DIVISIONS', 5, null, 5],
    ]);
  });

  it('of one subject counts days and cases, in look-ups and not in lists', async () => {
    const look = (
      who: string,
      day: number,
      caseReference: string | null,
      subjects: number[],
    ): ToldRecord => ({
      at: `2026-02-${10 + day}T10:00:00+08:00`,
      actor: actor(who),
      purpose: { code: 'PUBLIC_SAFETY', caseReference },
      subjects: subjects.map(subject),
    });
    const found = await find('REPEATED_SUBJECT', [
      ...[0, 1, 2].map((day) => look('three days', day, 'A', [7])),
      ...[0, 1].map((day) => look('two days', day, 'A', [7])),
      ...[0, 0, 0].map((day) => look('one day', day, 'A', [7])),
      look('two cases', 0, 'A', [7]),
      look('two cases', 0, 'B', [7]),
      ...[0, 1, 2].map((day) => look('others', day, 'A', [day])),
      ...[0, 1, 2].map((day) =>
        look(
          'lists',
          day,
          'A',
          Array.from({ length: 11 }, (_none, n) => n),
        ),
      ),
    ]);
    expect(told(found)).toEqual([
      ['three days', 'DAYS', 3, null, 3],
      ['two cases', 'CASES', 2, null, 2],
    ]);
  });

  it('that is vague has no case, or the wrong purpose', async () => {
    const day = (who: string, count: number, change: Partial<ToldRecord>): ToldRecord[] =>
      times(count, (n) => ({ at: `2026-02-10T10:${minute(n)}:00+08:00`, actor: actor(who), ...change }));
    const withCase = { purpose: { code: 'PUBLIC_SAFETY', caseReference: 'A' } };
    const refused = {
      stage: 'DENY',
      result: { ...PLAIN_ENTRY.result, code: 'CASE_REFERENCE_REFUSED' },
    } as const;
    const found = await find('VAGUE', [
      ...day('without case', 30, { maxSensitivity: 'SENSITIVE' }),
      ...day('almost', 29, { maxSensitivity: 'SENSITIVE' }),
      ...day('harmless', 40, { maxSensitivity: 'INTERNAL' }),
      ...day('with case', 40, { maxSensitivity: 'SENSITIVE', ...withCase }),
      ...day('refused', 10, refused),
      ...day('seldom refused', 9, refused),
      ...day('denied', 10, {
        stage: 'DENY',
        fields: [['CheckpointPassage.plateNo', 'match:deny:CASE_REQUIRED', 'default']],
      }),
    ]);
    expect(told(found)).toEqual([
      ['without case', 'WITHOUT_CASE', 30, null, 30],
      ['denied', 'REFUSED', 10, null, 10],
      ['refused', 'REFUSED', 10, null, 10],
    ]);
  });

  it('thresholds are data, and those of a role go before those of all', async () => {
    await database.owner((owner) =>
      owner.query(
        `insert into oversight.access_threshold (kind, measure, role, least, times_usual)
         values ('REPEATED_SUBJECT', 'DAYS', 'partner', 2, null)`,
      ),
    );
    const found = await find(
      'REPEATED_SUBJECT',
      ['analyst', 'partner'].flatMap((role) =>
        [10, 11].map((day) => ({
          at: `2026-02-${day}T10:00:00+08:00`,
          actor: actor(role, role),
          subjects: [subject(1)],
        })),
      ),
    );
    expect(told(found)).toEqual([['partner', 'DAYS', 2, null, 2]]);
  });

  it('of another owner’s data is nobody’s business', async () => {
    const records = times(60, (n) => ({
      at: `2026-02-10T23:${minute(n)}:00+08:00`,
      owners: ['AG-ELSEWHERE'],
    }));
    expect(await find('NIGHT', records)).toEqual([]);
  });
});
