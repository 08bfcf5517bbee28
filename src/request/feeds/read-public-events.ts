import { ERRORS, type ErrorCode, LukouError } from '../../base/index.ts';
import type { Arrival } from '../arrival.ts';
import { answer } from '../flow.ts';
import type { RequestPorts } from '../ports.ts';
import { PUBLIC_DOCUMENT, type PublicEvent, publicPage } from './public-document.ts';

/** Beyond this many pages of 200 a feed is refused: one that is cut short would say of closed roads that they are open. */
const MOST_PAGES = 25;

/**
 * Road events as anybody may ask for them: each page is an answer to the public, decided, masked, guarded and recorded
 * like any other.
 *
 * @throws LukouError PUBLIC_FEED_CLOSED, or what else the public is refused with; LIMIT_ROWS; AUDIT_UNAVAILABLE.
 */
export async function readPublicEvents(
  { requestId, ip }: Pick<Arrival, 'requestId' | 'ip'>,
  ports: RequestPorts,
): Promise<readonly PublicEvent[]> {
  const events: PublicEvent[] = [];
  let after: string | null = null;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const found = await readPage({ requestId, ip }, after, ports);
    events.push(...found.nodes);
    if (!found.pageInfo.hasNextPage) return events;
    after = found.pageInfo.endCursor;
  }
  throw new LukouError('LIMIT_ROWS', 'There are more road events than a feed holds.');
}

async function readPage(asked: Pick<Arrival, 'requestId' | 'ip'>, after: string | null, ports: RequestPorts) {
  const { json } = await answer(
    {
      ...asked,
      // No header of whoever asks for the feed: nobody gets more of it than the public.
      method: 'POST',
      headers: new Map([
        ['content-type', 'application/json'],
        ['accept', 'application/graphql-response+json'],
      ]),
      search: '',
      body: { documentId: `sha256:${PUBLIC_DOCUMENT.sha256}`, variables: { after } },
    },
    ports,
  );
  const { data, errors } = JSON.parse(json) as Answered;
  const page = publicPage.safeParse(data?.['roadEvents']);
  if (page.success) return page.data;
  const code = errors?.[0]?.extensions?.code;
  if (code === 'UNAUTHORIZED_FIELD_OR_TYPE') throw new LukouError('PUBLIC_FEED_CLOSED');
  throw new LukouError(isKnown(code) ? code : 'SUBGRAPH_FAULT');
}

interface Answered {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[];
}

function isKnown(code: string | undefined): code is ErrorCode {
  return code !== undefined && Object.hasOwn(ERRORS, code);
}
