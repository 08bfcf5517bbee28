import type { MaskSpec, StatisticRule } from '../masking/index.ts';
import type { Budget, Ceiling, RowScope } from './agreement.ts';
import type { BreakGlassReason, HandlingCode, Role, Use } from './codes.ts';

/** Why a decision is as it is. Requesters see it. */
export type DecisionCode =
  | 'GRANTED'
  | 'MASKED'
  | 'AGGREGATED'
  | 'POINTER'
  | 'NO_AGREEMENT'
  | 'NOT_GRANTED'
  | 'PROHIBITED'
  | 'INVISIBLE'
  | 'NOT_IN_FORCE'
  | 'PURPOSE_NOT_GRANTED'
  | 'CASE_REQUIRED';

/** Whom to ask about a record that a caller may only know to exist. */
export interface Contact {
  readonly agency: string;
  /** In the owner's words. */
  readonly text: string;
}

/** What is decided about one field for one caller. */
export interface Decision {
  /** `pointer`: the caller learns whether there is a record and whom to ask, and nothing of it. */
  readonly kind: 'allow' | 'mask' | 'pointer' | 'deny';
  /** Of a pointer only. */
  readonly contact?: Contact;
  readonly mask: MaskSpec | null;
  /** The clause that decided, as `uid@version#clause`; `default` where none did; `structure` for types without data. */
  readonly rule: string;
  readonly code: DecisionCode;
  readonly agreementUid: string | null;
  /** Of a number that is told of groups only: about how many subjects at least, and how round. The agency enforces it. */
  readonly statistic?: StatisticRule;
  /** How often a principal may use the clause in a day; absent where there is no bound. Whoever counts, enforces it. */
  readonly limitPerDay?: number;
}

/** Who asks, and why. */
export interface Ask {
  /** Null for the public. */
  readonly agency: string | null;
  readonly role: Role;
  readonly purpose: string | null;
  readonly caseReference: string | null;
  /** Why the glass was broken. Whoever breaks it is of a class of its own, which other agreements do not serve. */
  readonly breakGlass?: BreakGlassReason;
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
    /** What a principal may have of it in a day; null: no bound. Whoever counts, enforces it. */
    readonly budget: Budget | null;
    /** How much a principal may gather under it; null: no bound. Whoever counts, enforces it. */
    readonly ceiling: Ceiling | null;
    /** What the receiver must do with what it gets. */
    readonly handling: readonly HandlingCode[];
    /** How long a broken glass stays open; null for ordinary agreements. */
    readonly breakGlassMs: number | null;
  }[];
  /** Whether the field `Type.field` may be read, and how; or, of Mutation, be done. Unknown fields are denied. */
  decide(coordinate: string): Decision;
  /** Whether an input may filter by the field, sort by it, or match it exactly. Never `mask`. */
  decideUse(use: Use, coordinate: string): Decision;
  /** Which rows are open, by type. A row-scoped type without an entry has no visible row. */
  readonly scopes: ReadonlyMap<string, RowScope>;
}
