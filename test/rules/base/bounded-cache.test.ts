import { BoundedCache, weighText } from '../../../src/base/index.ts';

describe('a bounded cache', () => {
  it('forgets what was not used for longest', () => {
    const cache = new BoundedCache<string, number>(2);
    cache.keep('a', 1);
    cache.keep('b', 2);
    cache.find('a');
    cache.keep('c', 3);
    expect([cache.find('a'), cache.find('b'), cache.find('c'), cache.size]).toEqual([1, undefined, 3, 2]);
  });

  it('forgets the oldest where all were used, and what was used long ago', () => {
    const cache = new BoundedCache<string, number>(2);
    cache.keep('a', 1);
    cache.keep('b', 2);
    cache.find('b');
    cache.find('a');
    cache.keep('c', 3);
    expect(cache.find('a')).toBeUndefined();
    cache.keep('d', 4);
    expect([cache.find('b'), cache.find('c'), cache.find('d'), cache.size]).toEqual([undefined, 3, 4, 2]);
  });

  it('makes room by weight, as often as it takes', () => {
    const cache = new BoundedCache<string, number>(4);
    for (const key of ['a', 'b', 'c', 'd']) cache.keep(key, 1);
    cache.keep('heavy', 2, 3);
    expect([cache.find('c'), cache.find('d'), cache.find('heavy'), cache.size]).toEqual([undefined, 1, 2, 2]);
  });

  it('keeps what weighs more than all alone, until something else comes', () => {
    const cache = new BoundedCache<string, number>(4);
    cache.keep('a', 1);
    cache.keep('vast', 2, 9);
    expect([cache.find('a'), cache.find('vast')]).toEqual([undefined, 2]);
    cache.keep('b', 3);
    expect([cache.find('vast'), cache.find('b')]).toEqual([undefined, 3]);
  });

  it('gives the weight back of what is forgotten or kept anew', () => {
    const cache = new BoundedCache<string, number>(3);
    cache.keep('a', 1, 3);
    cache.keep('a', 2, 1);
    cache.keep('b', 3, 2);
    cache.forget('b');
    cache.keep('c', 4, 2);
    expect([cache.find('a'), cache.find('b'), cache.find('c')]).toEqual([2, undefined, 4]);
  });
});

it('a text weighs one for every thousand characters or part of it', () => {
  expect(['', 'x', 'x'.repeat(1_000), 'x'.repeat(1_001)].map(weighText)).toEqual([1, 1, 1, 2]);
});
