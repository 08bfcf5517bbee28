import type { Grant } from '../../../src/agreement/index.ts';
import type { FederatedAnswer, Subgraph } from '../../../src/federation/index.ts';
import { TestEvents } from './event-source.ts';
import { expectRefused, expectRejected } from './expect-refused.ts';
import { federate, type TestAgency, type TestFederation, type TestOptions } from './federate.ts';
import { grantBut } from './open-grant.ts';

interface Closure {
  readonly id: string;
  readonly reason: string;
}

const QUERY = 'subscription { closed { reason segment { id name } } }';

/** Traffic sends closures; the police know the segments' names. */
function roadClosures(events: TestEvents<Closure>): Readonly<Record<'traffic' | 'police', TestAgency>> {
  return {
    traffic: {
      sdl: `
        type Query { x: Int }
        type Subscription { closed(reason: String): Closure quiet: Int }
        type Closure { reason: String segment: Segment }
        type Segment @key(fields: "id") { id: ID! }
      `,
      resolvers: {
        Subscription: {
          closed: { subscribe: () => events, resolve: (closure: Closure) => closure },
        },
        Closure: { segment: ({ id }: Closure) => ({ id }) },
      },
    },
    police: {
      sdl: 'type Segment @key(fields: "id") { id: ID! name: String }',
      resolvers: {
        Segment: {
          name({ id }: { id: string }) {
            if (id === 'broken') throw new Error('row values');
            return `segment ${id}`;
          },
        },
      },
    },
  };
}

interface Follow {
  readonly query?: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly grant?: Grant;
  readonly signal?: AbortSignal;
  readonly options?: TestOptions;
}

function follow({ query = QUERY, variables = {}, grant = grantBut(), signal, options }: Follow = {}) {
  const events = new TestEvents<Closure>();
  const federated: TestFederation = federate(roadClosures(events), options);
  const caller = { grant, requestId: 'test-request', nowMs: 0 };
  const planned = federated.plan(query, variables, grant);
  const answers = federated.federation.subscribe(planned, variables, caller, signal);
  return { ...federated, events, answers };
}

async function readNext(answers: AsyncIterator<FederatedAnswer, undefined>): Promise<FederatedAnswer> {
  const { value } = await answers.next();
  if (value === undefined) throw new Error('The stream has ended.');
  return value;
}

const ENDED = { done: true, value: undefined };

describe('a subscription', () => {
  it('answers every event, joined with what the other agencies know, in order', async () => {
    const { events, answers, asked } = follow();
    events.send({ id: 's1', reason: 'snow' });
    events.send({ id: 's2', reason: 'flood' });
    expect(await readNext(answers)).toMatchObject({
      data: { closed: { reason: 'snow', segment: { id: 's1', name: 'segment s1' } } },
      errors: [],
      rows: 2,
    });
    expect(await readNext(answers)).toMatchObject({
      data: { closed: { reason: 'flood', segment: { id: 's2', name: 'segment s2' } } },
    });
    expect(asked.map(({ subgraph }) => subgraph)).toEqual(['police', 'police']);
  });

  it('asks nothing before the first answer is asked for', async () => {
    const { events, answers } = follow();
    expect(await answers.return?.()).toEqual(ENDED);
    expect([await answers.next(), events.returns]).toEqual([ENDED, 0]);
  });

  it('keeps one agency’s fault to its event', async () => {
    const { events, answers, faults } = follow();
    events.send({ id: 'broken', reason: 'snow' });
    events.send({ id: 's2', reason: 'flood' });
    expect(await readNext(answers)).toMatchObject({
      data: { closed: { reason: 'snow', segment: { id: 'broken', name: null } } },
      errors: [{ path: ['closed', 'segment', 'name'], extensions: { code: 'SUBGRAPH_FAULT' } }],
    });
    expect(await readNext(answers)).toMatchObject({ errors: [] });
    expect(faults).toHaveLength(1);
  });

  it('masks every event, and leaves out what is denied', async () => {
    const grant = grantBut({ 'Closure.reason': { fn: 'redact' }, 'Segment.name': 'deny' });
    const { events, answers, asked } = follow({ grant });
    events.send({ id: 's1', reason: 'snow' });
    expect((await readNext(answers)).data).toEqual({
      closed: { reason: null, segment: { id: 's1', name: null } },
    });
    expect(asked).toEqual([]);
  });

  it('is refused where the grant opens no event', () => {
    const grant = grantBut({ 'Subscription.closed': 'deny' });
    expectRefused(() => follow({ grant }), 'UNAUTHORIZED_FIELD_OR_TYPE');
  });

  it('carries the client’s values to the agency that sends', async () => {
    const sent: unknown[] = [];
    const { answers } = follow({
      query: 'subscription ($because: String) { closed(reason: $because) { reason } }',
      variables: { because: 'snow' },
      options: {
        replace: {
          traffic: (original) => ({
            ...original,
            async *subscribe({ variables }) {
              sent.push(variables);
              yield { data: { _a0: { _a1: 'snow' } } };
            },
          }),
        },
      },
    });
    expect((await readNext(answers)).data).toEqual({ closed: { reason: 'snow' } });
    expect(await answers.next()).toEqual(ENDED);
    expect(sent).toEqual([{ _v0: 'snow' }]);
  });

  it('is not answered by execute, and a query is not followed', async () => {
    const { federation, plan } = federate(roadClosures(new TestEvents()));
    const variables = {};
    const grant = grantBut();
    const caller = { grant, requestId: 'r', nowMs: 0 };
    await expectRejected(
      federation.execute(plan(QUERY, variables), variables, caller),
      'OPERATION_INVALID',
      /subscription/,
    );
    expectRefused(
      () => federation.subscribe(plan('{ x }', variables), variables, caller),
      'OPERATION_INVALID',
    );
  });
});

