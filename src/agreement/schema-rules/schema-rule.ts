import type { Catalogue, SubgraphDocument } from '../catalogue.ts';

/** A place where a schema file breaks a rule, and what to do about it. */
export interface SchemaProblem {
  readonly rule: string;
  readonly subgraph: string;
  /** The coordinate, type or directive. */
  readonly place: string;
  readonly message: string;
}

/** What a rule says about one schema file. */
export interface Finding {
  readonly place: string;
  readonly message: string;
}

/** One rule of access.md section 3, first row, over one schema file that is seen beside all others. */
export interface SchemaRule {
  readonly name: string;
  check(subgraph: SubgraphDocument, context: SchemaContext): readonly Finding[];
}

/** What a rule may look at beside its own file. */
interface SchemaContext {
  readonly subgraphs: readonly SubgraphDocument[];
  readonly catalogue: Catalogue;
}
