import type { SchemaChanges } from '../../agreement/index.ts';

/** One thing that keeps schemas from going online together. */
export interface ComposeProblem {
  readonly subgraph: string | null;
  /** The schema file at fault, from the present folder. */
  readonly file: string | null;
  /** The coordinate, type or directive. */
  readonly place: string | null;
  readonly rule: string;
  /** What to do next. */
  readonly message: string;
}

/** What composing came to: both schemas and no problem, or problems and no schema. */
export interface Composed {
  readonly supergraphSdl: string | null;
  /** The schema that clients see, with owners, sensitivities and backed inputs. */
  readonly publicSdl: string | null;
  readonly subgraphs: readonly { readonly name: string; readonly kind: string; readonly file: string }[];
  readonly problems: readonly ComposeProblem[];
}

/** What `lukou compose` does; main brings it. */
export interface ComposeActions {
  /** Composes what a supergraph file lists; without one, what the settings say. */
  compose(supergraphPath: string | undefined): Promise<Composed>;
  /** Compares a published schema or a supergraph, in a file, with a published schema. */
  compare(oldPath: string, publicSdl: string): Promise<SchemaChanges>;
}
