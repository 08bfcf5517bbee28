import type { Pool, PoolClient } from 'pg';
import { LukouError } from '../../base/index.ts';
import type { ActKeeper, ActReceipt, AskedAct } from '../../request/index.ts';
import { beginActing } from '../bind-scope.ts';
import { runNamed } from '../run-named.ts';
import type { ScopeSigner, SessionScope } from '../scope-signer.ts';
import { connectionSurvives, storageFault } from '../storage-fault.ts';

/** What acts of one caller are kept with. */
export interface ActPlace {
  readonly pool: Pool;
  readonly signer: ScopeSigner;
  /** The rows that the caller may act on: row-level security sees to it. */
  readonly scope: SessionScope;
}

const QUEUE_ACT = {
  name: 'oversight.queue-act',
  text: 'select pg_advisory_xact_lock(hashtextextended($1, 30))',
};

const FIND_ACT = {
  name: 'oversight.find-act',
  text: `select coordinate, arguments_sha256 as "argumentsSha256", receipt from oversight.act
    where actor = $1 and key = $2`,
};

const KEEP_ACT = {
  name: 'oversight.keep-act',
  text: `insert into oversight.act (actor, key, coordinate, arguments_sha256, acted_at, receipt)
    values ($1, $2, $3, $4, $5, $6)`,
};

interface KeptAct {
  readonly coordinate: string;
  readonly argumentsSha256: string;
  readonly receipt: ActReceipt;
}

/** Keeps acts beside the data that they change, so that an act and its change are one commit. */
export function createActKeeper<Desk>(
  { pool, signer, scope }: ActPlace,
  openDesk: (client: PoolClient) => Desk,
): ActKeeper<Desk> {
  return {
    async once(act, work) {
      const client = await pool.connect().catch((error: unknown) => {
        throw storageFault(error);
      });
      let reusable = false;
      try {
        await client.query(beginActing(signer, scope));
        const known = await findKept(client, act);
        const receipt = known ?? (await work(openDesk(client)));
        if (known === null) await keep(client, act, receipt);
        // Where the outcome of this commit stays unknown, the same key tells it.
        await client.query('commit');
        reusable = true;
        return receipt;
      } catch (error) {
        reusable = error instanceof LukouError || connectionSurvives(error);
        if (reusable)
          await client.query('rollback').catch(() => {
            reusable = false;
          });
        throw storageFault(error);
      } finally {
        client.release(!reusable);
      }
    },
  };

  async function findKept(client: PoolClient, act: AskedAct): Promise<ActReceipt | null> {
    const { actor, key, coordinate, argumentsSha256 } = act;
    // A second attempt waits here for the first one's end.
    await runNamed(client, QUEUE_ACT, [`act ${actor} ${key}`]);
    const { rows } = await runNamed<KeptAct>(client, FIND_ACT, [actor, key]);
    const [kept] = rows;
    if (kept === undefined) return null;
    if (kept.coordinate !== coordinate || kept.argumentsSha256 !== argumentsSha256)
      throw new LukouError('ACT_KEY_REUSED');
    return kept.receipt;
  }

  async function keep(client: PoolClient, act: AskedAct, receipt: ActReceipt): Promise<void> {
    const { actor, key, coordinate, argumentsSha256 } = act;
    const values = [actor, key, coordinate, argumentsSha256, receipt.actedAt, JSON.stringify(receipt)];
    await runNamed(client, KEEP_ACT, values);
  }
}
