/** How large a document may be. Every number is a "most": one more is refused, before anything is planned. */
export interface DocumentLimits {
  /** UTF-8 bytes of the text. */
  readonly maxDocumentBytes: number;
  /** Lexical tokens of the text. */
  readonly maxTokens: number;
  /** Levels of selection sets, fragments included. */
  readonly maxDepth: number;
  /** Levels of lists and objects in the variables and in literal values. */
  readonly maxVariableDepth: number;
  // All below are counted with fragments written out, each time that they are spread.
  readonly maxFields: number;
  readonly maxRootFields: number;
  readonly maxAliases: number;
  readonly maxDirectives: number;
  /** Fragments, inline ones too. */
  readonly maxFragments: number;
}

/** How much one operation may ask for, and how much the gateway keeps. */
export interface FederationLimits extends DocumentLimits {
  /** What `first` or `last` may be, and how long a list among the variables. */
  readonly maxListSize: number;
  /** Objects that an operation may answer, by the sizes of its lists. */
  readonly maxRows: number;
  /** Entries of `errors` in one answer. */
  readonly maxErrors: number;
  /** How long one agency may take over one operation. */
  readonly fetchTimeoutMs: number;
  /** Operations kept as judged and normalised; one that is long counts for several. */
  readonly keptOperations: number;
  /** Plans kept; one that is long counts for several. */
  readonly keptPlans: number;
}

export const DEFAULT_LIMITS: FederationLimits = {
  maxDocumentBytes: 65_536,
  maxTokens: 10_000,
  maxDepth: 25,
  maxVariableDepth: 20,
  maxFields: 1_000,
  maxRootFields: 100,
  maxAliases: 1_000,
  maxDirectives: 1_000,
  maxFragments: 1_000,
  maxListSize: 1_000,
  maxRows: 50_000,
  maxErrors: 100,
  fetchTimeoutMs: 10_000,
  keptOperations: 2_000,
  keptPlans: 2_000,
};
