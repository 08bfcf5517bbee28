import { forwardLog, type ForwardPosition, type LogReader } from '../../../src/audit/index.ts';
import { stoppedClock } from '../../../src/base/index.ts';
import { makeLog, type MadeLog, openLogReader } from '../../world/make-log.ts';

/** Forwards until there is no more to send: what was sent, how far it came, and what troubled it. */
async function forward(
  logs: readonly MadeLog[],
  position: ForwardPosition,
  reader: LogReader = openLogReader(...logs),
) {
  const sent: string[] = [];
  const done = new AbortController();
  let kept = position;
  let trouble: string | null = null;
  await forwardLog({
    reader,
    details: { readDetails: async () => new Map() },
    sender: {
      async send(copies) {
        for (const { text } of copies) {
          const { metadata } = JSON.parse(text);
          sent.push(`${metadata.log_name}#${metadata.sequence}`);
        }
      },
      close: () => Promise.resolve(),
    },
    listLogs: async () =>
      logs.map(({ log, origin, leaves }) => ({ log, origin, size: leaves.length, prunedTo: 0 })),
    position,
    async keepPosition(next) {
      kept = next;
    },
    clock: stoppedClock('2026-03-02T00:00:00.000Z'),
    productVersion: '0',
    onLag(lag) {
      ({ trouble } = lag);
      done.abort();
    },
    signal: done.signal,
  });
  return { sent, kept, trouble };
}

it('Copies go on behind records that are missing, however many they are', async () => {
  const log = makeLog(1_300);
  const reader = openLogReader(log);
  const damaged: LogReader = {
    ...reader,
    readEntries: (name, from, to) => reader.readEntries(name, Math.max(from, 1_200), to),
  };
  const { sent, kept, trouble } = await forward([log], {}, damaged);
  expect([sent.length, sent[0], kept, trouble]).toEqual([
    100,
    'lukou.test/gateway#1200',
    { gateway: 1_300 },
    null,
  ]);
});

it('A log that holds less than was sent is trouble, and holds up no other log', async () => {
  const { sent, kept, trouble } = await forward([makeLog(3), makeLog(2, 'second')], { gateway: 5 });
  expect(sent).toEqual(['lukou.test/second#0', 'lukou.test/second#1']);
  expect(kept).toEqual({ gateway: 5, second: 2 });
  expect(trouble).toMatch(/5 records of lukou.test\/gateway were sent, and it holds 3/);
});
