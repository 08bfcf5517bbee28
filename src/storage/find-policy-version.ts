import { parse } from 'graphql';
import type { Pool } from 'pg';
import * as z from 'zod';
import type { SubgraphDocument, Suspension } from '../agreement/index.ts';
import { runNamed } from './run-named.ts';

const FIND_POLICY = {
  name: 'oversight.find-policy-version',
  text: `select s.subgraphs,
      (select json_agg(json_build_object('name', a.uid || '@' || a.version, 'text', a.signed_text) order by a.uid, a.version)
         from jsonb_to_recordset(p.agreements) as member (uid text, version integer)
         join oversight.agreement a on a.uid = member.uid and a.version = member.version) as agreements,
      (select coalesce(json_agg(member.suspended), '[]')
         from jsonb_to_recordset(p.agreements) as member (suspended jsonb)
        where member.suspended is not null) as suspensions
    from oversight.policy_version p
    join oversight.schema_version s on s.catalogue = p.catalogue
   where p.digest = $1`,
};

const archived = z.object({
  subgraphs: z.array(z.object({ name: z.string(), sdl: z.string() })),
  agreements: z.array(z.object({ name: z.string(), text: z.string() })),
  suspensions: z.array(
    z.strictObject({
      uid: z.string(),
      version: z.int(),
      fromMs: z.int(),
      by: z.string(),
      reason: z.string(),
    }),
  ),
});

/** A set of agreements that was once in force, and the schema that it was compiled over. */
export interface ArchivedPolicy {
  readonly schema: readonly SubgraphDocument[];
  /** `uid@version`, and the file without its signatures. */
  readonly agreements: readonly { readonly name: string; readonly content: unknown }[];
  /** Those of them that were suspended. */
  readonly suspensions: readonly Suspension[];
}

/** The archived set of this digest; null where none was ever in force here. */
export async function findPolicyVersion(pool: Pool, digest: string): Promise<ArchivedPolicy | null> {
  const { rows } = await runNamed(pool, FIND_POLICY, [digest]);
  if (rows[0] === undefined) return null;
  const { subgraphs, agreements, suspensions } = archived.parse(rows[0]);
  return {
    schema: subgraphs.map(({ name, sdl }) => ({ name, document: parse(sdl, { noLocation: true }) })),
    agreements: agreements.map(({ name, text }) => ({ name, content: JSON.parse(text) as unknown })),
    suspensions,
  };
}
