import { once } from 'node:events';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';
import type { TestDatabase } from '../../postgres/database.ts';
import { type AgreementsCopy, copyAgreements } from '../../world/copy-agreements.ts';
import { WORLD_NOW } from '../../world/open-world.ts';
import { until } from '../../world/until.ts';
import { type Followed, type LiveWorld, openLiveWorld, type Told, WAYS } from './live-world.ts';

const ALARMS = 'subscription { alarmRaised { id owner } }';
const OVERSIGHT = { purpose: 'OVERSIGHT' };
const OWN = 'AG-TRAFFIC-POLICE';
const AGREEMENT = 'oversight-to-traffic-police.yaml';
const ROWS = 3;

const codeOf = (told: Told | undefined): unknown => told?.errors?.[0]?.extensions['code'];
const lastCode = ({ told }: Followed): unknown => codeOf(told.at(-1));
const eventsIn = ({ told }: Followed): number =>
  told.filter(({ data }) => data?.['alarmRaised']?.['id']).length;

let agreements: AgreementsCopy;
let world: LiveWorld;
let nowMs = Date.parse(WORLD_NOW);

beforeAll(async () => {
  agreements = await copyAgreements({
    [AGREEMENT]: (text) => text.replace('permission:', `budget: { rowsPerDay: ${ROWS} }\npermission:`),
  });
  world = await openLiveWorld(
    { LUKOU_AGREEMENTS: agreements.folder, LUKOU_MAX_STREAMS: '2', LUKOU_MAX_ALL_STREAMS: '3' },
    { clock: { nowMs: () => nowMs } },
  );
}, 120_000);
afterAll(async () => {
  await world.close();
  await agreements[Symbol.asyncDispose]();
});
// A day later nothing of a budget is spent.
afterEach(() => {
  nowMs += 86_400_000;
});

async function suspend(isSuspended: boolean): Promise<void> {
  const path = join(agreements.folder, 'suspensions.yaml');
  const version = /^version: (\d+)$/m.exec(await readShipped())![1]!;
  const line = `suspensions:\n  - uid: urn:agr:hlbe:oversight-police:0014\n    version: ${version}\n    from: 2026-03-01T00:00:00+08:00\n    by: AG-OVERSIGHT\n    reason: A complaint is looked into.\n`;
  if (isSuspended) await writeFile(path, line);
  else await rm(path, { force: true });
  await world.gateway.renew();
  await world.gateway.renew();
}

function readShipped(): Promise<string> {
  return readFile(join(agreements.folder, AGREEMENT), 'utf8');
}

describe.each(WAYS)('A stream by %s ends with a word of why', (way) => {
  const follow = (): Promise<Followed> => world.follow(way, 'steward', ALARMS, OVERSIGHT);

  it('A7 when its agreement is suspended: the next event is withheld', async () => {
    const followed = await follow();
    await world.raiseAlarm(OWN);
    await until(() => eventsIn(followed) === 1);
    await suspend(true);
    await world.raiseAlarm(OWN);
    await followed.ended;
    await suspend(false);
    expect([eventsIn(followed), lastCode(followed)]).toEqual([1, 'UNAUTHORIZED_FIELD_OR_TYPE']);
  });

  it('when its agreement is suspended, also where nothing happens', async () => {
    const followed = await follow();
    await suspend(true);
    await followed.ended;
    await suspend(false);
    expect([eventsIn(followed), lastCode(followed)]).toEqual([0, 'UNAUTHORIZED_FIELD_OR_TYPE']);
  });

  it('when its token expires, and not a moment before', async () => {
    const followed = await follow();
    await world.raiseAlarm(OWN);
    await until(() => eventsIn(followed) === 1);
    nowMs += 12 * 3_600_000;
    await world.raiseAlarm(OWN);
    await followed.ended;
    expect([eventsIn(followed), lastCode(followed)]).toEqual([1, 'TOKEN_EXPIRED']);
    // A subscriber with a token of that time hears it.
    const again = await follow();
    await world.raiseAlarm(OWN);
    await until(() => eventsIn(again) === 1);
    again.stop();
  });

  it('when a budget is spent: what would be more is not told', async () => {
    const followed = await follow();
    for (let row = 0; row <= ROWS; row += 1) {
      await world.raiseAlarm(OWN);
      await until(() => followed.told.length > row);
    }
    await followed.ended;
    expect([eventsIn(followed), lastCode(followed)]).toEqual([ROWS, 'BUDGET_SPENT']);
  });

  it('when nothing can be recorded: no receipt, no event', async () => {
    const followed = await follow();
    const admin = (sql: string): Promise<unknown> =>
      (world.database as TestDatabase).admin((client) => client.query(sql));
    await admin('alter table oversight.log_batch rename to taken_away');
    await world.raiseAlarm(OWN);
    await followed.ended;
    await admin('alter table oversight.taken_away rename to log_batch');
    expect([eventsIn(followed), lastCode(followed)]).toEqual([0, 'AUDIT_UNAVAILABLE']);
    expect(followed.told.at(-1)?.extensions).toBeUndefined();
  });

  it('at once where a caller, or the gateway, has as many streams as it may', async () => {
    const [one, two] = [await follow(), await follow()];
    const third = await follow();
    await third.ended;
    const other = await world.follow(way, 'auditor', ALARMS, OVERSIGHT);
    const fourth = await world.follow(way, 'transport', ALARMS, OVERSIGHT);
    await fourth.ended;
    expect([lastCode(third), lastCode(fourth), other.told]).toEqual(['LIMIT_STREAMS', 'LIMIT_STREAMS', []]);
    for (const { stop } of [one, two, other]) stop();
    // Places are given back.
    await sleep(200);
    const later = await follow();
    expect(later.told).toEqual([]);
    later.stop();
    await sleep(200);
  });
});

it('R8 streams end with a word of why when the gateway is stopped', async () => {
  const stopped = await openLiveWorld();
  const followed = await Promise.all(WAYS.map((way) => stopped.follow(way, 'steward', ALARMS, OVERSIGHT)));
  // Nothing is asked on this one, and nobody waits for it.
  const idle = new WebSocket(stopped.url.replace('http', 'ws'), 'graphql-transport-ws');
  await once(idle, 'open');
  const idleClosed = once(idle, 'close');
  await stopped.gateway.close();
  expect((await idleClosed)[0]).toBe(1001);
  await Promise.all(followed.map(({ ended }) => ended));
  expect(followed.map(lastCode)).toEqual(['GATEWAY_STOPPING', 'GATEWAY_STOPPING']);
  await stopped.database.close();
});
