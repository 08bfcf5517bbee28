import type { Config } from '../config.ts';
import type { FederationLimits } from '../federation/index.ts';

/** The limits on operations, as the settings say. */
export function limitsOf(config: Config): Partial<FederationLimits> {
  return {
    maxDocumentBytes: config.LUKOU_MAX_DOCUMENT_BYTES,
    maxTokens: config.LUKOU_MAX_TOKENS,
    maxDepth: config.LUKOU_MAX_DEPTH,
    maxFields: config.LUKOU_MAX_FIELDS,
    maxRootFields: config.LUKOU_MAX_ROOT_FIELDS,
    maxAliases: config.LUKOU_MAX_ALIASES,
    maxDirectives: config.LUKOU_MAX_DIRECTIVES,
    maxFragments: config.LUKOU_MAX_FRAGMENTS,
    maxVariableDepth: config.LUKOU_MAX_VARIABLE_DEPTH,
    maxListSize: config.LUKOU_MAX_LIST_SIZE,
    maxRows: config.LUKOU_MAX_ROWS,
  };
}

// A gateway writes fragments out, once for every type that they may meet, and adds keys, types and names of its own.
const WRITTEN_OUT = 4;
/** The longest that a gateway may be told to wait (`timeoutMs`). */
const ANSWER_MS = 60_000;

/**
 * The limits on what a gateway may ask an agency's own process: rows and lists as for a client, and the text as long as a
 * gateway can make it of a client's.
 */
export function questionLimitsOf(config: Config): Partial<FederationLimits> {
  return {
    ...limitsOf(config),
    maxDocumentBytes: config.LUKOU_MAX_DOCUMENT_BYTES * WRITTEN_OUT,
    maxTokens: config.LUKOU_MAX_TOKENS * WRITTEN_OUT,
    maxDepth: config.LUKOU_MAX_DEPTH * 2 + 2,
    maxFields: config.LUKOU_MAX_FIELDS * WRITTEN_OUT,
    maxAliases: config.LUKOU_MAX_FIELDS * WRITTEN_OUT,
    maxFragments: config.LUKOU_MAX_FIELDS * WRITTEN_OUT,
    maxDirectives: config.LUKOU_MAX_FIELDS * WRITTEN_OUT,
    fetchTimeoutMs: ANSWER_MS,
  };
}
