import fc from 'fast-check';
import { CircuitBreaker, type Permit } from '../../../src/federation/index.ts';

/** A model of the circuit that is plainly right: it keeps the whole history and reads the state from it. */
class Model {
  failuresInARow = 0;
  openUntilMs: number | null = null;
  probe: number | null = null;
}

type Step =
  | { readonly kind: 'ask' }
  | { readonly kind: 'wait'; readonly ms: number }
  | { readonly kind: 'end'; readonly which: number; readonly well: boolean };

const steps: fc.Arbitrary<Step> = fc.oneof(
  fc.constant({ kind: 'ask' as const }),
  fc.record({ kind: fc.constant('wait' as const), ms: fc.integer({ min: 0, max: 150 }) }),
  fc.record({ kind: fc.constant('end' as const), which: fc.nat(20), well: fc.boolean() }),
);

const PAUSE_MS = 100;

/** Runs steps against a breaker and the model, and says where they differ; null where they agree. */
function compare(
  all: readonly Step[],
  failures: number,
  open: (clock: { nowMs(): number }) => Pick<CircuitBreaker, 'ask'>,
): string | null {
  let now = 0;
  const breaker = open({ nowMs: () => now });
  const model = new Model();
  const running: { readonly permit: Permit; readonly era: number; readonly isProbe: boolean }[] = [];
  let era = 0;
  for (const [at, step] of all.entries()) {
    if (step.kind === 'wait') now += step.ms;
    if (step.kind === 'ask') {
      const isOpen = model.openUntilMs !== null;
      const mayProbe = isOpen && model.probe === null && now >= model.openUntilMs!;
      const permit = breaker.ask();
      if ((permit !== null) !== (!isOpen || mayProbe)) return `step ${at}: asked at ${now}`;
      if (permit === null) continue;
      if (mayProbe) era += 1;
      if (mayProbe) model.probe = era;
      running.push({ permit, era, isProbe: mayProbe });
    }
    if (step.kind === 'end' && running.length > 0) {
      const [call] = running.splice(step.which % running.length, 1);
      if (step.well) call!.permit.succeeded();
      else call!.permit.failed();
      if (call!.era !== era) continue;
      model.failuresInARow = step.well ? 0 : model.failuresInARow + 1;
      if (call!.isProbe || model.failuresInARow >= failures) {
        model.openUntilMs = step.well ? null : now + PAUSE_MS;
        model.probe = null;
        era += 1;
        if (step.well) model.failuresInARow = 0;
      }
    }
  }
  return null;
}

describe('the circuit breaker of an agency', () => {
  const histories = fc.array(steps, { maxLength: 200 });
  const limits = fc.integer({ min: 1, max: 4 });

  it('does in any history what the rule says: opens after failures in a row, and sends one call after each pause', () => {
    fc.assert(
      fc.property(histories, limits, (all, failures) => {
        const settings = { failures, pauseMs: PAUSE_MS };
        expect(compare(all, failures, (clock) => new CircuitBreaker(settings, clock))).toBeNull();
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ['never opens', { ask: () => ({ succeeded: () => undefined, failed: () => undefined }) }],
    ['never lets pass', { ask: () => null }],
  ])('positive control: one that %s is found', (_what, wrong) => {
    const found = fc.check(
      fc.property(histories, limits, (all, failures) => compare(all, failures, () => wrong) === null),
      { numRuns: 2_000 },
    );
    expect(found.failed).toBe(true);
  });

  it('says what state it is in', () => {
    let now = 0;
    const breaker = new CircuitBreaker({ failures: 1, pauseMs: 10 }, { nowMs: () => now });
    expect(breaker.kind).toBe('closed');
    breaker.ask()!.failed();
    expect([breaker.kind, breaker.ask()]).toEqual(['open', null]);
    now = 10;
    const probe = breaker.ask()!;
    expect([breaker.kind, breaker.ask()]).toEqual(['half-open', null]);
    probe.succeeded();
    expect(breaker.kind).toBe('closed');
  });

  it('does not count what is said of calls from before a change', () => {
    let now = 0;
    const breaker = new CircuitBreaker({ failures: 2, pauseMs: 10 }, { nowMs: () => now });
    const [early, first, second] = [breaker.ask()!, breaker.ask()!, breaker.ask()!];
    first.failed();
    second.failed();
    early.succeeded();
    expect(breaker.kind).toBe('open');
    now = 10;
    const probe = breaker.ask()!;
    early.succeeded();
    first.failed();
    expect(breaker.kind).toBe('half-open');
    probe.failed();
    probe.succeeded();
    expect(breaker.kind).toBe('open');
  });
});
