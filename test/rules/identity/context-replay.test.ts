import * as fc from 'fast-check';
import { ContextRefusal, openContextMemory, requireSameBody } from '../../../src/identity/index.ts';
import { BODY, expectContextRefused, forgeContext, openGate, verifyForged } from './forge-context.ts';
import { NOW_MS } from './forge-token.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.= ';

async function isRefused(text: string): Promise<boolean> {
  return verifyForged(text).then(
    () => false,
    (cause: unknown) => cause instanceof ContextRefusal,
  );
}

it('Any one character changed, put in or taken out refuses a context that is good', () =>
  fc.assert(
    fc.asyncProperty(fc.nat(), fc.constantFrom(...ALPHABET), async (position, character) => {
      const context = forgeContext();
      const at = position % context.length;
      const [before, after] = [context.slice(0, at), context.slice(at + 1)];
      const changed = [before + character + context.slice(at), before + after];
      if (context[at] !== character) changed.push(before + character + after);
      return (await Promise.all(changed.map(isRefused))).every(Boolean) && !(await isRefused(context));
    }),
    { numRuns: 300 },
  ));

it('Any text is answered with a refusal, never with another error', () =>
  fc.assert(fc.asyncProperty(fc.string({ unit: 'binary' }), isRefused), { numRuns: 300 }));

it('A context is believed once, also where it comes twice at the same time', async () => {
  const { verifyContext, clock } = openGate();
  const context = forgeContext();
  const outcomes = await Promise.allSettled([1, 2, 3].map(() => verifyContext(context)));
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected', 'rejected']);
  clock.moveTo(new Date(NOW_MS + 14_999).toISOString());
  await expectContextRefused(verifyContext(context), 'REPLAYED');
  clock.moveTo(new Date(NOW_MS + 15_000).toISOString());
  await expectContextRefused(verifyContext(context), 'EXPIRED');
  clock.moveTo(new Date(NOW_MS).toISOString());
  await expect(verifyContext(forgeContext())).resolves.toBeDefined();
});

it('A context that is refused for another reason is not remembered', async () => {
  const { verifyContext, clock } = openGate(NOW_MS - 6_000);
  const context = forgeContext();
  await expectContextRefused(verifyContext(context), 'ISSUED_IN_FUTURE');
  clock.moveTo(new Date(NOW_MS).toISOString());
  await expect(verifyContext(context)).resolves.toBeDefined();
});

it('A context speaks of one body, byte for byte', async () => {
  const context = await verifyForged(forgeContext());
  expect(() => requireSameBody(context, Buffer.from(BODY))).not.toThrow();
  for (const body of ['', `${BODY} `, BODY.replace('id', 'ID')])
    expect(() => requireSameBody(context, Buffer.from(body))).toThrow(
      expect.objectContaining({ reason: 'BODY_DIFFERS' }),
    );
});

describe('The memory of used contexts', () => {
  const END_MS = 60_000;

  it('refuses when it is full, and has room again when the first have ended', () => {
    const memory = openContextMemory(3);
    for (const id of ['a', 'b', 'c']) memory.remember(id, END_MS, 0);
    expect(() => memory.remember('d', END_MS, 0)).toThrow(
      expect.objectContaining({ code: 'CONTEXT_MEMORY_FULL', status: 503 }),
    );
    expect(() => memory.remember('a', END_MS, 0)).toThrow(expect.objectContaining({ reason: 'REPLAYED' }));
    expect(() => memory.remember('d', END_MS, END_MS + 1_000)).not.toThrow();
  });

  it('forgets nothing before its end and holds nothing long after it', () =>
    fc.assert(
      fc.property(fc.array(fc.record({ stepMs: fc.nat(5_000), lifeMs: fc.nat(30_000) })), (uses) => {
        const memory = openContextMemory(uses.length + 1);
        let nowMs = 0;
        uses.forEach(({ stepMs, lifeMs }, id) => {
          nowMs += stepMs;
          memory.remember(String(id), nowMs + lifeMs, nowMs);
          expect(() => memory.remember(String(id), nowMs + lifeMs, nowMs + lifeMs)).toThrow(ContextRefusal);
        });
      }),
    ));

  it('stays small while a hundred thousand pass', () => {
    const memory = openContextMemory(1_000);
    const passAll = (): void => {
      for (let id = 0; id < 100_000; id += 1) memory.remember(String(id), id * 40 + 30_000, id * 40);
    };
    expect(passAll).not.toThrow();
  });
});
