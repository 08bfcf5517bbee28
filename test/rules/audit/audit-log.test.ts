import type { LogStore } from '../../../src/audit/index.ts';
import {
  hashLeaf,
  readLogProof,
  readSignedNote,
  readHeadText,
  verifyInclusion,
} from '../../../src/merkle/index.ts';
import { entryWith } from '../../audit-log/entry.ts';
import { createMemorySigner, createMemoryStore, nameOf, openMemoryLog } from '../../audit-log/memory-log.ts';

const never = (): Promise<never> => new Promise(() => undefined);

/** A store whose batches fare as a test says, once the log has begun. */
function storeWith(append: (plain: LogStore['append']) => LogStore['append']) {
  const store = createMemoryStore();
  const faulty = append(store.append);
  return {
    ...store,
    get records() {
      return store.records;
    },
    get batches() {
      return store.batches;
    },
    append: (batch, signal) => (batch.before.size === 0 ? store.append : faulty)(batch, signal),
    begin: store.begin,
    settleHead: store.settleHead,
    findLastIndex: store.findLastIndex,
  } satisfies LogStore & { records: unknown; batches: unknown };
}

describe('The disclosure log', () => {
  it('begins with a record of its own, and gives a receipt only after a record is stored', async () => {
    const store = createMemoryStore();
    const log = await openMemoryLog({ store });
    const receipt = await log.record(entryWith());
    expect(receipt).toMatchObject({ index: 1, origin: 'lukou.test/gateway', resultSha256: 'ab'.repeat(32) });
    expect(receipt.leafHash).toBe(hashLeaf(store.records[1]!.leaf).toString('base64'));
    expect(store.records.map(nameOf)).toEqual(['begin log', null]);
  });

  it('proves every record against the head that was signed with it', async () => {
    const log = await openMemoryLog({ limits: { batchSize: 7 } });
    const receipts = await Promise.all(Array.from({ length: 40 }, () => log.record(entryWith())));
    for (const { index, leafHash, prove } of receipts) {
      const proof = readLogProof(prove());
      const { size, root } = readHeadText(readSignedNote(proof.head).text);
      expect(proof.index).toBe(index);
      const claim = { index, size, leafHash: Buffer.from(leafHash, 'base64'), root };
      expect(verifyInclusion(claim, proof.hashes)).toBe(true);
    }
  });

  it('numbers records without a gap, and commits those that wait together, with one signature a batch', async () => {
    const store = createMemoryStore();
    const signer = createMemorySigner();
    let signed = 0;
    const counting = {
      ...signer,
      get kept() {
        return signer.kept;
      },
      sign: (...asked: Parameters<typeof signer.sign>) => {
        signed += 1;
        return signer.sign(...asked);
      },
    };
    const log = await openMemoryLog({ store, signer: counting });
    const receipts = await Promise.all(Array.from({ length: 50 }, () => log.record(entryWith())));
    expect(receipts.map(({ index }) => index)).toEqual(Array.from({ length: 50 }, (_, at) => at + 1));
    expect(store.batches).toBeLessThanOrEqual(4);
    expect(signed).toBe(store.batches);
  });

  it('L1 refuses every disclosure of a batch that could not be committed', async () => {
    const store = storeWith(() => () => Promise.reject(new Error('53100')));
    const log = await openMemoryLog({ store });
    const both = await Promise.allSettled([log.record(entryWith()), log.record(entryWith())]);
    expect(both).toMatchObject([
      { status: 'rejected', reason: { code: 'AUDIT_UNAVAILABLE' } },
      { status: 'rejected', reason: { code: 'AUDIT_UNAVAILABLE' } },
    ]);
  });

  it('L3 refuses when a write hangs, after its deadline', async () => {
    const log = await openMemoryLog({ store: storeWith(() => never), limits: { deadlineMs: 20 } });
    await expect(log.record(entryWith())).rejects.toMatchObject({ code: 'AUDIT_UNAVAILABLE' });
  });

  it('refuses at once when its queue is full', async () => {
    const store = storeWith(() => never);
    const log = await openMemoryLog({ store, limits: { queueLength: 2, batchSize: 1, deadlineMs: 50 } });
    const waiting = [log.record(entryWith()), log.record(entryWith()), log.record(entryWith())];
    await expect(log.record(entryWith())).rejects.toMatchObject({ code: 'AUDIT_UNAVAILABLE' });
    await Promise.allSettled(waiting);
  });

  it('takes nothing more once it is closed', async () => {
    const log = await openMemoryLog();
    await log.close();
    await expect(log.record(entryWith())).rejects.toMatchObject({ code: 'AUDIT_UNAVAILABLE' });
    expect(await log.isWritable()).toBe(false);
  });
});