describe('a stream ends, and with it its source,', () => {
  it('when the agency has no more', async () => {
    const { events, answers } = follow();
    const last = answers.next();
    await events.isWaitedFor;
    events.finish();
    expect(await last).toEqual(ENDED);
  });

  it('when the reader leaves it between two events', async () => {
    const { events, answers } = follow();
    events.send({ id: 's1', reason: 'snow' });
    for await (const answer of answers) {
      expect(answer.errors).toEqual([]);
      break;
    }
    expect([events.returns, await answers.next()]).toEqual([1, ENDED]);
  });

  it('when the reader leaves it while an event is waited for', async () => {
    const { events, answers } = follow();
    const waiting = answers.next();
    await events.isWaitedFor;
    await answers.return?.();
    expect([await waiting, events.returns]).toEqual([ENDED, 1]);
  });

  it.each([['while an event is waited for'], ['before it began']])('when it is aborted %s', async (when) => {
    const abort = new AbortController();
    if (when === 'before it began') abort.abort();
    const { events, answers } = follow({ signal: abort.signal });
    const waiting = answers.next();
    if (!abort.signal.aborted) await events.isWaitedFor;
    abort.abort();
    expect(await waiting).toEqual(ENDED);
    expect(events.returns).toBe(when === 'before it began' ? 0 : 1);
  });

  it('when the agency breaks off: a fault, without the agency’s words', async () => {
    const { events, answers } = follow();
    const waiting = answers.next();
    await events.isWaitedFor;
    events.breakOff(new Error('row values'));
    await expectRejected(waiting, 'SUBGRAPH_FAULT', /^(?!.*row values)/);
    expect([events.returns, await answers.next()]).toEqual([1, ENDED]);
  });

  it('when the agency refuses it: one answer with the refusal', async () => {
    const { answers, faults } = follow({ query: 'subscription { quiet }' });
    expect(await readNext(answers)).toMatchObject({
      data: { quiet: null },
      errors: [{ extensions: { code: 'SUBGRAPH_FAULT' } }],
    });
    expect(await answers.next()).toEqual(ENDED);
    expect(faults).not.toEqual([]);
  });

  it('at once where the agency sends no events', async () => {
    const withoutEvents = ({ name, execute }: Subgraph): Subgraph => ({ name, execute });
    const { answers } = follow({ options: { replace: { traffic: withoutEvents } } });
    await expectRejected(answers.next(), 'OPERATION_INVALID', /traffic sends no events/);
  });
});

describe('an agency that sends what is no answer', () => {
  it.each([[null], ['text'], [{ data: [] }], [{ data: { __proto__: null, _a0: 7 } }]])(
    'has that event fail, and no other: %j',
    async (event) => {
      const { answers } = follow({
        query: 'subscription { closed { reason } }',
        options: {
          replace: {
            traffic: (original) => ({
              ...original,
              async *subscribe() {
                yield event as never;
                yield { data: { _a0: { _a1: 'snow' } } };
              },
            }),
          },
        },
      });
      expect(await readNext(answers)).toMatchObject({
        data: { closed: null },
        errors: [{ path: ['closed'], extensions: { code: 'SUBGRAPH_FAULT' } }],
      });
      expect((await readNext(answers)).data).toEqual({ closed: { reason: 'snow' } });
    },
  );
});
