import {
  type DisclosureEntry,
  type LogStore,
  openAuditLog,
  type StoredRecord,
} from '../../../src/audit/index.ts';
import { stoppedClock } from '../../../src/base/index.ts';

const clock = stoppedClock('2026-01-31T00:00:00Z');

const ENTRY: DisclosureEntry = {
  stage: 'RELEASE',
  actor: { pseudonym: 'p', agency: null, role: 'public', auth: 'none' },
  source: { ip: '127.0.0.1' },
  purpose: { code: null, caseReference: null },
  agreements: [],
  policyDigest: null,
  grantDigest: null,
  operation: { name: null, documentSha256: null },
  fields: [],
  result: { rows: 0, bytes: 0, sha256: 'ab', status: 200, code: 'OK' },
  requestId: 'r',
};

function memoryStore(
  fault: { beforeCommit?: () => Promise<void> } = {},
): LogStore & { records: StoredRecord[]; batches: number } {
  const store = {
    records: [] as StoredRecord[],
    batches: 0,
    async append(build: (firstIndex: number) => readonly StoredRecord[]) {
      const built = build(store.records.length);
      await fault.beforeCommit?.();
      store.records.push(...built);
      store.batches += 1;
    },
    probe: () => Promise.resolve(),
  };
  return store;
}

describe('The disclosure log', () => {
  it('gives a receipt only after the record is stored', async () => {
    const store = memoryStore();
    const receipt = await openAuditLog(store, clock).record(ENTRY);
    expect(receipt).toMatchObject({ index: 0, resultSha256: 'ab' });
    expect(store.records).toHaveLength(1);
  });

  it('numbers records without a gap, and commits those that wait together', async () => {
    const store = memoryStore({ beforeCommit: () => new Promise((done) => setTimeout(done, 5)) });
    const log = openAuditLog(store, clock);
    const receipts = await Promise.all(Array.from({ length: 50 }, () => log.record(ENTRY)));
    expect(receipts.map(({ index }) => index).toSorted((a, b) => a - b)).toEqual([...Array(50).keys()]);
    expect(store.batches).toBeLessThanOrEqual(3);
  });

  it('L1 refuses every disclosure of a batch that could not be committed', async () => {
    const store = memoryStore({ beforeCommit: () => Promise.reject(new Error('53100')) });
    const log = openAuditLog(store, clock);
    await expect(Promise.all([log.record(ENTRY), log.record(ENTRY)])).rejects.toMatchObject({
      code: 'AUDIT_UNAVAILABLE',
    });
  });

  it('writes again once the store does', async () => {
    let broken = true;
    const store = memoryStore({
      beforeCommit: () => (broken ? Promise.reject(new Error('57P01')) : Promise.resolve()),
    });
    const log = openAuditLog(store, clock);
    await expect(log.record(ENTRY)).rejects.toMatchObject({ code: 'AUDIT_UNAVAILABLE' });
    broken = false;
    await expect(log.record(ENTRY)).resolves.toMatchObject({ index: 0 });
  });

  it('L3 refuses when a write hangs, after its deadline', async () => {
    const store = memoryStore({ beforeCommit: () => new Promise(() => undefined) });
    const log = openAuditLog(store, clock, { deadlineMs: 20 });
    await expect(log.record(ENTRY)).rejects.toMatchObject({ code: 'AUDIT_UNAVAILABLE' });
  });

  it('refuses at once when its queue is full', async () => {
    const store = memoryStore({ beforeCommit: () => new Promise(() => undefined) });
    const log = openAuditLog(store, clock, { queueLength: 2, batchSize: 1, deadlineMs: 50 });
    const waiting = [log.record(ENTRY), log.record(ENTRY), log.record(ENTRY)];
    await expect(log.record(ENTRY)).rejects.toMatchObject({ code: 'AUDIT_UNAVAILABLE' });
    await Promise.allSettled(waiting);
  });

  it('takes nothing more once it is closed', async () => {
    const log = openAuditLog(memoryStore(), clock);
    await log.close();
    await expect(log.record(ENTRY)).rejects.toMatchObject({ code: 'AUDIT_UNAVAILABLE' });
    expect(await log.isWritable()).toBe(false);
  });
});
