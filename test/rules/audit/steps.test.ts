import type { AuditLog, LogStore, Signer } from '../../../src/audit/index.ts';
import { stoppedClock } from '../../../src/base/index.ts';
import { entryWith } from '../../audit-log/entry.ts';
import { createMemorySigner, createMemoryStore, nameOf, openMemoryLog } from '../../audit-log/memory-log.ts';

type Step = 'sign' | 'append' | 'keep';
type Fault = 'fails before' | 'fails after' | 'hangs before' | 'hangs after';

/** What one fault at one durable step must come to. */
interface Expected {
  /** Whether the record of the faulty batch is in the log when the next request has been answered. */
  readonly stored: boolean;
}

// Whatever happens, the request of the faulty batch gets no answer, and the next one gets one: a record without an answer
// is the safe side, an answer without a record is not.
const TABLE: readonly (readonly [Step, Fault, Expected])[] = [
  ['sign', 'fails before', { stored: false }],
  ['sign', 'fails after', { stored: false }],
  ['sign', 'hangs before', { stored: false }],
  ['sign', 'hangs after', { stored: false }],
  ['append', 'fails before', { stored: false }],
  ['append', 'fails after', { stored: true }],
  ['append', 'hangs before', { stored: false }],
  ['append', 'hangs after', { stored: true }],
  ['keep', 'fails before', { stored: true }],
  ['keep', 'fails after', { stored: true }],
  ['keep', 'hangs before', { stored: true }],
  ['keep', 'hangs after', { stored: true }],
];

const DEADLINE_MS = 30;
const clock = stoppedClock('2026-01-31T00:00:00Z');

/** Makes a step go wrong once, when it is armed. */
function breakOnce<A extends readonly unknown[], T>(
  step: (...asked: A) => Promise<T>,
  fault: Fault,
  isArmed: () => boolean,
): (...asked: A) => Promise<T> {
  return async (...asked) => {
    if (!isArmed()) return step(...asked);
    if (fault.endsWith('after')) await step(...asked);
    if (fault.startsWith('hangs')) return new Promise(() => undefined);
    throw new Error('the disk is on fire');
  };
}

async function openBroken(step: Step, fault: Fault) {
  const store = createMemoryStore();
  const signer = createMemorySigner();
  let armed = false;
  const isArmed = (): boolean => {
    const was = armed;
    armed = false;
    return was;
  };
  const brokenStore: LogStore = {
    ...store,
    begin: store.begin,
    append: step === 'append' ? breakOnce(store.append, fault, isArmed) : store.append,
  };
  const brokenSigner: Signer = {
    ...signer,
    get kept() {
      return signer.kept;
    },
    sign: step === 'sign' ? breakOnce(signer.sign, fault, isArmed) : signer.sign,
    keep: step === 'keep' ? breakOnce(signer.keep, fault, isArmed) : signer.keep,
  };
  const limits = { deadlineMs: DEADLINE_MS };
  const open = (): Promise<AuditLog> =>
    openMemoryLog({ store: brokenStore, signer: brokenSigner, clock, limits });
  return { store, signer, open, arm: () => void (armed = true) };
}

const named = (name: string) => entryWith({ operation: { name, documentSha256: null, variablesHmac: null } });

describe.each(TABLE)('Where the step %s %s', (step, fault, { stored }) => {
  it(`answers nothing on it, goes on, and its record is ${stored ? 'in the log' : 'nowhere'}`, async () => {
    const { store, signer, open, arm } = await openBroken(step, fault);
    const log = await open();
    await log.record(named('before'));
    arm();
    await expect(log.record(named('faulty'))).rejects.toMatchObject({ code: 'AUDIT_UNAVAILABLE' });
    const after = await log.record(named('after'));
    const names = store.records.map(nameOf);
    expect(names).toEqual(['begin log', 'before', ...(stored ? ['faulty'] : []), 'after']);
    expect(store.records.map(({ index }) => index)).toEqual([...names.keys()]);
    expect(signer.kept).toMatchObject({ size: after.index + 1 });
    expect(log.fatal).toBeNull();
  });

  it('leaves a log that is whole at the next start, where the process dies of it', async () => {
    const { store, signer, open, arm } = await openBroken(step, fault);
    const first = await open();
    await first.record(named('before'));
    arm();
    await first.record(named('faulty')).catch(() => undefined);
    // The first process is gone: nothing that it still waits for happens.
    const second = await openMemoryLog({ store, signer, clock });
    const { index } = await second.record(named('after'));
    expect(index).toBe(stored ? 3 : 2);
    expect(store.head).toMatchObject({ size: index + 1 });
    expect(signer.kept.size).toBe(index + 1);
  });

  it('is ready again by itself, without a request that finds out', async () => {
    const { open, arm } = await openBroken(step, fault);
    const log = await open();
    arm();
    await log.record(named('faulty')).catch(() => undefined);
    let ready = await log.isWritable();
    for (let turn = 0; turn < 50 && !ready; turn += 1) ready = await log.isWritable();
    expect(ready).toBe(true);
  });
});

describe('A batch that was given up', () => {
  it('and is stored only later is found, not taken for a second writer', async () => {
    const store = createMemoryStore();
    let land: (() => Promise<unknown>) | undefined;
    const late: LogStore = {
      ...store,
      begin: store.begin,
      append: (batch, signal) => {
        if (batch.before.size !== 1 || land !== undefined) return store.append(batch, signal);
        land = () => store.append(batch, signal);
        return new Promise(() => undefined);
      },
    };
    let settled = 0;
    const settleHead: LogStore['settleHead'] = async (name) => {
      const head = await store.settleHead(name);
      settled += 1;
      // Between the question and the next batch.
      if (settled > 1) await land?.();
      return head;
    };
    const log = await openMemoryLog({
      store: { ...late, settleHead },
      clock,
      limits: { deadlineMs: DEADLINE_MS },
    });
    settled = 1;
    await expect(log.record(named('late'))).rejects.toMatchObject({ code: 'AUDIT_UNAVAILABLE' });
    await expect(log.record(named('next'))).resolves.toMatchObject({ index: 2 });
    expect(store.records.map(nameOf)).toEqual(['begin log', 'late', 'next']);
  });
});
