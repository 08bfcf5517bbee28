import type { ErrorFacts } from './error-facts.ts';

/** What should not happen. Of a `fault`, the public sees the code and the request id only; a `fatal` one stops all answers. */
export const FAULTS = {
  AUDIT_UNAVAILABLE: {
    kind: 'fault',
    status: 503,
    text: 'The disclosure log cannot be written, so nothing may be answered. Try again later.',
  },
  SUBGRAPH_FAULT: {
    kind: 'fault',
    status: 200,
    text: 'An agency could not answer. The other agencies’ fields are complete.',
  },
  SUBGRAPH_REFUSED: {
    kind: 'fault',
    status: 200,
    text: 'An agency refused what the gateway had planned. The other agencies’ fields are complete.',
  },
  POLICY_VERSION_SKEW: {
    kind: 'fault',
    status: 200,
    text: 'An agency and the gateway hold different agreements or schemas, so the agency gave nothing.',
  },
  CONTEXT_MEMORY_FULL: {
    kind: 'fault',
    status: 503,
    text: 'This agency is asked more often than it can tell new questions from repeated ones. Ask again in half a minute.',
  },
  MARK_REFUSED: {
    kind: 'fault',
    status: 500,
    text: 'The database refused a text with a secrecy mark, or a row without a label that may be online.',
  },
  STORAGE_FAULT: { kind: 'fault', status: 500, text: 'The database could not answer.' },
  INTERNAL: { kind: 'fault', status: 500, text: 'Something went wrong inside the gateway.' },
  LOG_MISMATCH: {
    kind: 'fatal',
    status: 503,
    text: 'The disclosure log is not as this gateway left it. Nothing is answered until it is checked.',
  },
  LOG_ROLLED_BACK: {
    kind: 'fatal',
    status: 503,
    text: 'The disclosure log holds less than this gateway has signed: a backup was restored, or records were removed. Nothing is answered until it is checked.',
  },
  LOG_FORKED: {
    kind: 'fatal',
    status: 503,
    text: 'The disclosure log has another history than this gateway has signed. Nothing is answered until it is checked.',
  },
  LOG_ALTERED: {
    kind: 'fatal',
    status: 503,
    text: 'What the disclosure log holds is not what its signed head says. Nothing is answered until it is checked.',
  },
  LOG_SECOND_WRITER: {
    kind: 'fatal',
    status: 503,
    text: 'Another process writes this disclosure log. Stop it, or give each its own with LUKOU_LOG.',
  },
  WITNESS_STATE_LOST: {
    kind: 'fatal',
    status: 503,
    text: 'The witness has lost what it saw, so it cosigns nothing.',
  },
  LOG_SPLIT_VIEW: {
    kind: 'fatal',
    status: 503,
    text: 'A witness has cosigned another history of this log. Nothing is answered until it is known why.',
  },
  LOG_SIGNER_LOST: {
    kind: 'fatal',
    status: 503,
    text: 'What signs this disclosure log is lost or damaged. Restore LUKOU_DATA/log from a backup, or begin a new log with LUKOU_LOG.',
  },
} as const satisfies Record<string, ErrorFacts<'fault' | 'fatal'>>;
