import { LukouError, sha256Hex } from '../base/index.ts';
import type { Arrival } from '../request/index.ts';
import { readRequestJson } from './read-body.ts';

/** Which documents are answered. */
export interface DocumentRules {
  /** `trusted`: published ones only. */
  readonly mode: 'any' | 'trusted';
  /** The published document of this SHA-256 (hex), or null. */
  readonly find: (sha256: string) => Promise<string | null>;
  /** Throws where a document is larger than may be validated. */
  readonly admit: (documentText: string) => void;
  readonly maxVariableDepth: number;
}

/** A request that carries the text of its document, if it named one at all. */
export interface SettledRequest {
  readonly search: string;
  readonly body: unknown;
  readonly documentText: string;
  /** The text if the client sent it; empty where it named the document by its digest alone. */
  readonly writtenText: string;
  /** Whether an operator has published the document. */
  readonly isPublished: boolean;
}

const NO_DOCUMENT = { documentText: '', writtenText: '', isPublished: false };

type Parameters = Readonly<Record<string, unknown>>;

/**
 * Puts the text of its document into a request that names it by digest (`documentId`, or `persistedQuery` among the
 * extensions), and checks that it may be asked. Nothing that a client sends is ever kept as a document.
 *
 * @throws LukouError DOCUMENT_UNKNOWN, DOCUMENT_NOT_TRUSTED, BAD_REQUEST, or what `admit` throws.
 */
export async function settleDocument(arrival: Arrival, rules: DocumentRules): Promise<SettledRequest> {
  const { method, search, body } = arrival;
  const parameters = method === 'GET' ? readSearch(search, rules.maxVariableDepth) : body;
  // GraphQL over HTTP has words of its own for whatever is not an object or holds no text.
  if (!isRecord(parameters)) return { search, body, ...NO_DOCUMENT };
  const digest = readDigest(parameters);
  const query = parameters['query'] ?? undefined;
  if (query !== undefined && typeof query !== 'string') return { search, body, ...NO_DOCUMENT };
  if (query === undefined && digest === null) return { search, body, ...NO_DOCUMENT };
  const documentText = await requireDocument(query, digest, rules);
  rules.admit(documentText);
  const isPublished = query === undefined || rules.mode === 'trusted';
  const document = { documentText, writtenText: query ?? '', isPublished };
  if (digest === null) return { search, body, ...document };
  const settled = withText(parameters, documentText);
  return method === 'GET'
    ? { search: writeSearch(settled), body, ...document }
    : { search, body: settled, ...document };
}

async function requireDocument(
  query: string | undefined,
  digest: string | null,
  { mode, find }: DocumentRules,
): Promise<string> {
  if (query !== undefined && digest !== null && sha256Hex(query) !== digest)
    throw new LukouError('BAD_REQUEST', 'The digest is not that of the query beside it.');
  if (query !== undefined && mode === 'any') return query;
  const known = await find(digest ?? sha256Hex(query ?? ''));
  if (known !== null) return known;
  throw new LukouError(query === undefined ? 'DOCUMENT_UNKNOWN' : 'DOCUMENT_NOT_TRUSTED');
}

const DIGEST = /^[0-9a-f]{64}$/;

/** The digest that a request names its document by; null where it names none. */
function readDigest({ documentId, extensions }: Parameters): string | null {
  const persisted = isRecord(extensions) ? (extensions['persistedQuery'] ?? undefined) : undefined;
  const fromId = documentId === undefined || documentId === null ? null : readDocumentId(documentId);
  const fromExtension = persisted === undefined ? null : readPersistedQuery(persisted);
  if (fromId !== null && fromExtension !== null && fromId !== fromExtension)
    throw new LukouError('BAD_REQUEST', 'Two different documents are named. Name one.');
  return fromId ?? fromExtension;
}

function readDocumentId(documentId: unknown): string {
  const digest = typeof documentId === 'string' ? /^sha256:(.*)$/.exec(documentId)?.[1] : undefined;
  if (digest === undefined || !DIGEST.test(digest))
    throw new LukouError('BAD_REQUEST', 'A documentId is "sha256:" and 64 hexadecimal digits in lower case.');
  return digest;
}

function readPersistedQuery(persisted: unknown): string {
  if (isRecord(persisted) && persisted['version'] === 1) {
    const digest = persisted['sha256Hash'];
    if (typeof digest === 'string' && DIGEST.test(digest)) return digest;
  }
  throw new LukouError(
    'BAD_REQUEST',
    'A persistedQuery is {"version":1,"sha256Hash":"64 hexadecimal digits"}.',
  );
}

/** The parameters as if the client had sent the text. */
function withText({ documentId: _documentId, extensions, ...rest }: Parameters, query: string): Parameters {
  const { persistedQuery: _persistedQuery, ...others } = isRecord(extensions) ? extensions : {};
  return { ...rest, query, ...(Object.keys(others).length > 0 && { extensions: others }) };
}

/** The query string as GraphQL over HTTP reads it. Throws BAD_REQUEST where a name is given twice. */
function readSearch(search: string, maxVariableDepth: number): Parameters {
  const parameters = new Map<string, unknown>();
  for (const [name, value] of new URLSearchParams(search)) {
    if (parameters.has(name)) throw new LukouError('BAD_REQUEST', 'A search parameter is given twice.');
    const isJson = name === 'variables' || name === 'extensions';
    parameters.set(name, isJson ? readRequestJson(Buffer.from(value), maxVariableDepth) : value);
  }
  return Object.fromEntries(parameters);
}

function writeSearch(parameters: Parameters): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters))
    search.set(name, typeof value === 'string' ? value : JSON.stringify(value));
  return `?${search.toString()}`;
}

function isRecord(value: unknown): value is Parameters {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
