import type { Pool } from 'pg';
import { BoundedCache } from '../base/index.ts';
import { storageFault } from './storage-fault.ts';

/** A document that the operator published. */
export interface PublishedDocument {
  /** Of its UTF-8 text, in lower-case hexadecimal digits. */
  readonly sha256: string;
  /** Name of the file that it came from. */
  readonly sourceName: string;
  /** ISO 8601, at +08:00. */
  readonly publishedAt: string;
}

// Documents never change, so what was found once is known for good; the cache bounds memory, nothing else.
const KEPT_DOCUMENTS = 1_000;

const FIND = 'select body from oversight.trusted_document where sha256 = $1';
const LIST = `
  select sha256, source_name as "sourceName", published_at as "publishedAt"
  from oversight.trusted_document order by source_name, published_at, sha256`;
const PUBLISH = `
  insert into oversight.trusted_document (sha256, body, source_name) values ($1, $2, $3) on conflict do nothing`;

/** Finds the text of a published document by its SHA-256; null where there is none. */
export function createDocumentFinder(pool: Pool): (sha256: string) => Promise<string | null> {
  const known = new BoundedCache<string, string>(KEPT_DOCUMENTS);
  return async (sha256) => {
    const kept = known.find(sha256);
    if (kept !== undefined) return kept;
    const [found] = await query<{ body: string }>(pool, FIND, [sha256]);
    // What is not there now may be published a moment later, so its absence is not kept.
    return found === undefined ? null : known.keep(sha256, found.body);
  };
}

/** Every published document, by the name of its file. */
export function listDocuments(pool: Pool): Promise<readonly PublishedDocument[]> {
  return query<PublishedDocument>(pool, LIST, []);
}

/**
 * Publishes one document for every gateway on this database; one that is there already stays as it is.
 *
 * @throws LukouError STORAGE_FAULT, also where its text carries a secrecy mark.
 */
export async function publishDocument(
  pool: Pool,
  document: { readonly sha256: string; readonly text: string; readonly sourceName: string },
): Promise<void> {
  await query(pool, PUBLISH, [document.sha256, document.text, document.sourceName]);
}

async function query<Row extends object>(
  pool: Pool,
  text: string,
  values: readonly string[],
): Promise<Row[]> {
  try {
    return (await pool.query<Row>(text, [...values])).rows;
  } catch (error) {
    throw storageFault(error);
  }
}
