import { escapeLiteral } from 'pg';
import type { NamedStatement } from './run-named.ts';
import type { ScopeSigner, SessionScope } from './scope-signer.ts';

/**
 * Opens a row scope until the end of the transaction, which may only read from then on. No value of a setting is null: each
 * is set, and no row comes back.
 */
export const BIND_SCOPE: NamedStatement = {
  name: 'lukou.bind-scope',
  text: `
select where set_config('transaction_read_only', 'on', true) is null
  or set_config('lukou.scope', $1, true) is null
  or set_config('lukou.scope_mac', $2, true) is null`,
};

/**
 * Begins the transaction of an act, under the caller's row scope. Each statement sees what others committed before it; and
 * the commit is on disk when it returns, whatever the server's default says: somebody is told on it.
 */
export function beginActing(signer: ScopeSigner, scope: SessionScope): string {
  const { body, mac } = signer.sign(scope);
  const settings = `${localSetting('lukou.scope', body)}, ${localSetting('lukou.scope_mac', mac)}`;
  return `begin isolation level read committed; set local synchronous_commit = on; select ${settings}`;
}

function localSetting(name: string, value: string): string {
  return `set_config('${name}', ${escapeLiteral(value)}, true)`;
}
