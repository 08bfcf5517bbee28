import type { Policy } from '../../src/agreement/index.ts';
import { Editions, type OpenEdition } from '../../src/wiring/index.ts';

/** An edition that only says who it is and whether it was closed. */
function edition(name: string): OpenEdition & { closed: number } {
  return {
    policy: { digest: name } as Policy,
    speakGraphql: () => Promise.reject(new Error('Nobody asks.')),
    federation: {} as OpenEdition['federation'],
    unreachable: () => [],
    closed: 0,
    close() {
      this.closed += 1;
      return Promise.resolve();
    },
  };
}

/** Closing is handed on, not waited for. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('The edition in force', () => {
  it('is the new one for requests that begin after it took over, and the old one for those under way', () => {
    const editions = new Editions(edition('old'), () => undefined);
    using before = editions.take();
    editions.replace(edition('new'));
    using after = editions.take();
    expect([before.policy.digest, after.policy.digest]).toEqual(['old', 'new']);
    expect(editions.current.policy.digest).toBe('new');
  });

  it('is closed by the last request that began with it, once, and not before', async () => {
    const old = edition('old');
    const editions = new Editions(old, () => undefined);
    const first = editions.take();
    const last = editions.take();
    editions.replace(edition('new'));
    first[Symbol.dispose]();
    await settled();
    expect(old.closed).toBe(0);
    last[Symbol.dispose]();
    await settled();
    expect(old.closed).toBe(1);
  });

  it('is closed at once where nobody uses it', async () => {
    const old = edition('old');
    const editions = new Editions(old, () => undefined);
    editions.replace(edition('new'));
    await settled();
    expect(old.closed).toBe(1);
  });

  it('stays open while requests come and go, until it is replaced', async () => {
    const only = edition('only');
    const editions = new Editions(only, () => undefined);
    editions.take()[Symbol.dispose]();
    await settled();
    expect(only.closed).toBe(0);
    await editions.close();
    expect(only.closed).toBe(1);
  });

  it('goes through many replacements while requests run, and every replaced one is closed once', async () => {
    const all = Array.from({ length: 21 }, (_, index) => edition(String(index)));
    const editions = new Editions(all[0]!, () => undefined);
    const taken = all.slice(1).map((next) => {
      const held = editions.take();
      editions.replace(next);
      return held;
    });
    expect(taken.map(({ policy }) => policy.digest)).toEqual(
      all.slice(0, -1).map(({ policy }) => policy.digest),
    );
    for (const held of taken.toReversed()) held[Symbol.dispose]();
    await editions.close();
    expect(all.map(({ closed }) => closed)).toEqual(all.map(() => 1));
  });

  it('tells where a replaced one does not close, and goes on', async () => {
    const told: unknown[] = [];
    const stuck = { ...edition('stuck'), close: () => Promise.reject(new Error('will not close')) };
    const editions = new Editions(stuck, (error) => told.push(error));
    editions.replace(edition('new'));
    await editions.close();
    expect(told).toEqual([new Error('will not close')]);
  });
});
