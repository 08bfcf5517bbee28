import { LukouError } from '../../../src/base/index.ts';
import { createOperationCounter } from '../../../src/request/index.ts';

describe('Operations under way', () => {
  const never = new Promise<never>(() => undefined);

  it('are refused to a caller beyond the limit, and to that caller alone', async () => {
    const counter = createOperationCounter(2);
    void counter.during('a', () => never);
    void counter.during('a', () => never);
    await expect(counter.during('a', () => Promise.resolve())).rejects.toMatchObject({
      code: 'LIMIT_CONCURRENCY',
    });
    await expect(counter.during('b', () => Promise.resolve('answered'))).resolves.toBe('answered');
  });

  it('count no longer once they ended, whether with an answer or an error', async () => {
    const counter = createOperationCounter(1);
    const failures = [
      () => Promise.reject(new LukouError('INTERNAL')),
      () => {
        throw new LukouError('INTERNAL');
      },
    ];
    for (const work of failures)
      await expect(counter.during('a', work)).rejects.toThrow(/inside the gateway/);
    for (let turn = 0; turn < 3; turn += 1) {
      await expect(counter.during('a', () => Promise.resolve(turn))).resolves.toBe(turn);
    }
  });

  it('that were refused leave the count as it was', async () => {
    const counter = createOperationCounter(1);
    let end: () => void = () => undefined;
    const first = counter.during('a', () => new Promise<void>((resolve) => (end = resolve)));
    for (let turn = 0; turn < 3; turn += 1) {
      await expect(counter.during('a', () => Promise.resolve())).rejects.toThrow(/too many/);
    }
    end();
    await first;
    await expect(counter.during('a', () => Promise.resolve('answered'))).resolves.toBe('answered');
  });
});
