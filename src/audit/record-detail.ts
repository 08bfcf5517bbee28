import { randomHex16, sha256Hex } from '../base/index.ts';
import { printOneLine } from './one-line-json.ts';
import type { DisclosureEntry } from './record.ts';

/** What a record commits to and does not hold, so that it can be erased. */
export interface RecordDetail {
  /** `{"salt":…,"ip":…}`: without the salt, which goes with it, nobody can try addresses on the commitment. */
  readonly text: string;
  /** SHA-256 of the text. */
  readonly commitment: string;
}

/** Reads detail. The port that storage implements. */
export interface DetailReader {
  /** The details of these records, by the record's id; those that were erased are left out. */
  readDetails(log: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

/** Detail of a new record, and what the record holds of it; null where the question came from no address. */
export function makeDetail({ source }: Pick<DisclosureEntry, 'source'>): RecordDetail | null {
  if (source.ip === 'local') return null;
  const text = printOneLine({ salt: randomHex16(), ip: source.ip });
  return { text, commitment: sha256Hex(text) };
}
