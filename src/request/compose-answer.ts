import { ERRORS, type ErrorCode, hmacSha256, LukouError } from '../base/index.ts';
import type { Account } from './account.ts';
import { digestText } from './digest-text.ts';
import { listHandling } from './list-handling.ts';
import type { RequestPorts, Spoken } from './ports.ts';
import type { Answer } from './stages.ts';

/**
 * The answer as it will leave, all but its receipt: what GraphQL over HTTP said, with `extensions.disclosure`. Its
 * digest is what the log records, so whoever holds an answer can take the receipt out and compare. One that names somebody
 * in clear has a salt: of a plate alone the digest could be guessed.
 */
export function composeAnswer(
  spoken: Spoken,
  account: Account,
  { variablesKey }: Pick<RequestPorts, 'variablesKey'>,
): Answer {
  return compose(spoken, account, namesSomebody(account) ? saltOf(spoken.json, variablesKey) : null);
}

/** The answer to a request that ended before GraphQL could speak: one error, no data. */
export function composeRefusal(error: unknown, account: Account): Answer {
  const known = asLukouError(error);
  account.code = known.code;
  const json = JSON.stringify({ errors: [publicError(known, account.arrival.requestId)] });
  const headers = { ...JSON_HEADERS, ...ADVICE[known.code] };
  return compose({ status: known.status, headers, json, code: known.code }, account, null);
}

function compose(spoken: Spoken, account: Account, salt: string | null): Answer {
  if (account.code === 'OK') account.code = spoken.code;
  if (spoken.invisible !== undefined) account.selected = spoken.invisible;
  const separator = spoken.json === '{}' ? '' : ',';
  const handling = spoken.code === 'OK' ? listHandling(account) : [];
  const extensions = JSON.stringify({
    disclosure: account.disclosures,
    ...(handling.length > 0 && { handling }),
    ...(account.eventNumber !== null && { event: { number: account.eventNumber } }),
    ...(salt !== null && { salt }),
  });
  const json = `${spoken.json.slice(0, -1)}${separator}"extensions":${extensions}}`;
  return {
    status: spoken.status,
    headers: spoken.headers,
    json,
    hasRun: spoken.code === 'OK',
    ...digestText(json),
  } as unknown as Answer;
}

/** Whether the question shows a field in clear whose values name somebody: what there is to show does not matter. */
function namesSomebody({ selected, catalogue }: Account): boolean {
  return selected.some(
    ({ coordinate, decision }) =>
      decision.kind === 'allow' && catalogue?.byName.get(coordinate)?.isSubject === true,
  );
}

/** Equal answers have equal ones, which only the key can tell beforehand. */
function saltOf(json: string, key: Uint8Array): string {
  return hmacSha256(key, `salt of an answer\0${json}`).toString('base64url').slice(0, 22);
}

/** The error itself where it is one of the closed list, else INTERNAL with it as the cause. */
export function asLukouError(error: unknown): LukouError {
  return error instanceof LukouError ? error : new LukouError('INTERNAL', undefined, { cause: error });
}

/** What the public may read of an error: a refusal says what to do next, a fault says its code and the request. */
export function publicError(
  error: LukouError,
  requestId: string,
): { message: string; extensions: Readonly<Record<string, unknown>> } {
  const message = error.kind === 'refusal' ? error.message : ERRORS[error.code].text;
  return { message, extensions: { code: error.code, requestId } };
}

const JSON_HEADERS = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' };

/** What HTTP wants said in a header of its own. */
const ADVICE: Partial<Record<ErrorCode, Readonly<Record<string, string>>>> = {
  LIMIT_CONCURRENCY: { 'retry-after': '1' },
  METHOD_UNSUPPORTED: { allow: 'GET, POST' },
};
