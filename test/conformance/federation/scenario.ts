import type { TestAgency } from '../../flows/federation/federate.ts';

/** One feature of federation: a small supergraph, what is asked of it, and exactly what must come back. */
export interface Scenario {
  /** Locked: letter and number. Listed in README.md, which is checked. */
  readonly id: string;
  readonly title: string;
  readonly agencies: Readonly<Record<string, TestAgency>>;
  /** Labels of progressive overrides that are on. */
  readonly overrideLabels?: readonly string[];
  readonly asks: readonly Ask[];
}

export interface Ask {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  /** Compared as JSON, order of keys included. */
  readonly data: unknown;
  /** "path: code", in the order of the answer; none unless given. */
  readonly errors?: readonly string[];
  /** Agencies in the order that they were asked in; not compared unless given. */
  readonly asked?: readonly string[];
}

type Row = Readonly<Record<string, unknown>>;

/** Finds the row of a reference by one of its fields, or null. */
export function findBy(rows: readonly Row[], key: string): (reference: Row) => Row | null {
  return (reference) => rows.find((row) => row[key] === reference[key]) ?? null;
}

/** A resolver that fails as an agency's own code would. */
export function fail(): never {
  throw new Error('a secret of the agency');
}
