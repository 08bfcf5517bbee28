import { LukouError } from '../base/index.ts';

const SQLSTATE = /^[0-9A-Z]{5}$/;
const CONSTRAINT = /^[a-z0-9_]{1,63}$/;
/** The checks that the guard's list is behind: of texts, of labels, of whole rows. */
const MARK_CHECKS = /^(?:open_text_check|online_label_check|no_mark|no_mark_in_address)$/;
const SYSTEM_CODE = /^E[A-Z]{2,20}$/;

/**
 * What the rest of Lukou hears of a database error: SQLSTATE and constraint, nothing else. PostgreSQL's message,
 * detail and hint quote row values, so not even the cause goes along. A LukouError passes as it is.
 */
export function storageFault(error: unknown, statementName?: string): LukouError {
  if (error instanceof LukouError) return error;
  const words = [describeCode(error)];
  const constraint = textOf(error, 'constraint');
  if (CONSTRAINT.test(constraint)) words.push(`constraint ${constraint}`);
  if (statementName !== undefined) words.push(`statement ${statementName}`);
  const code = MARK_CHECKS.test(constraint) ? 'MARK_REFUSED' : 'STORAGE_FAULT';
  return new LukouError(code, `${words.join(', ')}.`);
}

/** Whether the error is the database's or its connection's, and not a mistake of ours. */
export function isDatabaseError(error: unknown): boolean {
  return textOf(error, 'code') !== '' && !(error instanceof LukouError);
}

/** Whether the error came from the server in answer to a statement, so that the connection is still of use. */
export function connectionSurvives(error: unknown): boolean {
  const code = textOf(error, 'code');
  // Classes 08 (connection), 57 (the server was told to stop; 57014 is only a cancelled statement), XX and 58; and what the
  // connection keeps of a statement is gone (26000), is not from us (42P05), or has other columns now (0A000).
  return SQLSTATE.test(code) && (code === '57014' || !/^(08|57|58|XX|26000|42P05|0A000)/.test(code));
}

function describeCode(error: unknown): string {
  const code = textOf(error, 'code');
  if (SQLSTATE.test(code)) return `SQLSTATE ${code}`;
  if (SYSTEM_CODE.test(code)) return `connection ${code}`;
  const words = error instanceof Error ? error.message : '';
  if (/^(Connection terminated|timeout exceeded|Query read timeout)/.test(words))
    return 'connection lost or timed out';
  return `raised on our side (${error instanceof Error ? error.name : typeof error})`;
}

function textOf(error: unknown, name: string): string {
  const value: unknown = error instanceof Error ? Reflect.get(error, name) : undefined;
  return typeof value === 'string' ? value : '';
}
