import type { MaskSpec } from '../masking/index.ts';
import type { RowScope } from './agreement.ts';
import type { Role, Use } from './codes.ts';

/** Why a decision is as it is. Requesters see it. */
export type DecisionCode =
  | 'GRANTED'
  | 'MASKED'
  | 'NO_AGREEMENT'
  | 'NOT_GRANTED'
  | 'PROHIBITED'
  | 'NOT_IN_FORCE'
  | 'PURPOSE_NOT_GRANTED'
  | 'CASE_REQUIRED';

/** What is decided about one field for one caller. */
export interface Decision {
  readonly kind: 'allow' | 'mask' | 'deny';
  readonly mask: MaskSpec | null;
  /** The clause that decided, as `uid@version#clause`; `default` where none did; `structure` for types without data. */
  readonly rule: string;
  readonly code: DecisionCode;
  readonly agreementUid: string | null;
}

/** Who asks, and why. */
export interface Ask {
  /** Null for the public. */
  readonly agency: string | null;
  readonly role: Role;
  readonly purpose: string | null;
  readonly caseReference: string | null;
}

/** What one caller may do at one instant. Pure data behind two look-ups: an auditor can replay it. */
export interface Grant {
  /** SHA-256 over everything that decisions depend on: equal digests decide alike, so plans are cached by it. */
  readonly digest: string;
  readonly policyDigest: string;
  readonly ask: Ask;
  /** The agreements bound: at most one per assigner. */
  readonly agreements: readonly {
    readonly uid: string;
    readonly version: number;
    readonly sha256: string;
    readonly assigner: string;
  }[];
  /** Whether the field `Type.field` may be read, and how. Unknown fields are denied. */
  decide(coordinate: string): Decision;
  /** Whether an input may filter by the field, sort by it, or match it exactly. Never `mask`. */
  decideUse(use: Use, coordinate: string): Decision;
  /** Which rows are open, by type. A row-scoped type without an entry has no visible row. */
  readonly scopes: ReadonlyMap<string, RowScope>;
}
