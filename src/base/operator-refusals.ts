import type { ErrorFacts } from './error-facts.ts';

/** What is refused to whoever runs Lukou, at a terminal or by a file: expected. `text` says what to do next. */
export const OPERATOR_REFUSALS = {
  SETTING_INVALID: { kind: 'refusal', status: 500, text: 'A setting is not valid.' },
  AGREEMENT_INVALID: { kind: 'refusal', status: 500, text: 'An agreement file is not valid.' },
  SCHEMA_INVALID: { kind: 'refusal', status: 500, text: 'The schema breaks a rule.' },
  INGEST_REFUSED: { kind: 'refusal', status: 400, text: 'The file was not taken in.' },
  ADAPTER_INVALID: { kind: 'refusal', status: 400, text: 'The adapter file is not valid.' },
  MODEL_INVALID: { kind: 'refusal', status: 400, text: 'The file of the scoring model is not valid.' },
  DATA_FOLDER_IN_USE: {
    kind: 'refusal',
    status: 500,
    text: 'Another Lukou already uses this data folder. Stop it, or set LUKOU_DATA to another folder.',
  },
  DATABASE_UNSUITABLE: { kind: 'refusal', status: 500, text: 'The database cannot carry Lukou.' },
  FILE_UNREADABLE: { kind: 'refusal', status: 400, text: 'The file cannot be read.' },
  RELEASE_INVALID: { kind: 'refusal', status: 400, text: 'This is no release package.' },
  RELEASE_FORGED: {
    kind: 'refusal',
    status: 400,
    text: 'The release package was changed after it was signed. Ask for it again, over another way.',
  },
  RELEASE_UNSIGNED: {
    kind: 'refusal',
    status: 400,
    text: 'The release package needs the signatures of two different persons who may release.',
  },
  RELEASE_EXPIRED: {
    kind: 'refusal',
    status: 400,
    text: 'The release package is not in force. Ask for a new one.',
  },
  RELEASE_REPLAYED: {
    kind: 'refusal',
    status: 400,
    text: 'This release package was taken in before; each is taken in once.',
  },
  REGISTER_ONLINE: {
    kind: 'refusal',
    status: 400,
    text: 'The register opens only on a machine without a network. Take every interface down first.',
  },
  REGISTER_PASSPHRASE: {
    kind: 'refusal',
    status: 400,
    text: 'The passphrase does not open this. Type it again.',
  },
  REGISTER_REFUSED: { kind: 'refusal', status: 400, text: 'The register does not take this down.' },
  REGISTER_DAMAGED: {
    kind: 'refusal',
    status: 500,
    text: 'The register file is not as it was written.',
  },
  EXPORT_IMPOSSIBLE: { kind: 'refusal', status: 400, text: 'The disclosure log cannot be written out so.' },
  FORWARD_IMPOSSIBLE: { kind: 'refusal', status: 400, text: 'Records cannot be sent there.' },
  REPLAY_IMPOSSIBLE: { kind: 'refusal', status: 400, text: 'This record’s decisions cannot be made again.' },
  NATS_UNUSABLE: { kind: 'refusal', status: 400, text: 'The NATS server cannot be used so.' },
  WITNESS_INVALID: { kind: 'refusal', status: 400, text: 'The witness’s file cannot be used.' },
} as const satisfies Record<string, ErrorFacts<'refusal'>>;
