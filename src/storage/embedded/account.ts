import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { LukouError } from '../../base/index.ts';

/** The account that the database server runs as. */
export interface ServerAccount {
  readonly uid: number;
  readonly gid: number;
  readonly name: string;
}

/**
 * The account for the server, or null where it runs as ourselves. PostgreSQL refuses to run as root, so root hands
 * it to whoever owns the database already, else to `postgres`, else to `nobody`: initdb wants an account with a name.
 */
export function findServerAccount(databaseFolder: string): ServerAccount | null {
  if (process.getuid?.() !== 0) return null;
  const owner = statSync(databaseFolder, { throwIfNoEntry: false });
  if (owner !== undefined && owner.uid !== 0) {
    return { uid: owner.uid, gid: owner.gid, name: `uid ${owner.uid}` };
  }
  const account = lookUp('postgres') ?? lookUp('nobody');
  if (account !== null) return account;
  throw new LukouError(
    'DATABASE_UNSUITABLE',
    'PostgreSQL refuses to run as root, and this machine has neither an account "postgres" nor "nobody". ' +
      'Make one (useradd --system postgres), run Lukou as an ordinary user, or set DATABASE_URL.',
  );
}

/** What spawn needs to run something as the account; nothing where it runs as ourselves. */
export function runAs(account: ServerAccount | null): { cwd: '/'; uid?: number; gid?: number } {
  return account === null ? { cwd: '/' } : { cwd: '/', uid: account.uid, gid: account.gid };
}

/** Whether the account may enter and list `folder`. Asked of the system itself: modes do not tell of ACLs. */
export function mayEnter(folder: string, account: ServerAccount | null): boolean {
  return (
    spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...runAs(account), stdio: 'ignore' }).status === 0
  );
}

function lookUp(name: string): ServerAccount | null {
  const [uid, gid] = ['-u', '-g'].map((flag) => {
    const answer = spawnSync('id', [flag, name], { encoding: 'utf8' });
    return answer.status === 0 ? Number(answer.stdout) : 0;
  });
  return uid && gid ? { uid, gid, name } : null;
}
