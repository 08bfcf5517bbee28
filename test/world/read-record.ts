import { sha256Hex } from '../../src/base/index.ts';
import { findDisclosureLeaf } from '../../src/storage/index.ts';
import type { Reply, World } from './open-world.ts';

/** A record of the disclosure log as its leaf says it, and the detail that it commits to. */
export interface StoredRecord {
  readonly stage: string;
  readonly actor: { readonly agency: string | null; readonly role: string; readonly auth: string };
  readonly src: { readonly ip: string };
  readonly purpose: { readonly code: string | null; readonly caseRef: string | null };
  readonly op: {
    readonly name: string | null;
    readonly documentSha256: string | null;
    readonly variablesHmac: string | null;
  };
  readonly fields: readonly (readonly [coordinate: string, decision: string, rule: string])[];
  readonly agreements: readonly { readonly uid: string }[];
  readonly subjects: readonly string[];
  readonly recipient: { readonly agency: string | null };
  readonly maxSensitivity: string | null;
  readonly divisions: readonly string[] | null;
  readonly traceparent: string | null;
  readonly result: {
    readonly rows: number;
    readonly sha256: string;
    readonly status: number;
    readonly code: string;
  };
}

/** The bytes of the record that a reply's receipt names, as text. */
export async function readLeaf(world: World, { body }: Reply): Promise<string> {
  const { origin, index } = body.extensions.receipt;
  const leaf = await findDisclosureLeaf(world.database.log, origin.slice(origin.indexOf('/') + 1), index);
  return leaf!.toString('utf8');
}

/** The record that a reply's receipt names, with its detail. */
export async function readRecord(world: World, reply: Reply): Promise<StoredRecord> {
  const { src, ...record } = JSON.parse(await readLeaf(world, reply)) as Omit<StoredRecord, 'src'> & {
    readonly src: { readonly commitment: string };
  };
  const { rows } = await world.database.log.query<{ detail: string }>(
    'select detail from oversight.record_detail where id = $1',
    [reply.body.extensions.receipt.id],
  );
  const { detail } = rows[0]!;
  if (sha256Hex(detail) !== src.commitment) throw new Error('The detail is not what the record commits to.');
  const { ip } = JSON.parse(detail) as { ip: string };
  return { ...record, src: { ip } };
}
