import * as fc from 'fast-check';
import { bindGrant, viewSchema } from '../../src/agreement/index.ts';
import type { TestDatabase } from '../postgres/database.ts';
import { type AskOptions, type Asker, type World, WORLD_NOW } from '../world/open-world.ts';
import { readConsumerSchema } from './consumer-schema.ts';
import { inFragments, underAliases } from './f-paths/disguise.ts';
import { askOfWho } from './f-paths/sample-stage.ts';
import { drawQuestion } from './non-interference/draw-question.ts';
import { HIDDEN_COLUMNS } from './non-interference/hidden-columns.ts';
import { FILLED, hideFrom } from './non-interference/hide-from.ts';
import { look, openBare } from './non-interference/two-worlds.ts';
import { UNCHANGED_COLUMNS } from './non-interference/unchanged-columns.ts';

const SEED = Number(process.env['LUKOU_FUZZ_SEED'] ?? 20_260_301);
const EXPLAIN = `query Why($o: String!) { explain(operation: $o) {
  grantDigest fields { path decision code clause explainId openedBy { purpose withCase } } inputs { position decision code }
} }`;

// Pages that end between rows of one bucket of time: whoever sees the bucket alone must not learn which row was first.
const IN_ORDER = [
  '{ gantry(id: "g1") { passages(first: 7) { id transTime } } }',
  '{ gantries { nodes { passages(first: 12) { id } } } }',
  '{ checkpoint(id: "c1") { passages(first: 7) { id passTime } } }',
  '{ checkpointPassages(first: 7) { nodes { id } edges { cursor } pageInfo { endCursor } } }',
  '{ violations(first: 7) { nodes { id } edges { cursor } pageInfo { endCursor } } }',
];

const CLASSES: readonly (readonly [asker: Asker, options: AskOptions, leastColumns: number])[] = [
  ['public', {}, 60],
  ['transport', { purpose: 'ROAD_SAFETY' }, 40],
  ['transport', { purpose: 'EMERGENCY_RESPONSE' }, 40],
  ['transport', { purpose: 'STATISTICS' }, 50],
  ['justice', { purpose: 'MEDIATION' }, 20],
  ['justice', { purpose: 'STATISTICS' }, 40],
  ['detention', { purpose: 'MEDIATION' }, 40],
  ['womens-federation', { purpose: 'MEDIATION' }, 100],
  ['analyst', { purpose: 'ROAD_SAFETY' }, 15],
  ['analyst', { purpose: 'PUBLIC_SAFETY' }, 15],
  ['analyst', { purpose: 'PUBLIC_SAFETY', caseReference: 'A-2026-0107' }, 25],
  ['auditor', { purpose: 'OVERSIGHT' }, 60],
  ['steward', { purpose: 'OVERSIGHT' }, 60],
];

// Each sees in clear what is hidden from somebody else.
const SEERS: readonly (readonly [asker: Asker, options: AskOptions, query: string])[] = [
  [
    'analyst',
    { purpose: 'PUBLIC_SAFETY', caseReference: 'A-2026-0107' },
    '{ checkpoint(id: "c1") { orgCode passages(first: 50) { plateNo passTime imageUrl } } }',
  ],
  ['justice', { purpose: 'MEDIATION' }, '{ mediationCase(id: "m1") { facts parties { name phone } } }'],
  ['transport', { purpose: 'STATISTICS' }, '{ gantry(id: "g1") { gantryHex passages { mediaType } } }'],
];

