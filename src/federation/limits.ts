/** How much one operation may ask for, and how much the gateway keeps. */
export interface FederationLimits {
  /** Fields of an operation once its fragments are expanded. */
  readonly maxFields: number;
  /** Levels of selection sets, fragments included. */
  readonly maxDepth: number;
  /** Objects that an operation may answer at most, by the sizes of its lists. */
  readonly maxRows: number;
  /** Levels of lists and objects in the variables. */
  readonly maxVariableDepth: number;
  /** Entries of `errors` in one answer. */
  readonly maxErrors: number;
  /** How long one agency may take over one operation. */
  readonly fetchTimeoutMs: number;
  /** Operations kept as judged and normalised. */
  readonly keptOperations: number;
  /** Plans kept. */
  readonly keptPlans: number;
}

export const DEFAULT_LIMITS: FederationLimits = {
  maxFields: 1_000,
  maxDepth: 25,
  maxRows: 50_000,
  maxVariableDepth: 20,
  maxErrors: 100,
  fetchTimeoutMs: 10_000,
  keptOperations: 2_000,
  keptPlans: 2_000,
};
