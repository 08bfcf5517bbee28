import type { Grant } from '../../../src/agreement/index.ts';
import { LukouError, sha256Hex, stoppedClock } from '../../../src/base/index.ts';
import type { VerifiedContext } from '../../../src/identity/index.ts';
import {
  type AgencyPorts,
  createStreamPlaces,
  type Question,
  serveSubgraphEvents,
} from '../../../src/request/index.ts';
import { NO_INCIDENTS } from '../../world/incidents.ts';

const NOW = '2026-03-02T09:00:00Z';
const QUERY = 'subscription { roadEventChanged { id } }';

/** An agency that follows a list of events, judged by a grant that a test may change. */
function openAgency(events: readonly (number | null | Error)[] = [1, null, 2]) {
  const clock = stoppedClock(NOW);
  const asked: (number | undefined)[] = [];
  const grant = { digest: 'as at the beginning' };
  const policy = { digest: 'policy' };
  const ports: AgencyPorts = {
    verifyContext: async (body) =>
      ({
        gateway: 'lukou',
        ask: {},
        nowMs: 0,
        requestId: 'r',
        policyDigest: 'policy',
        bodySha256: sha256Hex(body!),
      }) as VerifiedContext,
    findPolicy: () => ({ digest: policy.digest, bindGrant: () => ({ ...grant }) as Grant }),
    execute: async () => ({ data: null }),
    async follow({ after }) {
      asked.push(after);
      return {
        after: after ?? 0,
        subjects: new Set(['s1_x']),
        async *[Symbol.asyncIterator]() {
          for (const event of events) {
            if (event instanceof Error) throw event;
            yield event === null ? null : { number: event, id: `sealed ${event}` };
          }
        },
      };
    },
    streams: createStreamPlaces({ ofOne: 1, ofAll: 1, atOnce: 1 }),
    owners: [],
    incidents: NO_INCIDENTS,
    clock,
    onRefused: () => undefined,
    onFault: () => undefined,
  };
  const open = (more: object = {}): ReturnType<typeof serveSubgraphEvents> => {
    const body = JSON.stringify({ query: QUERY, variables: {}, ...more });
    const question: Question = {
      context: body,
      ip: '127.0.0.1',
      readBody: async () => Buffer.from(body),
      signal: new AbortController().signal,
    };
    return serveSubgraphEvents(question, ports);
  };
  return { open, asked, clock, grant, policy, ports };
}

async function readAll(served: Awaited<ReturnType<typeof serveSubgraphEvents>>): Promise<unknown[]> {
  if ('json' in served) return [JSON.parse(served.json)];
  const said: unknown[] = [];
  for await (const each of served) said.push(each === null ? null : JSON.parse(each.json));
  return said;
}

const codeOf = (said: unknown): unknown =>
  (said as { errors?: [{ extensions: { code: string } }] }).errors?.[0].extensions.code;

describe('Events of an agency, as a gateway is told of them', () => {
  it('begin with the number that they come after and whom they look for, and are numbers and sealed texts', async () => {
    const { open, asked } = openAgency();
    expect(await readAll(await open({ after: 0 }))).toEqual([
      { after: 0, subjects: ['s1_x'] },
      { number: 1, id: 'sealed 1' },
      null,
      { number: 2, id: 'sealed 2' },
    ]);
    expect(asked).toEqual([0]);
  });

  it.each([
    [
      'the agreements give something else',
      ({ grant }: ReturnType<typeof openAgency>) => (grant.digest = 'other'),
    ],
    ['the agreements are others', ({ policy }: ReturnType<typeof openAgency>) => (policy.digest = 'other')],
    [
      'the signature is a minute old',
      ({ clock }: ReturnType<typeof openAgency>) => clock.moveTo('2026-03-02T09:01:00Z'),
    ],
  ])('end before the next one where %s, so that the gateway asks anew', async (_why, change) => {
    const agency = openAgency();
    const served = await agency.open();
    if ('json' in served) throw new Error(served.json);
    await served.next();
    expect((await served.next()).value).toEqual({ json: '{"number":1,"id":"sealed 1"}' });
    change(agency);
    expect(await served.next()).toEqual({ done: true, value: undefined });
  });

  it('hold a place as long as they are told, and no longer', async () => {
    const { open } = openAgency();
    const first = await open();
    if ('json' in first) throw new Error(first.json);
    await first.next();
    expect((await readAll(await open())).map(codeOf)).toEqual(['LIMIT_STREAMS']);
    await first.return(undefined);
    expect(await readAll(await open())).toHaveLength(4);
  });

  it('say why they end by a code alone', async () => {
    const forgotten = openAgency([1, new LukouError('EVENTS_FORGOTTEN', 'What is kept follows number 7.')]);
    expect((await readAll(await forgotten.open())).at(-1)).toEqual({
      errors: [{ extensions: { code: 'EVENTS_FORGOTTEN' } }],
    });
    const broken = openAgency([new Error('select secret from table')]);
    expect((await readAll(await broken.open())).at(-1)).toEqual({
      errors: [{ extensions: { code: 'INTERNAL' } }],
    });
  });

  it.each([
    { after: -1 },
    { after: '1' },
    { event: { number: 1 } },
    { event: { number: 1, id: 'x', more: 1 } },
    { other: 1 },
  ])('are refused where the body says %j', async (more) => {
    const { open, asked } = openAgency();
    expect((await readAll(await open(more))).map(codeOf)).toEqual(['BAD_REQUEST']);
    expect(asked).toEqual([]);
  });
});
