import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import { openSampleWorld } from '../world/open-sample-world.ts';
import { expectFileSnapshot } from '../world/file-snapshot.ts';
import type { World } from '../world/open-world.ts';
import { tellPastMonth } from './past-month.ts';

const asking = z.strictObject({
  as: z.enum(['analyst', 'transport', 'justice', 'detention', 'auditor', 'steward', 'public']),
  purpose: z.string().optional(),
  case: z.string().optional(),
  headers: z.record(z.string(), z.string()).optional(),
});
const scenario = z.strictObject({
  tells: z.string(),
  asks: z.array(asking).min(1),
});

const FOLDER = import.meta.dirname;

describe('Scenario', () => {
  let world: World;
  beforeAll(async () => {
    world = await openSampleWorld();
    await tellPastMonth(world);
  }, 120_000);
  afterAll(() => world.close());

  for (const name of readdirSync(FOLDER, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)) {
    const { tells, asks } = scenario.parse(
      parseYaml(readFileSync(join(FOLDER, name, 'scenario.yaml'), 'utf8')),
    );
    describe(`${name}: ${tells}`, () => {
      const query = readFileSync(join(FOLDER, name, 'ask.graphql'), 'utf8');
      it.each(asks)('$as for $purpose', async ({ as, purpose, case: caseReference, headers }) => {
        const reply = await world.ask(as, query, {
          ...(purpose !== undefined && { purpose }),
          ...(caseReference !== undefined && { caseReference }),
          ...(headers !== undefined && { headers }),
        });
        const { receipt, ...extensions } = reply.body.extensions;
        expect(receipt.resultSha256).toMatch(/^[0-9a-f]{64}$/);
        const suffix = [as, purpose, caseReference && 'with-case'].filter(Boolean).join('.');
        expectFileSnapshot(join(FOLDER, name, `answer.${suffix}.json`), {
          status: reply.status,
          ...withoutIds({ ...reply.body, extensions }),
        });
      });
    });
  }
});

const IDS: ReadonlySet<string> = new Set(['requestId', 'explainId', 'salt']);

/** Ids change with every request, or with every change of an agreement; salts with the secret of the gateway. */
function withoutIds(body: object): object {
  return JSON.parse(
    JSON.stringify(body, (key, value: unknown) => (IDS.has(key) ? undefined : value)),
  ) as object;
}
