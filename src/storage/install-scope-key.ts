import type pg from 'pg';
import { LukouError } from '../base/index.ts';
import type { ScopeSigner } from './scope-signer.ts';

interface StoredPads {
  readonly inner_pad: Buffer;
  readonly outer_pad: Buffer;
}

/**
 * Stores the key that row scopes are signed with. A database that several gateways share keeps the first one's key:
 * a gateway with another secret is refused, else the others' requests would find no row from then on.
 */
export async function installScopeKey(
  owner: pg.Client,
  signer: ScopeSigner,
  sharedDatabase: boolean,
): Promise<void> {
  const { rows } = await owner.query<StoredPads>('select inner_pad, outer_pad from common.scope_key');
  const stored = rows[0];
  if (stored?.inner_pad.equals(signer.pads.inner) && stored.outer_pad.equals(signer.pads.outer)) return;
  if (sharedDatabase && stored !== undefined) {
    throw new LukouError(
      'DATABASE_UNSUITABLE',
      'Another gateway has signed its row scopes here with another secret. Give all of them the same LUKOU_SECRET; ' +
        'to change it, stop them, delete the row of common.scope_key as the owner, and start again.',
    );
  }
  const { inner, outer } = signer.pads;
  await owner.query(
    `insert into common.scope_key (inner_pad, outer_pad) values ($1, $2)
     on conflict ((true)) do update set inner_pad = excluded.inner_pad, outer_pad = excluded.outer_pad`,
    [Buffer.from(inner), Buffer.from(outer)],
  );
}
