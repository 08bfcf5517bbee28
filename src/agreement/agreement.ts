import type { MaskSpec } from '../masking/index.ts';
import type { AgreementFile } from './agreement-file.ts';
import type { Action, Purpose, Role, RowOperand } from './codes.ts';

/** Which rows of one type an agreement opens. */
export interface RowScope {
  /** GB/T 2260 prefixes; the empty prefix opens every row. */
  readonly divisions: readonly string[];
  /** Rows older than this are closed; null where age does not matter. */
  readonly maxAgeMs: number | null;
  /** Rows recorded for one of these usages are closed. */
  readonly withheldUsages: readonly string[];
}

/** One permission: what may be done with which fields, and how they are shown. */
export interface Permission {
  readonly id: string;
  readonly actions: readonly Action[];
  /** `Type.field`, or `Type.*`. */
  readonly targets: readonly string[];
  readonly mask: MaskSpec | null;
  readonly requiresCase: boolean;
}

/** One prohibition; it wins over every permission of its agreement. */
export interface Prohibition {
  readonly id: string;
  readonly actions: readonly Action[];
  readonly targets: readonly string[];
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
  readonly rows: ReadonlyMap<string, RowScope>;
  /** Which operands each entry of `rows` uses. */
  readonly rowOperands: ReadonlyMap<string, readonly RowOperand[]>;
  readonly permissions: readonly Permission[];
  readonly prohibitions: readonly Prohibition[];
  /** The whole file with its defaults, to be archived and shown. */
  readonly file: AgreementFile;
}

/** `uid@version`, as records name an agreement. */
export function agreementName({ uid, version }: Pick<Agreement, 'uid' | 'version'>): string {
  return `${uid}@${version}`;
}
