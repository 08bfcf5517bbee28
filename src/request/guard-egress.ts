import { type DocumentNode, Kind, visit } from 'graphql';
import { mayCarryMark, scanText } from '../classification/index.ts';
import type { Account } from './account.ts';
import type { RequestPorts } from './ports.ts';
import { type Addressee, type MarkedText, withholdMarked } from './withhold-marked.ts';
import type { CleanResult, MeteredResult } from './stages.ts';

/**
 * The last of the four gates: an answer in which any text carries a secrecy mark is withheld as a whole: values, errors,
 * and the names that the client gave its fields.
 *
 * Throws EGRESS_WITHHELD once the incident is open.
 */
export async function guardEgress(
  { data, errors }: MeteredResult,
  account: Account,
  ports: RequestPorts,
): Promise<CleanResult> {
  const marked = [...findMarked(data), ...findMarked(errors), ...findMarkedNames(account)];
  if (marked.length > 0) await withholdMarked(marked, addresseeOf(account), ports);
  return { data, errors } as unknown as CleanResult;
}

/** Whom an answer is for, and the agencies of whose fields it was made. */
export function addresseeOf({ principal, selected, catalogue, arrival }: Account): Addressee {
  const owners = selected
    .filter(({ decision }) => decision.kind !== 'deny')
    .map(({ coordinate }) => catalogue?.byName.get(coordinate)?.owner ?? null);
  return {
    pseudonym: principal?.pseudonym ?? null,
    agency: principal?.agency ?? null,
    owners: [...new Set(owners)].filter((owner) => owner !== null).toSorted(),
    requestId: arrival.requestId,
  };
}

/** Every text below `value` that carries a mark, up to so many that nobody would release them one by one. */
export function findMarked(value: unknown): readonly MarkedText[] {
  const marked: MarkedText[] = [];
  collectMarked(value, marked);
  return marked;
}

const MOST_MARKED = 20;

function collectMarked(value: unknown, into: MarkedText[]): void {
  if (typeof value === 'string') {
    if (into.length < MOST_MARKED) judgeText(value, into);
  } else if (Array.isArray(value)) {
    // An iterator costs more than a look at most items, and a line has many points.
    for (let i = 0; i < value.length; i++) collectMarked(value[i], into);
  } else if (value !== null && typeof value === 'object') {
    for (const key in value) collectMarked((value as Readonly<Record<string, unknown>>)[key], into);
  }
}

// Words like EXPRESSWAY read like Base64, which costs as much to rule out as three other texts, and every row has some.
const CODE = /^[A-Z][A-Z0-9_]*$/;
const isCapital = (code: number): boolean => code >= 0x41 && code <= 0x5a;
const LONGEST_CODE = 32;
const MOST_CODES = 1_000;
/** Codes that were shown clean before: what a text says does not change. */
const cleanCodes = new Set<string>();

function judgeText(text: string, into: MarkedText[]): void {
  // Ids begin with a capital as well, but end with a digit.
  const mayBeCode = isCapital(text.charCodeAt(0)) && isCapital(text.charCodeAt(text.length - 1));
  if (mayBeCode && cleanCodes.has(text)) return;
  const rule = findBlock(text);
  if (rule !== null) {
    into.push({ rule, text });
    return;
  }
  if (mayBeCode && cleanCodes.size < MOST_CODES && text.length <= LONGEST_CODE && CODE.test(text))
    cleanCodes.add(text);
}

/** The rule by which a text is withheld. */
function findBlock(text: string): string | null {
  if (!mayCarryMark(text)) return null;
  const { verdict, rule } = scanText(text);
  return verdict === 'block' ? (rule ?? 'unnamed') : null;
}

// Apollo keeps the documents that it has parsed.
const namesOf = new WeakMap<DocumentNode, readonly MarkedText[]>();

/** Names that the client made up itself and that come back in the answer: aliases. The operation's may be recorded. */
function findMarkedNames({ operation }: Account): readonly MarkedText[] {
  if (operation === null) return [];
  const { document, operationName } = operation;
  let marked = namesOf.get(document);
  if (marked === undefined) {
    const names = new Set<string>();
    visit(document, { [Kind.FIELD]: ({ alias }) => void (alias && names.add(alias.value)) });
    namesOf.set(document, (marked = [...names].flatMap(judgeName)));
  }
  return operationName === null ? marked : [...marked, ...judgeName(operationName)];
}

/** What a name says with its underscores read as spaces: a name cannot have other separators. */
export function judgeName(name: string): readonly MarkedText[] {
  for (const text of [name, name.replaceAll(/_+/g, ' ')]) {
    const rule = findBlock(text);
    if (rule !== null) return [{ rule, text: null }];
  }
  return [];
}
