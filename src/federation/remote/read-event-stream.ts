import { AgencyFailure } from './agency-failure.ts';

/** The longest line that an agency may send: a number and an id, or the hashes of whom is looked for. */
const LONGEST_LINE = 65_536;

/** What an agency said on a stream: the data of an event, or null for a sign of life. */
export type Said = { readonly event: string; readonly data: string } | null;

/** Reads server-sent events as graphql-sse writes them. Ends where they break off. Throws AgencyFailure. */
export async function* readEventStream(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Said, undefined> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let rest = '';
  let event = '';
  let data = '';
  for await (const chunk of chunks) {
    try {
      rest += decoder.decode(chunk, { stream: true });
    } catch {
      throw new AgencyFailure('NOT_JSON');
    }
    const lines = rest.split('\n');
    rest = lines.pop()!;
    if (rest.length > LONGEST_LINE) throw new AgencyFailure('TOO_LARGE');
    // However often it is said at once that somebody is there.
    if (lines.some((line) => line.startsWith(':'))) yield null;
    for (const line of lines) {
      if (line.startsWith('event: ')) event = line.slice('event: '.length);
      else if (line.startsWith('data: ')) data = line.slice('data: '.length);
      else if (line === '' && event !== '') {
        yield { event, data };
        [event, data] = ['', ''];
      }
    }
  }
  return undefined;
}
