import { stoppedClock } from '../../../src/base/index.ts';
import { entryWith } from '../../audit-log/entry.ts';
import {
  createMemorySigner,
  createMemoryStore,
  type MemoryStore,
  openMemoryLog,
} from '../../audit-log/memory-log.ts';

/** A log of some records, closed, and what it is opened from again. */
async function leaveLog(records = 6) {
  const store = createMemoryStore();
  const signer = createMemorySigner();
  const log = await openMemoryLog({ store, signer });
  for (let count = 0; count < records; count += 1) await log.record(entryWith());
  await log.close();
  return { store, signer, reopen: () => openMemoryLog({ store, signer }) };
}

/** The state of a store, to be put back later. */
function backUp({ records, tiles, head }: MemoryStore) {
  const copy = { records: [...records], tiles: [...tiles], head };
  return (store: MemoryStore): void => void Object.assign(store, { ...copy, records: [...copy.records] });
}

describe('A log that is not as it was left is not opened', () => {
  it('and is opened as it was left (control)', async () => {
    const { reopen } = await leaveLog();
    await expect((await reopen()).record(entryWith())).resolves.toMatchObject({ index: 7 });
  });

  it('where an old backup was restored', async () => {
    const { store, signer } = await leaveLog(3);
    const restore = backUp(store);
    const log = await openMemoryLog({ store, signer });
    await log.record(entryWith());
    restore(store);
    await expect(openMemoryLog({ store, signer })).rejects.toMatchObject({ code: 'LOG_ROLLED_BACK' });
    // The running process notices as well, and stays stopped.
    await expect(log.record(entryWith())).rejects.toMatchObject({ code: 'LOG_ROLLED_BACK' });
    await expect(log.record(entryWith())).rejects.toMatchObject({ code: 'LOG_ROLLED_BACK' });
    expect(await log.isWritable()).toBe(false);
  });

  it('where the last records were removed', async () => {
    const { store, reopen } = await leaveLog();
    store.records.pop();
    await expect(reopen()).rejects.toMatchObject({
      code: 'LOG_ALTERED',
      message: expect.stringMatching(/Record 6 of gateway is missing/),
    });
  });

  it('where the whole log is gone', async () => {
    const { signer } = await leaveLog();
    const opening = openMemoryLog({ store: createMemoryStore(), signer });
    await expect(opening).rejects.toMatchObject({ code: 'LOG_ROLLED_BACK' });
  });

  it.each([0, 3, 6])('where record %i was changed', async (index) => {
    const { store, reopen } = await leaveLog();
    store.records[index] = { ...store.records[index]!, leaf: Buffer.from('{"v":3,"nothing":"happened"}') };
    await expect(reopen()).rejects.toMatchObject({ code: 'LOG_ALTERED' });
  });

  it('where records are gone, and only the database says that they were pruned', async () => {
    const { store, reopen } = await leaveLog(300);
    store.records.splice(0, 256);
    store.prunedTo = 256;
    await expect(reopen()).rejects.toMatchObject({
      code: 'LOG_ALTERED',
      message: expect.stringMatching(/no record says that it was pruned/),
    });
  });

  it('and is opened where a record says that they were pruned (control)', async () => {
    const { store, signer, reopen } = await leaveLog(300);
    const log = await openMemoryLog({ store, signer });
    const { operation, ...entry } = entryWith();
    await log.record({ ...entry, stage: 'ADMIN', operation: { ...operation, name: 'prune log to 256' } });
    await log.close();
    store.records.splice(0, 256);
    store.prunedTo = 256;
    await expect((await reopen()).record(entryWith())).resolves.toMatchObject({ index: 302 });
  });

  it('where a record was put behind the head', async () => {
    const { store, reopen } = await leaveLog();
    store.records.push({ ...store.records[0]!, index: 7 });
    await expect(reopen()).rejects.toMatchObject({ code: 'LOG_ALTERED' });
  });

  it('where its head was changed and not signed again', async () => {
    const { store, reopen } = await leaveLog();
    store.head = { ...store.head!, root: Buffer.alloc(32, 1) };
    await expect(reopen()).rejects.toMatchObject({ code: 'LOG_ALTERED' });
  });

  it('where it has two histories, both of them signed', async () => {
    const { store, signer } = await leaveLog(3);
    const restore = backUp(store);
    const kept = signer.kept;
    await (await openMemoryLog({ store, signer })).record(entryWith());
    const left = signer.kept;
    // The same key signs another record in the same place, from a copy of the signer’s file.
    restore(store);
    signer.kept = kept;
    await (await openMemoryLog({ store, signer })).record(entryWith());
    signer.kept = left;
    await expect(openMemoryLog({ store, signer })).rejects.toMatchObject({ code: 'LOG_FORKED' });
    // However much is written behind it.
    signer.kept = kept;
    const forked = await openMemoryLog({ store, signer });
    await forked.record(entryWith());
    await forked.record(entryWith());
    signer.kept = left;
    await expect(openMemoryLog({ store, signer })).rejects.toMatchObject({ code: 'LOG_FORKED' });
  });

  it('where another key signs it', async () => {
    const { store } = await leaveLog();
    const stranger = openMemoryLog({ store, signer: createMemorySigner() });
    await expect(stranger).rejects.toMatchObject({ code: 'LOG_SIGNER_LOST' });
  });

  it('and a second writer is noticed by the first, which stops', async () => {
    const { store, signer, reopen } = await leaveLog();
    const first = await reopen();
    const second = await openMemoryLog({ store, signer: signer.copy() });
    await second.record(entryWith());
    await expect(first.record(entryWith())).rejects.toMatchObject({ code: 'LOG_SECOND_WRITER' });
    await expect(first.record(entryWith())).rejects.toMatchObject({ code: 'LOG_SECOND_WRITER' });
    await expect(second.record(entryWith())).resolves.toMatchObject({ index: 8 });
  });
});

it('goes on where its clock jumps by 400 days, forward and back', async () => {
  const clock = stoppedClock('2026-01-31T00:00:00Z');
  const store = createMemoryStore();
  const signer = createMemorySigner();
  const log = await openMemoryLog({ store, signer, clock });
  const indices: number[] = [];
  for (const instant of ['2026-01-31T00:00:00Z', '2027-03-07T00:00:00Z', '2024-12-27T00:00:00Z']) {
    clock.moveTo(instant);
    const { index, recordedAt } = await log.record(entryWith());
    expect(Date.parse(recordedAt)).toBe(Date.parse(instant));
    indices.push(index);
  }
  expect(indices).toEqual([1, 2, 3]);
  await log.close();
  await expect((await openMemoryLog({ store, signer, clock })).record(entryWith())).resolves.toMatchObject({
    index: 4,
  });
});

it('computes the tree of a log that had none, at its first start', async () => {
  const { store: old } = await leaveLog(700);
  const store = createMemoryStore();
  store.records = [...old.records];
  const messages: string[] = [];
  const signer = createMemorySigner();
  const log = await openMemoryLog({
    store,
    signer,
    clock: stoppedClock('2026-01-31T00:00:00Z'),
    onMessage: (message) => messages.push(message),
  });
  expect(messages.at(-1)).toBe('log gateway: tree over 701 of 701 records');
  expect(store.tiles.map(({ level, index }) => [level, index])).toEqual([
    [0, 0],
    [0, 1],
  ]);
  await expect(log.record(entryWith())).resolves.toMatchObject({ index: 702 });
  await log.close();
  await expect(openMemoryLog({ store, signer })).resolves.toMatchObject({ fatal: null });
});
