import type { GraphQLFormattedError } from 'graphql';
import { ERRORS } from '../base/index.ts';

// Apollo's own codes for requests that never became an operation.
const PROTOCOL_CODES: Readonly<Record<string, keyof typeof ERRORS>> = {
  GRAPHQL_PARSE_FAILED: 'OPERATION_INVALID',
  GRAPHQL_VALIDATION_FAILED: 'OPERATION_INVALID',
  OPERATION_RESOLUTION_FAILURE: 'OPERATION_INVALID',
  BAD_USER_INPUT: 'OPERATION_INVALID',
  BAD_REQUEST: 'BAD_REQUEST',
};

/** Lets through what is on the closed list of errors; anything else becomes INTERNAL, its text unseen. */
export function toPublicError(formatted: GraphQLFormattedError): GraphQLFormattedError {
  const code = formatted.extensions?.['code'];
  if (typeof code === 'string' && Object.hasOwn(ERRORS, code)) return formatted;
  const known = typeof code === 'string' ? PROTOCOL_CODES[code] : undefined;
  if (known === undefined) {
    return { message: ERRORS.INTERNAL.text, extensions: { code: 'INTERNAL' } };
  }
  const { locations, message } = formatted;
  return { message, ...(locations && { locations }), extensions: { code: known } };
}

interface Refusal {
  readonly errors: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

/** An answer of errors only: its first code, and its text without the names that the client did not write. */
export function readRefusal(text: string, hide: (message: string) => string): { json: string; code: string } {
  const { errors } = text.trimStart().startsWith('{')
    ? (JSON.parse(text) as Refusal)
    : badRequest(text.trim());
  const shown = errors.map((error) =>
    error.extensions.code === 'OPERATION_INVALID' ? { ...error, message: hide(error.message) } : error,
  );
  return { json: JSON.stringify({ errors: shown }), code: errors[0]?.extensions.code ?? 'INTERNAL' };
}

function badRequest(message: string): Refusal {
  return { errors: [{ message, extensions: { code: 'BAD_REQUEST' } }] };
}
