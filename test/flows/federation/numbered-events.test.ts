import type { Grant } from '../../../src/agreement/index.ts';
import type { AgencyEvent, AgencyEvents } from '../../../src/federation/index.ts';
import { expectRejected } from './expect-refused.ts';
import { federate, type TestAgency } from './federate.ts';
import { grantBut } from './open-grant.ts';

const PLATES: Readonly<Record<string, string>> = { a: '蒙E12345', b: '蒙E67890' };
const QUERY = 'subscription { passed(after: 7) { plate segment { name } } }';

/** The police number passages; traffic knows the segments’ names. */
function agencies(): Readonly<Record<'police' | 'traffic', TestAgency>> {
  async function* numbered(after: number): AsyncGenerator<AgencyEvent | null> {
    yield { number: after + 1, id: 'a' };
    yield null;
    yield { number: after + 2, id: 'b' };
  }
  return {
    police: {
      sdl: `
        type Query { x: Int }
        type Subscription { passed(after: Int): Passage }
        type Passage { plate: String segment: Segment }
        type Segment @key(fields: "id") { id: ID! }
      `,
      resolvers: {
        Subscription: {
          passed: {
            subscribe: (_root: unknown, { after }: { after: number }) => numbered(after),
            resolve: ({ id }: AgencyEvent) => (id in PLATES ? { plate: PLATES[id], segment: { id } } : null),
          },
        },
      },
    },
    traffic: {
      sdl: 'type Segment @key(fields: "id") { id: ID! name: String }',
      resolvers: { Segment: { name: ({ id }: { id: string }) => `segment ${id}` } },
    },
  };
}

function open() {
  const federated = federate(agencies());
  const { federation } = federated;
  const variables = {};
  const callerOf = (grant: Grant) => ({ grant, requestId: 'test', nowMs: 0 });
  return {
    ...federated,
    follow: (grant = grantBut(), query = QUERY): Promise<AgencyEvents> =>
      federation.follow(
        federated.plan(query, variables, grant),
        variables,
        callerOf(grant),
        new AbortController().signal,
      ),
    answer: (event: AgencyEvent | undefined, grant = grantBut(), query = QUERY) =>
      federation.execute(federated.plan(query, variables, grant), variables, callerOf(grant), event),
  };
}

const EVENT = { number: 8, id: 'a' };
const NO_PLATE = grantBut({ 'Passage.plate': 'deny' });

describe('Numbered events of an agency', () => {
  it('are followed by their numbers alone: nothing of their rows is read', async () => {
    const { follow, asked } = open();
    const events = [];
    for await (const event of await follow()) events.push(event);
    expect(events).toEqual([{ number: 8, id: 'a' }, null, { number: 9, id: 'b' }]);
    expect(asked).toEqual([]);
  });

  it('are answered one by one, joined with what the other agencies know', async () => {
    const { answer } = open();
    const answers = [await answer(EVENT), await answer({ number: 9, id: 'b' })];
    expect(answers.map(({ data, errors, rows }) => ({ data, errors, rows }))).toEqual([
      { data: { passed: { plate: '蒙E12345', segment: { name: 'segment a' } } }, errors: [], rows: 2 },
      { data: { passed: { plate: '蒙E67890', segment: { name: 'segment b' } } }, errors: [], rows: 2 },
    ]);
  });

  it('are answered by the grant of each answer: masked, denied or in clear', async () => {
    const { answer } = open();
    const plates = [
      await answer(EVENT),
      await answer(EVENT, grantBut({ 'Passage.plate': { fn: 'plate.region' } })),
      await answer(EVENT, NO_PLATE),
      await answer(EVENT),
    ].map(({ data }) => (data as { passed: { plate: string | null } }).passed.plate);
    expect(plates).toEqual(['蒙E12345', '蒙E*****', null, '蒙E12345']);
  });

  it('that tell of no row are answered with null and no error', async () => {
    const { data, errors, rows } = await open().answer({ number: 10, id: 'gone' });
    expect({ data, errors, rows }).toEqual({ data: { passed: null }, errors: [], rows: 0 });
  });

  it('are neither followed nor answered where the grant denies them', async () => {
    const denied = grantBut({ 'Subscription.passed': 'deny' });
    const { follow, answer, asked } = open();
    await expectRejected(follow(denied), 'UNAUTHORIZED_FIELD_OR_TYPE');
    await expectRejected(answer(EVENT, denied), 'UNAUTHORIZED_FIELD_OR_TYPE');
    expect(asked).toEqual([]);
  });

  it('and one answer are two things: a query has no event, a subscription has one', async () => {
    const { follow, answer } = open();
    await expectRejected(follow(grantBut(), '{ x }'), 'OPERATION_INVALID');
    await expectRejected(answer(EVENT, grantBut(), '{ x }'), 'OPERATION_INVALID');
    await expectRejected(answer(undefined), 'OPERATION_INVALID');
  });
});
