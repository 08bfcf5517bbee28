import type { LogEntry, LogReader } from '../log-reader.ts';
import type { DetailReader } from '../record-detail.ts';

/** A record with the detail beside it; null where it has none, or none any more. */
export interface DetailedEntry extends LogEntry {
  readonly detail: string | null;
}

/** For logs whose records hold all of their detail themselves. */
export const NO_DETAILS: DetailReader = { readDetails: async () => new Map() };

const PAGE = 200;
// Before all that a client may write: no text of theirs can stand where these look.
const COMMITTED = /^\{"v":\d+,"id":"([0-9a-f-]{36})".*?"src":\{"commitment":"/;
// The actor stands between the two, in a few hundred bytes.
const SEARCHED_BYTES = 2_000;

/** The records from one index to before another, in order, each with its detail. */
export async function* readDetailed(
  reader: Pick<LogReader, 'readEntries'>,
  details: DetailReader,
  { log, from, to }: { readonly log: string; readonly from: number; readonly to: number },
): AsyncGenerator<DetailedEntry> {
  let page: LogEntry[] = [];
  for await (const entry of reader.readEntries(log, from, to)) {
    page.push(entry);
    if (page.length < PAGE) continue;
    yield* withDetails(page, details, log);
    page = [];
  }
  yield* withDetails(page, details, log);
}

async function* withDetails(
  page: readonly LogEntry[],
  details: DetailReader,
  log: string,
): AsyncGenerator<DetailedEntry> {
  const ids = page.map(({ leaf }) => COMMITTED.exec(leaf.toString('utf8', 0, SEARCHED_BYTES))?.[1]);
  const committed = ids.flatMap((id) => id ?? []);
  const texts =
    committed.length === 0 ? new Map<string, string>() : await details.readDetails(log, committed);
  for (const [at, entry] of page.entries()) yield { ...entry, detail: texts.get(ids[at] ?? '') ?? null };
}
