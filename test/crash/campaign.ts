import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Gateway, startGateway } from './gateway.ts';
import { judgeRound, type KnownLog } from './judge-log.ts';
import { type Load, putUnderLoad } from './load.ts';
import { type Plan, type Victim, VICTIMS } from './plan-kills.ts';
import { killSomeBackend, killServer } from './postgres-processes.ts';
import { headFileOf, readRound } from './read-round.ts';

/** What came of the kills of one kind. */
export interface Tally {
  kills: number;
  /** Answers with a receipt. */
  answers: number;
  /** Refusals without data: the log could not be written. */
  unavailable: number;
  /** Requests that got no answer. */
  lost: number;
  /** Heads that clients saw. */
  heads: number;
  /** Records that nobody was answered on. */
  unanswered: number;
  longestRecoveryMs: number;
}

/** What a campaign came to. */
export interface Outcome {
  readonly tallies: Readonly<Record<Victim, Tally>>;
  readonly records: number;
  /** Whatever was not as promised; empty where all was. */
  readonly faults: readonly string[];
}

/** How long clients go on asking a gateway without its database. */
const WITHOUT_DATABASE_MS = 150;
const LONGEST_START_MS = 3_000;

/** Kills, restarts and judges, once for each step of the plan. Stops at the first fault: the folder is the evidence. */
export async function runCampaign(
  dataFolder: string,
  plan: readonly Plan[],
  tell: (line: string) => void,
): Promise<Outcome> {
  const tallies = Object.fromEntries(VICTIMS.map((victim) => [victim, newTally()])) as Record<Victim, Tally>;
  const known: KnownLog = { hashes: [], entries: new Map(), promised: [] };
  let gateway = await startGateway(dataFolder);
  let faults: readonly string[] = [];
  try {
    for (const [at, step] of plan.entries()) {
      const sizeBefore = known.hashes.length;
      const load = putUnderLoad(gateway);
      await load.untilBusy();
      await sleep(step.delayMs);
      await kill(gateway, load, step, dataFolder);
      const { seen } = load;
      if (step.victim === 'server' && !gateway.isAlive)
        seen.faults.push('The gateway ended with its database.');
      // Now, since the next start lets the signer keep what is stored.
      const kept = await readFile(headFileOf(dataFolder));
      gateway = await recover(gateway, step, dataFolder);
      const round = await readRound(gateway, dataFolder, known, kept);
      faults = [...seen.faults, ...(await judgeRound(round, seen, known))];
      const tally = tallies[step.victim];
      tally.kills += 1;
      tally.answers += seen.receipts.length;
      tally.unavailable += seen.unavailable;
      tally.lost += seen.lost;
      tally.heads += seen.heads.length;
      tally.unanswered += known.hashes.length - sizeBefore - seen.receipts.length;
      tally.longestRecoveryMs = Math.round(Math.max(tally.longestRecoveryMs, gateway.readyAfterMs));
      tell(describeRound(at + 1, plan.length, step, seen.receipts.length, known, gateway));
      if (faults.length > 0) break;
    }
  } finally {
    await gateway.end();
  }
  return { tallies, records: known.hashes.length, faults };
}

/** Kills, and waits until every client has heard of it. */
async function kill(gateway: Gateway, load: Load, step: Plan, dataFolder: string): Promise<void> {
  if (step.victim === 'server') await killServer(dataFolder);
  else if (step.victim === 'backend') await killSomeBackend(dataFolder, step.again);
  else await gateway.kill();
  // A gateway without its database goes on being asked, and must give no data.
  if (gateway.isAlive) await sleep(WITHOUT_DATABASE_MS);
  await load.stop();
}

/** The gateway that answers again. */
async function recover(gateway: Gateway, { victim, again }: Plan, dataFolder: string): Promise<Gateway> {
  if (victim === 'backend') return gateway.untilReady();
  if (victim === 'server') await gateway.end();
  // A crash while the log is being recovered, or the database is.
  if (victim === 'starting gateway') await startGateway(dataFolder, again * LONGEST_START_MS);
  return startGateway(dataFolder);
}

function newTally(): Tally {
  return { kills: 0, answers: 0, unavailable: 0, lost: 0, heads: 0, unanswered: 0, longestRecoveryMs: 0 };
}

function describeRound(
  at: number,
  count: number,
  { victim, delayMs }: Plan,
  answers: number,
  known: KnownLog,
  gateway: Gateway,
): string {
  return (
    `${at}/${count} ${victim} after ${Math.round(delayMs)} ms: ${answers} answers, ` +
    `log of ${known.hashes.length}, again ready after ${(gateway.readyAfterMs / 1000).toFixed(1)} s`
  );
}
