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