describe.each(CLASSES)(
  'Two databases that differ only in what is hidden from the %s asking for %j',
  (asker, options, leastColumns) => {
    let bare: World;
    let secret: World;
    let columns: readonly string[];
    let questions: fc.Arbitrary<string>;
    beforeAll(async () => {
      bare = await openBare(FILLED);
      const { policy } = bare.gateway;
      const grant = bindGrant(policy, askOfWho({ asker, ...options }), Date.parse(WORLD_NOW));
      const hiding = hideFrom(grant);
      columns = hiding.columns;
      secret = await openBare(`${FILLED};\n${hiding.sql}`);
      const whole = await readConsumerSchema();
      // What may be asked gives data; what may not be, gives refusals: both must be the same.
      const own = viewSchema(whole, policy.catalogue, grant);
      questions = fc.gen().map((g) => {
        const draw = (bound: number): number => g(fc.nat, { max: bound - 1 });
        const query = drawQuestion(draw(4) === 0 ? whole : own, draw);
        return [query, underAliases(query), inFragments(query, whole)][draw(3)]!;
      });
    }, 120_000);
    afterAll(() => Promise.all([bare.close(), secret.close()]));

    it('answer the same bytes by the same statements, whatever is asked', async () => {
      let answered = 0;
      await fc.assert(
        fc.asyncProperty(questions, async (query) => {
          const [one, other] = [
            await look(bare, asker, query, options),
            await look(secret, asker, query, options),
          ];
          expect({ query, ...seen(other) }).toEqual({ query, ...seen(one) });
          if (/:(?:"|\d|true|false)/.test(JSON.stringify(one.reply.body.data ?? null))) answered += 1;
          const why = { ...options, variables: { o: query } };
          const [because, forSecret] = [
            await look(bare, asker, EXPLAIN, why),
            await look(secret, asker, EXPLAIN, why),
          ];
          expect({ query, ...seen(forSecret) }).toEqual({ query, ...seen(because) });
          expect(because.statements).toEqual([]);
        }),
        { numRuns: 30, seed: SEED },
      );
      console.info(
        `${asker} ${options.purpose ?? ''}: ${answered} of 30 questions with data, ${columns.length} columns differ`,
      );
      expect(answered).toBeGreaterThan(10);
      expect(await spentIn(secret)).toEqual(await spentIn(bare));
    }, 120_000);

    it.each(IN_ORDER)('list in an order that tells nothing of a masked time: %s', async (query) => {
      const [one, other] = [
        await look(bare, asker, query, options),
        await look(secret, asker, query, options),
      ];
      expect(seen(other)).toEqual(seen(one));
    });

    it('do differ, in every column that is hidden: the control', async () => {
      expect(columns.length).toBeGreaterThanOrEqual(leastColumns);
      const [one, other] = [await digestsOf(bare, columns), await digestsOf(secret, columns)];
      const alike = columns.filter((name) => one.get(name) === other.get(name));
      expect(alike).toEqual([]);
    });

    it('give other bytes to some who may see it: the control', async () => {
      const differing = [];
      for (const [who, how, query] of SEERS) {
        const [one, other] = [await look(bare, who, query, how), await look(secret, who, query, how)];
        expect(one.reply.body.errors).toBeUndefined();
        if (one.text !== other.text) differing.push(query);
      }
      expect(differing).not.toEqual([]);
    });
  },
);

it('every column of the agencies’ tables is changed where it is hidden, or named among those that are not', async () => {
  const world = await openBare('select 1');
  const columns = await (world.database as TestDatabase).admin(async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select c.table_schema || '.' || c.table_name || '.' || c.column_name as name
         from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
        where c.table_schema in ('traffic', 'checkpoint', 'mediation') and t.table_type = 'BASE TABLE'
          and c.table_name !~ '_\\d{4,}|_p?\\d+$' and c.column_name <> 'online_label'`,
    );
    return rows.map(({ name }) => name);
  });
  await world.close();
  const named = new Set([
    ...HIDDEN_COLUMNS.map(({ table, column }) => `${table}.${column}`),
    ...Object.values(UNCHANGED_COLUMNS).flat(),
  ]);
  const everybodys =
    /^traffic\.(?:admin_division|road|road_segment|flow_observation|road_event|axle_weight_limit)\./;
  expect(columns.filter((name) => !named.has(name) && !everybodys.test(name)).toSorted()).toEqual([]);
  expect([...named].filter((name) => !columns.includes(name))).toEqual([]);
}, 120_000);

/** What the questions cost of the budgets: hidden rows and masked subjects cost as much as others, and no more. */
async function spentIn({ database }: World): Promise<unknown[]> {
  return (database as TestDatabase).admin(async (client) => {
    const { rows } = await client.query(
      'select agreement, principal, measure, clause, used::int from oversight.budget_use order by 1, 2, 3, 4',
    );
    return rows;
  });
}

/** Of each column all its values, as one digest. */
async function digestsOf(world: World, columns: readonly string[]): Promise<Map<string, string>> {
  return (world.database as TestDatabase).admin(async (client) => {
    const digests = new Map<string, string>();
    for (const name of columns) {
      const [schema, table, column] = name.split('.');
      const { rows } = await client.query<{ digest: string }>(
        `select md5(coalesce(string_agg(${column}::text, '|' order by ${column}::text), '')) as digest from ${schema}.${table}`,
      );
      digests.set(name, rows[0]!.digest);
    }
    return digests;
  });
}

function seen({ reply: _reply, ...sight }: Awaited<ReturnType<typeof look>>) {
  return sight;
}
