import fc from 'fast-check';
import { closePools, createBudgetMeter, openPools } from '../../src/storage/index.ts';
import type { BudgetMeter, Charge, Spending } from '../../src/request/index.ts';
import { createTestDatabase, type TestDatabase } from '../postgres/database.ts';

let database: TestDatabase;
let meter: BudgetMeter;

beforeAll(async () => {
  database = await createTestDatabase();
  meter = createBudgetMeter(database.app, KEY);
});
afterAll(() => database.drop());

const KEY = Buffer.alloc(32, 7);
const NOW_MS = Date.parse('2026-03-02T09:00:00+08:00');
const subject = (name: number): string => `s1_${String(name).padStart(22, '0')}`;

const charge = (values: Partial<Charge>): Charge => ({
  agreement: 'urn:agr:test:0001',
  version: 1,
  owner: 'AG-TRAFFIC-POLICE',
  measure: 'ROWS',
  clause: '',
  amount: 0,
  subjects: [],
  allowed: 100,
  ...values,
});
const spending = (pseudonym: string | null, charges: readonly Charge[], day = '2026-03-02'): Spending => ({
  charges,
  pseudonym,
  ip: '203.0.113.7',
  agency: 'AG-TRANSPORT-CENTRE',
  nowMs: NOW_MS,
  day,
  requestId: 'r1',
  caseReference: null,
});

async function usedOf(principal: string): Promise<Record<string, number>> {
  const { rows } = await database.app.query<{ key: string; used: number }>(
    `select concat_ws(' ', day, agreement, measure || clause) as key, used from oversight.budget_use
      where principal = $1 order by 1`,
    [principal],
  );
  return Object.fromEntries(rows.map(({ key, used }) => [key, used]));
}

async function alarmsOf(principal: string): Promise<readonly unknown[]> {
  const { rows } = await database.app.query<{ kind: string; measure: string; used: number; allowed: number }>(
    'select kind, measure, clause, used, allowed from oversight.alarm where principal = $1 order by kind, measure',
    [principal],
  );
  return rows.map(({ kind, measure, used, allowed }) => [kind, measure, used, allowed]);
}

const amounts = fc.nat(30);
const asked = fc.record({
  who: fc.constantFrom('a', 'b'),
  day: fc.constantFrom('2026-03-02', '2026-03-03'),
  agreement: fc.constantFrom('urn:agr:test:0001', 'urn:agr:test:0002'),
  rows: amounts,
  uses: fc.nat(3),
  subjects: fc.uniqueArray(fc.nat(8), { maxLength: 4 }),
});

/** What the meter must do, in the plainest words. */
class Model {
  readonly used = new Map<string, number>();
  readonly known = new Set<string>();
  readonly closed = new Set<string>();

  spend(who: string, day: string, charges: readonly Charge[]): readonly Charge[] {
    const costs = charges.map((each) => {
      const key = [who, day, each.agreement, each.measure, each.clause].join(' ');
      const fresh = each.subjects.filter((name) => !this.known.has(`${key} ${name}`));
      const used = this.used.get(key) ?? 0;
      const cost = each.amount + fresh.length;
      const isSpentOut = ['ROWS', 'SUBJECTS'].includes(each.measure) && used >= each.allowed;
      const fits = used + cost <= each.allowed && !isSpentOut && !this.closed.has(key);
      return { each, key, fresh, sum: used + cost, fits };
    });
    const unfit = costs.filter(({ fits }) => !fits);
    if (unfit.length > 0) {
      for (const { each, key } of unfit) if (each.measure === 'SUBJECTS') this.closed.add(key);
      return unfit.map(({ each }) => each);
    }
    for (const { key, sum, fresh } of costs) {
      this.used.set(key, sum);
      for (const name of fresh) this.known.add(`${key} ${name}`);
    }
    return [];
  }
}

