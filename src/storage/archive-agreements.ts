import { print } from 'graphql';
import type { Pool, PoolClient } from 'pg';
import {
  type Agreement,
  type Policy,
  type SubgraphDocument,
  agreementName,
  listSharedFields,
} from '../agreement/index.ts';
import { LukouError } from '../base/index.ts';
import { storageFault } from './storage-fault.ts';

const ARCHIVE_AGREEMENTS = `
  insert into oversight.agreement (
    uid, version, sha256, assigner, assignee, roles, purposes, legal_basis, valid_from, valid_until, body, signed_text
  )
  select uid, version, sha256, assigner, assignee, roles, purposes, "legalBasis", "validFrom", "validUntil", body, "signedText"
  from json_to_recordset($1::json) as agreement (
    uid text, version integer, sha256 text, assigner text, assignee text, roles text[], purposes text[],
    "legalBasis" text, "validFrom" timestamptz, "validUntil" timestamptz, body jsonb, "signedText" text
  )
  on conflict do nothing`;

const ARCHIVE_FIELDS = `
  insert into oversight.shared_field (uid, version, coordinate, decision, mask, rule)
  select uid, version, coordinate, decision, mask, rule
  from json_to_recordset($1::json) as field (
    uid text, version integer, coordinate text, decision text, mask text, rule text
  )
  on conflict do nothing`;

const ARCHIVE_SCHEMA = `
  insert into oversight.schema_version (catalogue, subgraphs) values ($1, $2::json) on conflict do nothing`;

const ARCHIVE_POLICY = `
  insert into oversight.policy_version (digest, catalogue, agreements) values ($1, $2, $3::json) on conflict do nothing`;

const FIND_UNARCHIVED = `
  select loaded.uid, loaded.version, archived.sha256 is not null as "isChanged"
  from json_to_recordset($1::json) as loaded (uid text, version integer, sha256 text)
  left join oversight.agreement archived on archived.uid = loaded.uid and archived.version = loaded.version
  where archived.sha256 is distinct from loaded.sha256`;

const FIND_POLICY = 'select from oversight.policy_version where digest = $1';

// The archive only grows: what this process has put there, or found there, need not be looked for again.
const archived = new WeakMap<Pool, WeakSet<Agreement>>();

// Requests are answered in between.
const AT_A_TIME = 100;

/**
 * Keeps what decides from now on, so that old records can be explained and their decisions made again: every version
 * of every agreement, which of them are in force or suspended together, and the schema. A version is immutable.
 *
 * @throws LukouError AGREEMENT_INVALID where a file changed and kept its version.
 */
export async function archiveAgreements(
  pool: Pool,
  policy: Policy,
  schema: readonly SubgraphDocument[],
  onProgress: (done: number, total: number) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const client = await pool.connect();
  let failure: Error | undefined;
  try {
    // Archived in one transaction with all that it consists of.
    const known = await client.query(FIND_POLICY, [policy.digest]);
    if (known.rowCount === 0) {
      const there = archived.get(pool) ?? new WeakSet<Agreement>();
      await archive(client, policy, schema, there, onProgress);
      for (const agreement of policy.agreements) there.add(agreement);
      archived.set(pool, there);
    }
  } catch (error) {
    failure = error instanceof LukouError ? error : storageFault(error);
    throw failure;
  } finally {
    client.release(failure);
  }
}

async function archive(
  client: PoolClient,
  policy: Policy,
  schema: readonly SubgraphDocument[],
  there: WeakSet<Agreement>,
  onProgress: (done: number, total: number) => Promise<void>,
): Promise<void> {
  await client.query('begin');
  const missing = await findMissing(
    client,
    policy.agreements.filter((agreement) => !there.has(agreement)),
  );
  for (let from = 0; from < missing.length; from += AT_A_TIME) {
    const some = missing.slice(from, from + AT_A_TIME);
    await client.query(ARCHIVE_AGREEMENTS, [JSON.stringify(some.map(rowOf))]);
    await client.query(ARCHIVE_FIELDS, [JSON.stringify(fieldRows(policy, some))]);
    await onProgress(from + some.length, missing.length);
  }
  const subgraphs = schema.map(({ name, document }) => ({ name, sdl: print(document) }));
  await client.query(ARCHIVE_SCHEMA, [policy.catalogue.digest, JSON.stringify(subgraphs)]);
  const together = policy.agreements.map((agreement) => {
    const suspended = policy.suspensions.get(agreementName(agreement));
    const { uid, version } = agreement;
    return { uid, version, ...(suspended && { suspended }) };
  });
  await client.query(ARCHIVE_POLICY, [policy.digest, policy.catalogue.digest, JSON.stringify(together)]);
  await client.query('commit');
}

async function findMissing(
  client: PoolClient,
  agreements: readonly Agreement[],
): Promise<readonly Agreement[]> {
  const loaded = agreements.map(({ uid, version, sha256 }) => ({ uid, version, sha256 }));
  const { rows } = await client.query<{ uid: string; version: number; isChanged: boolean }>(FIND_UNARCHIVED, [
    JSON.stringify(loaded),
  ]);
  const changed = rows.filter(({ isChanged }) => isChanged);
  if (changed.length > 0)
    throw new LukouError(
      'AGREEMENT_INVALID',
      `Changed without a new version: ${changed.map(agreementName).join(', ')}. Raise the version.`,
    );
  const names = new Set(rows.map(agreementName));
  return agreements.filter((agreement) => names.has(agreementName(agreement)));
}

function rowOf(agreement: Agreement): object {
  const { uid, version, sha256, assigner, assignee, roles, purposes, legalBasis, file, signedText } =
    agreement;
  const validFrom = new Date(agreement.validFromMs).toISOString();
  const validUntil = new Date(agreement.validUntilMs).toISOString();
  const parties = { assigner, assignee, roles, purposes: purposes ?? [] };
  return { uid, version, sha256, ...parties, legalBasis, validFrom, validUntil, body: file, signedText };
}

function fieldRows(policy: Policy, agreements: readonly Agreement[]): readonly object[] {
  return listSharedFields(policy, new Set(agreements)).flatMap(({ agreement: { uid, version }, fields }) =>
    fields.map((field) => ({ uid, version, ...field })),
  );
}
