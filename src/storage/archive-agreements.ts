import { print } from 'graphql';
import type { Pool } from 'pg';
import { type Policy, type SubgraphDocument, listSharedFields } from '../agreement/index.ts';
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

const FIND_CHANGED = `
  select archived.uid, archived.version
  from oversight.agreement archived
  join json_to_recordset($1::json) as loaded (uid text, version integer, sha256 text)
    on loaded.uid = archived.uid and loaded.version = archived.version and loaded.sha256 <> archived.sha256`;

/**
 * Keeps what decides from now on, so that old records can be explained and their decisions made again: every version
 * of every agreement, which of them are in force together, and the schema. A version is immutable.
 *
 * @throws LukouError AGREEMENT_INVALID where a file changed and kept its version.
 */
export async function archiveAgreements(
  pool: Pool,
  policy: Policy,
  schema: readonly SubgraphDocument[],
): Promise<void> {
  const shared = listSharedFields(policy);
  const agreements = shared.map(({ agreement }) => ({
    uid: agreement.uid,
    version: agreement.version,
    sha256: agreement.sha256,
    assigner: agreement.assigner,
    assignee: agreement.assignee,
    roles: agreement.roles,
    purposes: agreement.purposes ?? [],
    legalBasis: agreement.legalBasis,
    validFrom: new Date(agreement.validFromMs).toISOString(),
    validUntil: new Date(agreement.validUntilMs).toISOString(),
    body: agreement.file,
    signedText: agreement.signedText,
  }));
  const fields = shared.flatMap(({ agreement: { uid, version }, fields: decided }) =>
    decided.map((field) => ({ uid, version, ...field })),
  );
  const loaded = JSON.stringify(agreements);
  const client = await pool.connect();
  let failure: Error | undefined;
  try {
    await client.query('begin');
    const { rows } = await client.query<{ uid: string; version: number }>(FIND_CHANGED, [loaded]);
    if (rows.length > 0) {
      const names = rows.map(({ uid, version }) => `${uid}@${version}`).join(', ');
      throw new LukouError(
        'AGREEMENT_INVALID',
        `Changed without a new version: ${names}. Raise the version.`,
      );
    }
    await client.query(ARCHIVE_AGREEMENTS, [loaded]);
    await client.query(ARCHIVE_FIELDS, [JSON.stringify(fields)]);
    const subgraphs = schema.map(({ name, document }) => ({ name, sdl: print(document) }));
    await client.query(ARCHIVE_SCHEMA, [policy.catalogue.digest, JSON.stringify(subgraphs)]);
    const together = agreements.map(({ uid, version }) => ({ uid, version }));
    await client.query(ARCHIVE_POLICY, [policy.digest, policy.catalogue.digest, JSON.stringify(together)]);
    await client.query('commit');
  } catch (error) {
    failure = error instanceof LukouError ? error : storageFault(error);
    throw failure;
  } finally {
    client.release(failure);
  }
}