describe('The meter', () => {
  it('charges what a plain model charges, to every budget or to none', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(asked, { maxLength: 25 }), async (requests) => {
        run += 1;
        const model = new Model();
        for (const { who, day, agreement, rows, uses, subjects } of requests) {
          const charges = [
            charge({ agreement, amount: rows }),
            ...(uses > 0
              ? [charge({ agreement, measure: 'USES', clause: 'p4', amount: uses, allowed: 9 })]
              : []),
            charge({ agreement, measure: 'SUBJECTS', subjects: subjects.map(subject), allowed: 6 }),
          ];
          const name = `run ${run} ${who}`;
          expect(await meter.spend(spending(name, charges, day))).toEqual(model.spend(name, day, charges));
        }
      }),
      { numRuns: 40 },
    );
  });

  /** What eight crawlers of two processes are let have, who stop only when not even one row fits. */
  async function crawl(name: string): Promise<number> {
    const login = { connectionString: database.url('lukou_app_login') };
    const other = openPools(
      { owner: login, app: login, ingest: login },
      { statementTimeoutMs: 10_000, appConnections: 4, onConnectionLost: () => undefined },
    );
    const meters = [meter, createBudgetMeter(other.app, KEY)];
    let released = 0;
    const crawlAs = async (which: number): Promise<void> => {
      for (let step = 0; ; step += 1) {
        const amount = 1 + ((which * 7 + step * 3) % 13);
        const unfit = await meters[which % 2]!.spend(spending(name, [charge({ amount, allowed: 1_000 })]));
        if (unfit.length === 0) released += amount;
        else if (amount === 1) return;
      }
    };
    await Promise.all(Array.from({ length: 8 }, (_, which) => crawlAs(which)));
    await closePools(other);
    return released;
  }

  it('lets eight crawlers of two processes have exactly what is allowed', async () => {
    expect(await crawl('crawler')).toBe(1_000);
    expect(await usedOf('crawler')).toEqual({ '2026-03-02 urn:agr:test:0001 ROWS': 1_000 });
  });

  it('would let two have more if each looked before the other had written (positive control)', async () => {
    const find = "select pg_get_functiondef('oversight.spend_budgets'::regproc) as text";
    const text = await database.admin(
      async (admin) => (await admin.query<{ text: string }>(find)).rows[0]!.text,
    );
    const hasty = text
      .replace('for update of spent', '')
      .replace('as all_fit from judged', 'as all_fit from judged, pg_sleep(0.5)');
    const spendTwice = async (name: string): Promise<number> => {
      const both = [0, 1].map(() => meter.spend(spending(name, [charge({ amount: 60 })])));
      return (await Promise.all(both)).flat().length;
    };
    // The row is there before, or the second would wait for the first to make it.
    for (const name of ['hasty', 'patient']) await meter.spend(spending(name, [charge({ amount: 1 })]));
    await database.admin((admin) => admin.query(hasty));
    const refusedInHaste = await spendTwice('hasty');
    await database.admin((admin) => admin.query(text));
    expect([refusedInHaste, await spendTwice('patient')]).toEqual([0, 1]);
    expect(Object.values(await usedOf('hasty'))).toEqual([121]);
  });

  it('lets a circle of agreements be charged in any order at the same time', async () => {
    const charges = ['a', 'b', 'c'].map((name) => charge({ agreement: `urn:agr:${name}:1`, amount: 1 }));
    const orders = [charges, charges.toReversed(), [charges[1]!, charges[2]!, charges[0]!]];
    const all = Array.from({ length: 60 }, (_, at) => meter.spend(spending('circle', orders[at % 3]!)));
    expect((await Promise.all(all)).flat()).toEqual([]);
    expect(Object.values(await usedOf('circle'))).toEqual([60, 60, 60]);
  });

  it('counts the same subject once a day, also where two answers name it at once', async () => {
    const names = [1, 2, 3].map(subject);
    const one = charge({ measure: 'SUBJECTS', subjects: names, allowed: 4 });
    const all = await Promise.all(Array.from({ length: 10 }, () => meter.spend(spending('twice', [one]))));
    expect(all.flat()).toEqual([]);
    expect(await usedOf('twice')).toEqual({ '2026-03-02 urn:agr:test:0001 SUBJECTS': 3 });
  });

  it('tells nothing of subjects once they are spent: neither who is known, nor whether there is anybody', async () => {
    const of = (...names: number[]): Charge =>
      charge({ measure: 'SUBJECTS', subjects: names.map(subject), allowed: 3 });
    for (const charges of [of(1, 2), of(1, 2, 3)])
      expect(await meter.spend(spending('spent', [charges]))).toEqual([]);
    for (const charges of [of(1), of(4), of()])
      expect(await meter.spend(spending('spent', [charges]))).toEqual([charges]);
    expect(await meter.spend(spending('spent', [charge({ amount: 1 })]))).toEqual([]);
    expect(await meter.spend(spending('spent', [of(1)], '2026-03-03'))).toEqual([]);
  });

  it('ends the budget of subjects with the first answer that has too many: no second guess', async () => {
    const of = (...names: number[]): Charge =>
      charge({ measure: 'SUBJECTS', subjects: names.map(subject), allowed: 3 });
    // Two were met. That two more do not fit tells that both are new: who could go on would learn so of everybody.
    expect(await meter.spend(spending('guess', [of(1, 2)]))).toEqual([]);
    expect(await meter.spend(spending('guess', [of(8, 9)]))).toEqual([of(8, 9)]);
    for (const charges of [of(1, 9), of(8), of(1), of()])
      expect(await meter.spend(spending('guess', [charges]))).toEqual([charges]);
    expect(await usedOf('guess')).toEqual({ '2026-03-02 urn:agr:test:0001 SUBJECTS': 2 });
  });

  it('would let the same be guessed at again and again if it did not (positive control)', async () => {
    const of = (...names: number[]): Charge =>
      charge({ measure: 'SUBJECTS', subjects: names.map(subject), allowed: 3 });
    const find = "select pg_get_functiondef('oversight.spend_budgets'::regproc) as text";
    const text = await database.admin(
      async (admin) => (await admin.query<{ text: string }>(find)).rows[0]!.text,
    );
    await database.admin((admin) => admin.query(text.replace('set closed = true', 'set closed = false')));
    await meter.spend(spending('guesser', [of(1, 2)]));
    const guesses = [];
    for (const name of [8, 9, 1])
      guesses.push((await meter.spend(spending('guesser', [of(name, 7)]))).length === 0);
    await database.admin((admin) => admin.query(text));
    // 8 and 9 are new, and 1 is one of those met: which is what nobody was to learn.
    expect(guesses).toEqual([false, false, true]);
  });

  it('has nothing for anybody once the rows are spent, not even an empty answer', async () => {
    const empty = charge({ amount: 0, allowed: 5 });
    expect(await meter.spend(spending('empty', [empty]))).toEqual([]);
    expect(await meter.spend(spending('empty', [charge({ amount: 5, allowed: 5 })]))).toEqual([]);
    expect(await meter.spend(spending('empty', [empty]))).toEqual([empty]);
  });

  it('keeps what was spent for the next process, and for the next version of the agreement', async () => {
    await meter.spend(spending('again', [charge({ amount: 80 })]));
    const restarted = createBudgetMeter(database.app, KEY);
    const next = charge({ amount: 21, version: 2 });
    expect(await restarted.spend(spending('again', [next]))).toEqual([next]);
    expect(await restarted.spend(spending('again', [charge({ amount: 20, version: 2 })]))).toEqual([]);
  });

  it('raises an alarm at four fifths and one when all is spent, once each', async () => {
    const spend = (amount: number) => meter.spend(spending('alarmed', [charge({ amount })]));
    for (const amount of [79, 0]) await spend(amount);
    expect(await alarmsOf('alarmed')).toEqual([]);
    for (const amount of [1, 5, 5]) await spend(amount);
    expect(await alarmsOf('alarmed')).toEqual([['BUDGET_80', 'ROWS', 80, 100]]);
    for (const amount of [10, 1, 1]) await spend(amount);
    const both = [
      ['BUDGET_80', 'ROWS', 80, 100],
      ['BUDGET_SPENT', 'ROWS', 100, 100],
    ];
    expect(await alarmsOf('alarmed')).toEqual(both);
    await meter.spend(
      spending('alarmed', [charge({ measure: 'USES', clause: 'p4', amount: 3, allowed: 2 })], '2026-03-03'),
    );
    expect(await alarmsOf('alarmed')).toEqual([...both, ['LIMIT_SPENT', 'USES', 0, 2]]);
  });

  it('knows the public by a keyed hash of their address, which stands nowhere in clear', async () => {
    await meter.spend(spending(null, [charge({ amount: 100 })]));
    await meter.spend({ ...spending(null, [charge({ amount: 1 })]), ip: '203.0.113.8' });
    const texts = await database.admin(async (admin) => {
      const { rows } = await admin.query<{ text: string }>(
        `select row_to_json(t)::text as text from oversight.budget_use t
          union all select row_to_json(t)::text from oversight.budget_subject t
          union all select row_to_json(t)::text from oversight.alarm t`,
      );
      return rows.map(({ text }) => text);
    });
    expect(texts.filter((text) => text.includes('203.0.113'))).toEqual([]);
    expect(new Set(texts.flatMap((text) => /a1_[\w-]{22}/.exec(text)?.[0] ?? [])).size).toBe(2);
  });

  it('forgets what is over for a week, and nothing younger', async () => {
    const days = ['2026-02-01', '2026-02-22', '2026-02-23', '2026-03-02'];
    const budgets = [charge({ amount: 1 }), charge({ measure: 'SUBJECTS', subjects: [subject(1)] })];
    for (const day of days) await createBudgetMeter(database.app, KEY).spend(spending('old', budgets, day));
    expect(Object.keys(await usedOf('old')).map((key) => key.slice(0, 10))).toEqual([
      '2026-02-23',
      '2026-02-23',
      '2026-03-02',
      '2026-03-02',
    ]);
    const { rowCount } = await database.admin((admin) =>
      admin.query("select from oversight.budget_subject where principal = 'old'"),
    );
    expect(rowCount).toBe(2);
  });

  it('gives nothing back, whatever it is asked to charge', async () => {
    await meter.spend(spending('giver', [charge({ amount: 40 })]));
    expect(await meter.spend(spending('giver', [charge({ amount: -30 })]))).toEqual([]);
    expect(await usedOf('giver')).toEqual({ '2026-03-02 urn:agr:test:0001 ROWS': 40 });
  });

  it('fails where the database cannot say that it was charged', async () => {
    const broken = createBudgetMeter(database.ingest, KEY);
    await expect(broken.spend(spending('x', [charge({ amount: 1 })]))).rejects.toMatchObject({
      code: 'STORAGE_FAULT',
    });
  });
});

describe('The application', () => {
  it.each([
    'update oversight.budget_use set used = 0',
    'delete from oversight.budget_use',
    'insert into oversight.budget_use select * from oversight.budget_use',
    'select * from oversight.budget_subject',
    'update oversight.alarm set kind = kind',
    'delete from oversight.alarm',
    'truncate oversight.alarm',
  ])('may not: %s', async (text) => {
    await expect(database.app.query(text)).rejects.toMatchObject({ code: '42501' });
  });

  it('cannot have today forgotten', async () => {
    await meter.spend(spending('kept', [charge({ amount: 5 })], '2999-01-01'));
    await database.app.query("select oversight.forget_budgets('3000-01-01')");
    expect(await usedOf('kept')).toEqual({ '2999-01-01 urn:agr:test:0001 ROWS': 5 });
  });
});
