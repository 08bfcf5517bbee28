import type pg from 'pg';
import { LukouError } from '../base/index.ts';

const ROLES = ['lukou_app', 'lukou_ingest'] as const;

/**
 * Makes the two working roles on a server of the operator's own and lets the owner's login act as them. Throws
 * DATABASE_UNSUITABLE with the commands for the administrator where the login may not.
 */
export async function ensureRoles(owner: pg.Client, version: string): Promise<void> {
  // Since PostgreSQL 16 the maker of a role may not act as it unless it grants itself that.
  const grantOptions = Number.parseInt(version, 10) >= 16 ? ' with inherit false, set true' : '';
  const ability = Number.parseInt(version, 10) >= 16 ? 'set' : 'member';
  for (const role of ROLES) {
    try {
      await owner.query(
        `do $$ begin
           if not exists (select from pg_roles where rolname = '${role}') then create role ${role} nologin; end if;
           if not pg_has_role(current_user, '${role}', '${ability}') then grant ${role} to current_user${grantOptions}; end if;
         end $$`,
      );
    } catch (error) {
      throw roleRefusal(owner, error);
    }
  }
}

function roleRefusal(owner: pg.Client, error: unknown): unknown {
  const insufficientPrivilege = '42501';
  if (!(error instanceof Error) || Reflect.get(error, 'code') !== insufficientPrivilege) return error;
  const commands = ROLES.map(
    (role) => `create role ${role} nologin; grant ${role} to "${owner.user ?? 'the login'}";`,
  );
  return new LukouError(
    'DATABASE_UNSUITABLE',
    `The login of DATABASE_URL may not make roles. Let the administrator run: ${commands.join(' ')}`,
  );
}
