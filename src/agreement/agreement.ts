import type { MaskSpec, StatisticRule } from '../masking/index.ts';
import type { AgreementFile } from './agreement-file.ts';
import type { Action, BreakGlassReason, HandlingCode, Purpose, Role, RowOperand } from './codes.ts';

/** Which rows of one type an agreement opens. */
export interface RowScope {
  /** GB/T 2260 prefixes; the empty prefix opens every row. */
  readonly divisions: readonly string[];
  /** Rows older than this are closed; null where age does not matter. */
  readonly maxAgeMs: number | null;
  /** Rows recorded for one of these usages are closed. */
  readonly withheldUsages: readonly string[];
  /** Only rows that the caller's own agency has a part in are open. */
  readonly ofOwnAgency: boolean;
  /** Only rows that belong to the case that the caller states are open. */
  readonly ofStatedCase: boolean;
}

/** What one principal may have of one agreement in a day, from midnight to midnight at +08:00; null: no bound. */
export interface Budget {
  readonly rowsPerDay: number | null;
  /** Persons and vehicles: the same one twice costs one. */
  readonly distinctSubjectsPerDay: number | null;
}

/** How much one principal may gather under one agreement, at once and in a day; null: no bound. */
export interface Ceiling {
  /** Rows of the assigner in one answer. */
  readonly rows: number | null;
  /** Administrative divisions that one operation tells about. */
  readonly divisions: number | null;
  /** Days that the data of one operation lie in. */
  readonly days: number | null;
  readonly divisionsPerDay: number | null;
  readonly daysPerDay: number | null;
}

/** One permission: what may be done with which fields, and how they are shown. */
export interface Permission {
  readonly id: string;
  readonly actions: readonly Action[];
  /** `Type.field`, or `Type.*`. */
  readonly targets: readonly string[];
  readonly mask: MaskSpec | null;
  /** Whom to ask, where the records of the fields are only pointed at; null where they are shown. */
  readonly contact: string | null;
  readonly requiresCase: boolean;
  /** How often a principal may use the clause in a day; null: without bound. */
  readonly limitPerDay: number | null;
  /** About how many subjects a number must be, and how round; null where the clause opens no statistic. */
  readonly statistic: StatisticRule | null;
}

/** One prohibition; it wins over every permission of its agreement. */
export interface Prohibition {
  readonly id: string;
  readonly actions: readonly Action[];
  readonly targets: readonly string[];
  /** Whether the fields are to be as unknown to the callers as if the schema had none of that name. */
  readonly isInvisible: boolean;
}

/** When an agreement serves those who break the glass, and nobody else. */
export interface BreakGlass {
  readonly reasons: readonly BreakGlassReason[];
  /** How long after its token was issued a session may use the agreement. */
  readonly sessionMs: number;
}

/** One sharing agreement, read from its file. It never changes: amending makes a new version. */
export interface Agreement {
  readonly uid: string;
  readonly version: number;
  /** The file's canonical JSON without its signatures: what the parties sign. */
  readonly signedText: string;
  /** SHA-256 of {@link signedText}, hexadecimal. */
  readonly sha256: string;
  /** The file, for messages. */
  readonly source: string;
  readonly assigner: string;
  readonly assignee: string;
  readonly roles: readonly Role[];
  /** Null where any purpose, or none, will do: only for the public. */
  readonly purposes: readonly Purpose[] | null;
  /** The first instant in force, and the first no longer in force. */
  readonly validFromMs: number;
  readonly validUntilMs: number;
  readonly legalBasis: string;
  readonly requiresCase: boolean;
  /** What the receiver must do with what it gets. */
  readonly handling: readonly HandlingCode[];
  /** Null where the agreement serves the ordinary way. */
  readonly breakGlass: BreakGlass | null;
  readonly rows: ReadonlyMap<string, RowScope>;
  /** Which operands each entry of `rows` uses. */
  readonly rowOperands: ReadonlyMap<string, readonly RowOperand[]>;
  readonly permissions: readonly Permission[];
  readonly prohibitions: readonly Prohibition[];
  /** Null where the agreement sets none. */
  readonly budget: Budget | null;
  /** Null where the agreement sets none. */
  readonly ceiling: Ceiling | null;
  /** The whole file with its defaults, to be archived and shown. */
  readonly file: AgreementFile;
}

/** `uid@version`, as records name an agreement. */
export function agreementName({ uid, version }: Pick<Agreement, 'uid' | 'version'>): string {
  return `${uid}@${version}`;
}
