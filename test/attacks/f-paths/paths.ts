/** The ways by which a client can try to reach a value. */
export const PATHS = [
  'query',
  'alias',
  'fragment',
  'interface',
  'entity',
  'subscription',
  'aggregate',
  'cursor',
  'explain',
  'introspection',
] as const;
/** One of {@link PATHS}. */
export type Path = (typeof PATHS)[number];

/** What came of an attempt: nothing was learned, the masked form was, or the value itself. */
export type Verdict = 'withheld' | 'open' | `mask:${string}`;

/** One attempt by one path, and the same one where the guard does not stand in its way: the positive control. */
export interface Attempt {
  attack(): Promise<Verdict>;
  control(): Promise<Verdict>;
}

/** One F case of the hostile cases. */
export interface HostileCase {
  /** "F6": it never changes. */
  readonly id: string;
  readonly title: string;
  /** The one decision, by every path. */
  readonly verdict: Verdict;
  /** An attempt, or why the path cannot exist: a key of the closed list of reasons. */
  readonly paths: Readonly<Record<Path, Attempt | NoSuchPath>>;
}

/** The same for every path, or what each makes of its name. */
export function everyPath<Each extends Attempt | NoSuchPath>(make: (path: Path) => Each): Record<Path, Each> {
  return Object.fromEntries(PATHS.map((path) => [path, make(path)])) as Record<Path, Each>;
}

/** Why a path does not exist. Each reason is checked to be still true. */
export const NO_SUCH_PATH = {
  NO_ABSTRACT_TYPES: 'the public schema has no interface and no union',
  NOT_OF_AN_EVENT:
    'what takes a cursor, and what takes groups, are fields of Query, and of the workspace of a case that only Query opens',
  NO_BULK_ACTS:
    'every act is of one item, by its id, and locks it within the rows of its caller, or opens a new one',
  NO_QUANTIFIERS: 'no filter says none, some, every or not',
  NO_SEARCH: 'no input searches in text: each tests a named field whole',
  NO_HISTORY: 'no type shows what a row was before',
  NO_GLOBAL_ID: 'no field finds rows of any type by their id alone',
  COUNTS_SHOW_NO_VALUE: 'a count shows no value of a row, masked or not',
  COUNTS_HAVE_NO_PAGES: 'no count takes a cursor',
  NEVER_BUILT: 'a schema that renames its rules, or reads one agency’s fields for another’s, is never opened',
  EXPLAIN_ASKS_NOBODY: 'explain reads no row and no cursor: it decides',
  INTROSPECTION_ASKS_NOBODY: 'introspection reads no row and no cursor: it shows the schema',
  SMALL_AND_WHOLE: 'the small federation, which has interfaces, has no count and no page',
} as const;
/** A key of {@link NO_SUCH_PATH}. */
export type NoSuchPath = keyof typeof NO_SUCH_PATH;
