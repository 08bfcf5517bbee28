import { setImmediate } from 'node:timers/promises';
import { createTurns } from '../../../src/request/index.ts';

/** Work that runs until it is ended. */
function heldWork() {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  return {
    begun,
    work: (name: string) => (): Promise<string> => {
      begun.push(name);
      return new Promise((resolve) => ends.set(name, () => resolve(name)));
    },
    async end(name: string): Promise<void> {
      ends.get(name)!();
      await setImmediate();
    },
  };
}

describe('Turns', () => {
  it('let so many run at once, and the next one begin when one has ended', async () => {
    const { begun, work, end } = heldWork();
    const turns = createTurns(2);
    const all = ['a', 'b', 'c', 'd'].map((name) => turns.take(work(name)));
    await setImmediate();
    expect(begun).toEqual(['a', 'b']);
    await end('b');
    expect(begun).toEqual(['a', 'b', 'c']);
    for (const name of ['a', 'c', 'd']) await end(name);
    await expect(Promise.all(all)).resolves.toEqual(['a', 'b', 'c', 'd']);
  });

  it('come in the order in which they were asked for: who has just had one waits for all others', async () => {
    const { begun, work, end } = heldWork();
    const turns = createTurns(1);
    for (const name of ['a 1', 'b 1', 'c 1']) void turns.take(work(name));
    await setImmediate();
    void turns.take(work('a 2'));
    for (const name of ['a 1', 'b 1', 'c 1']) await end(name);
    expect(begun).toEqual(['a 1', 'b 1', 'c 1', 'a 2']);
  });

  it('are given back by work that fails, and none is lost or made', async () => {
    const turns = createTurns(1);
    const failing = (): Promise<never> => Promise.reject(new Error('failed'));
    for (let time = 0; time < 3; time += 1) await expect(turns.take(failing)).rejects.toThrow('failed');
    const { begun, work } = heldWork();
    void turns.take(work('a'));
    void turns.take(work('b'));
    await setImmediate();
    expect(begun).toEqual(['a']);
  });
});
