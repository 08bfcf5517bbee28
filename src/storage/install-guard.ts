import { escapeLiteral, type Client } from 'pg';
import { ONLINE_LABELS, storageHint, storagePattern, storageSigns } from '../classification/index.ts';

/**
 * Replaces the bodies of `common.carries_mark` and `common.carries_sign`, and the list of labels, by what the other gates
 * are made of as well, so that no gate knows a mark or a label that another does not. Written only where it differs.
 */
export async function installGuard(owner: Client): Promise<void> {
  const [hint, pattern] = [storageHint(), storagePattern()].map((each) => escapeLiteral(each));
  await installTest(
    owner,
    'carries_mark',
    `case when value ~ ${hint} then value ~ ${pattern} else false end`,
  );
  await installTest(owner, 'carries_sign', `value ~ ${escapeLiteral(storageSigns())}`);
  await installLabels(owner);
}

async function installTest(
  owner: Client,
  name: 'carries_mark' | 'carries_sign',
  test: string,
): Promise<void> {
  const body = ` select ${test} `;
  const { rows } = await owner.query<{ prosrc: string }>(
    `select prosrc from pg_proc where oid = 'common.${name}(text)'::regprocedure`,
  );
  if (rows[0]?.prosrc === body) return;
  // Not strict: PostgreSQL would not write a strict function out where it is used, and a call costs more than the test.
  await owner.query(
    `create or replace function common.${name}(value text) returns boolean
       language sql immutable parallel safe as ${escapeLiteral(body)}`,
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
