import { setTimeout as sleep } from 'node:timers/promises';
import { type DerivedLog, deriveBehind, type LogFollower } from '../../../src/audit/index.ts';
import { LukouError } from '../../../src/base/index.ts';
import { entryWith } from '../../audit-log/entry.ts';
import { openMemoryLog } from '../../audit-log/memory-log.ts';

let told: string[];
let follower: LogFollower;
beforeEach(() => void (told = []));
afterEach(() => follower.close());

/** A follower of a log whose deriver answers as it is told, one after the other, and then that all is done. */
function follow(...answers: readonly (DerivedLog | Error)[]) {
  const asked: string[] = [];
  const left = [...answers];
  follower = deriveBehind({
    log: 'gateway',
    delayMs: 1,
    retryMs: 1,
    onMessage: (message) => told.push(message),
    deriver: {
      async derive(log) {
        asked.push(log);
        const answer = left.shift() ?? DONE;
        if (answer instanceof Error) throw answer;
        return answer;
      },
    },
  });
  return asked;
}

const DONE: DerivedLog = { waiting: 0, unreadable: 0 };
const FAULT = new LukouError('STORAGE_FAULT');

it('derives when a log is opened and behind its commits, and not before', async () => {
  const asked = follow();
  await sleep(20);
  expect(asked).toEqual([]);
  const log = await openMemoryLog({ follower });
  await sleep(20);
  expect(asked).toEqual(['gateway']);
  await log.record(entryWith());
  expect(asked).toEqual(['gateway']);
  await sleep(20);
  expect(asked).toEqual(['gateway', 'gateway']);
  await log.close();
});

it('goes on while many records wait, and later where few came meanwhile', async () => {
  const asked = follow({ waiting: 5_000, unreadable: 0 }, { waiting: 3, unreadable: 0 });
  follower.wake();
  await sleep(50);
  expect(asked).toHaveLength(3);
});

it('tells of a failure once, tries again until it works, and tells that too', async () => {
  const asked = follow(FAULT, FAULT, FAULT);
  follower.wake();
  await sleep(100);
  expect(asked).toHaveLength(4);
  expect(told).toEqual([
    expect.stringMatching(
      /^log gateway: new records are kept and proven, and cannot be searched: .+ every 0\.001 s\.$/,
    ),
    'log gateway: it can be searched again.',
  ]);
});

it('tells of records that cannot be read, once for as many', async () => {
  follow({ waiting: 0, unreadable: 2 }, { waiting: 0, unreadable: 2 }, { waiting: 0, unreadable: 3 });
  for (let turn = 0; turn < 3; turn += 1) {
    follower.wake();
    await sleep(20);
  }
  expect(told.map((line) => line.slice(0, 42))).toEqual([
    'log gateway: 2 records cannot be read. The',
    'log gateway: 3 records cannot be read. The',
  ]);
});

it('costs no answer where it fails: the log is written all the while', async () => {
  follow(...Array.from({ length: 50 }, () => FAULT));
  const log = await openMemoryLog({ follower });
  await sleep(10);
  await expect(log.record(entryWith())).resolves.toMatchObject({ index: 1 });
  expect(await log.isWritable()).toBe(true);
  await log.close();
});

it('does nothing more once it is closed', async () => {
  const asked = follow();
  await follower.close();
  follower.wake();
  await sleep(20);
  expect(asked).toEqual([]);
});
