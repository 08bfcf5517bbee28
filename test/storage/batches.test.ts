import { setImmediate } from 'node:timers/promises';
import { batchReads } from '../../src/storage/index.ts';

let reads: (readonly [parents: readonly string[], limit: number])[];

beforeEach(() => {
  reads = [];
});

/** The length of each parent's name, cut at a limit; nothing is known of `nobody`. */
const lengths = () =>
  batchReads<[number], number | null>(async (parents, limit) => {
    reads.push([parents.toSorted(), limit]);
    await setImmediate();
    const known = parents.filter((parent) => parent !== 'nobody');
    return new Map(known.map((parent) => [parent, Math.min(parent.length, limit)]));
  }, null);

it('parents that are asked for in one turn are read together, each once', async () => {
  const lengthOf = lengths();
  const told = await new Promise((resolve) => {
    // Not from a promise: what promises lead to comes after this function, and is of its turn.
    setTimeout(() => {
      const later = Promise.resolve(Promise.resolve().then(() => 'ccc')).then((id) => lengthOf(id, 9));
      resolve(Promise.all([lengthOf('a', 9), lengthOf('bb', 9), lengthOf('a', 9), later]));
    });
  });
  expect(told).toEqual([1, 2, 1, 3]);
  expect(reads).toEqual([[['a', 'bb', 'ccc'], 9]]);
});

it('other arguments are another read', async () => {
  const lengthOf = lengths();
  expect(await Promise.all([lengthOf('ccc', 9), lengthOf('ccc', 2), lengthOf('bb', 9)])).toEqual([3, 2, 2]);
  expect(reads).toEqual([
    [['bb', 'ccc'], 9],
    [['ccc'], 2],
  ]);
});

it('what was read is not read again in a later turn, and what was not is', async () => {
  const lengthOf = lengths();
  await lengthOf('a', 9);
  expect(await Promise.all([lengthOf('a', 9), lengthOf('bb', 9)])).toEqual([1, 2]);
  expect(await lengthOf('a', 9)).toBe(1);
  expect(reads).toEqual([
    [['a'], 9],
    [['bb'], 9],
  ]);
});

it('what known and new parents lead to is read together', async () => {
  const lengthOf = lengths();
  const nextOf = lengths();
  await lengthOf('a', 9);
  reads = [];
  await Promise.all(['a', 'bb'].map(async (parent) => nextOf(`${parent}${await lengthOf(parent, 9)}`, 9)));
  expect(reads).toEqual([
    [['bb'], 9],
    [['a1', 'bb2'], 9],
  ]);
});

it('a parent of which nothing comes has the absent value', async () => {
  const lengthOf = lengths();
  expect(await Promise.all([lengthOf('nobody', 9), lengthOf('a', 9)])).toEqual([null, 1]);
});

it('a read that fails fails for each of its parents, and for no other', async () => {
  const lengthOf = batchReads<[], number>(
    ([first]) => (first === 'bad' ? Promise.reject(new Error('no')) : Promise.resolve(new Map())),
    0,
  );
  const failed = await Promise.allSettled([lengthOf('bad'), lengthOf('beside')]);
  expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await lengthOf('good')).toBe(0);
});
