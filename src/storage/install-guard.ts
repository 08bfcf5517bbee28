import { escapeLiteral, type Client } from 'pg';
import { ONLINE_LABELS, storagePattern, storageSigns } from '../classification/index.ts';

/**
 * Replaces the bodies of `common.carries_mark` and `common.carries_sign`, and the list of labels, by what the other gates
 * are made of as well, so that no gate knows a mark or a label that another does not. Written only where it differs.
 */
export async function installGuard(owner: Client): Promise<void> {
  await installTest(owner, 'carries_mark', storagePattern());
  await installTest(owner, 'carries_sign', storageSigns());
  await installLabels(owner);
}

async function installTest(
  owner: Client,
  name: 'carries_mark' | 'carries_sign',
  pattern: string,
): Promise<void> {
  const body = ` select value ~ ${escapeLiteral(pattern)} `;
  const { rows } = await owner.query<{ prosrc: string }>(
    `select prosrc from pg_proc where oid = 'common.${name}(text)'::regprocedure`,
  );
  if (rows[0]?.prosrc === body) return;
  await owner.query(
    `create or replace function common.${name}(value text) returns boolean
       language sql immutable strict parallel safe as ${escapeLiteral(body)}`,
  );
}

const LABELS_CHECK = 'online_label_check';

async function installLabels(owner: Client): Promise<void> {
  const { rows } = await owner.query<{ definition: string }>(
    `select pg_get_constraintdef(oid) as definition from pg_constraint
      where contypid = 'common.online_label'::regtype and conname = '${LABELS_CHECK}'`,
  );
  const known = [...(rows[0]?.definition ?? '').matchAll(/'([A-Z]+)'/g)].map(([, label]) => label);
  if (known.join() === ONLINE_LABELS.join()) return;
  const labels = ONLINE_LABELS.map((label) => escapeLiteral(label)).join(', ');
  await owner.query(
    `alter domain common.online_label drop constraint if exists ${LABELS_CHECK};
     alter domain common.online_label add constraint ${LABELS_CHECK} check (value in (${labels}))`,
  );
}
