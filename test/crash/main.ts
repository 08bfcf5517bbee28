// Kills gateway and PostgreSQL under load, again and again, and judges the log after each:
// npm run test:crash -- [--kills 200] [--seed 1]
import { randomInt } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runCampaign } from './campaign.ts';
import { planKills } from './plan-kills.ts';

const { values } = parseArgs({
  options: { kills: { type: 'string', default: '200' }, seed: { type: 'string' } },
});
const kills = Number(values.kills);
const seed = values.seed === undefined ? randomInt(2 ** 31) : Number(values.seed);
if (!Number.isSafeInteger(kills) || kills < 1 || !Number.isSafeInteger(seed))
  throw new Error(
    'Give --kills and --seed as whole numbers, as in: npm run test:crash -- --kills 20 --seed 7',
  );

console.log(`${kills} kills, seed ${seed} (again: npm run test:crash -- --kills ${kills} --seed ${seed})`);
const folder = await mkdtemp(join(tmpdir(), 'lukou-crash-'));
// As root the database server runs as another account, which must pass through.
await chmod(folder, 0o711);
const startedMs = performance.now();
const { tallies, records, faults } = await runCampaign(join(folder, 'data'), planKills(seed, kills), (line) =>
  console.log(line),
);
console.table(tallies);
console.log(`${records} records, ${((performance.now() - startedMs) / 60_000).toFixed(1)} minutes`);
for (const fault of faults) console.error(`FAULT: ${fault}`);
if (faults.length > 0) {
  console.error(`The data folder is kept: ${folder}`);
  process.exitCode = 1;
} else {
  await rm(folder, { recursive: true });
  console.log('Every answer is in the log, and every proof holds.');
}
