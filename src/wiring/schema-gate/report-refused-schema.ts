import { checkSchema, type SubgraphDocument } from '../../agreement/index.ts';
import type { IncidentDesk } from '../../audit/index.ts';
import { type Clock, LukouError, uuidV7 } from '../../base/index.ts';
import { findKeptClassified } from './find-kept-classified.ts';

/** Rules of the schema's gate. A schema that breaks another one is wrong, and no incident. */
const GUARD_RULES: ReadonlySet<string> = new Set([
  'no-secrecy-marks',
  'the-classified-is-not-referred-to',
  'the-classified-is-not-kept',
]);

/** Where a refused schema is reported. */
export interface SchemaReportParts {
  readonly incidents: Pick<IncidentDesk, 'open'>;
  readonly clock: Clock;
  readonly onFault: (requestId: string, error: unknown) => void;
}

/**
 * Runs what takes a schema in. Where it throws, and the guard is a reason, an incident is opened for each subgraph and rule;
 * what was thrown is thrown on, whether or not the incident could be kept: the schema stays refused.
 *
 * @param digest - SHA-256 of all that was read; null where it is not known.
 */
export async function takeInSchema<Taken>(
  parts: readonly SubgraphDocument[],
  digest: string | null,
  desk: SchemaReportParts,
  takeIn: () => Promise<Taken>,
): Promise<Taken> {
  try {
    return await takeIn();
  } catch (error) {
    if (error instanceof LukouError && error.code === 'SCHEMA_INVALID')
      await reportRefused(parts, digest, desk).catch((cause: unknown) => desk.onFault('none', cause));
    throw error;
  }
}

async function reportRefused(
  parts: readonly SubgraphDocument[],
  sourceDigest: string | null,
  { incidents, clock }: SchemaReportParts,
): Promise<void> {
  const broken = [...checkSchema(parts), ...findKeptClassified(parts)].filter(({ rule }) =>
    GUARD_RULES.has(rule),
  );
  const places = new Map(broken.map(({ subgraph, rule }) => [`${subgraph} ${rule}`, { subgraph, rule }]));
  const detectedAtMs = clock.nowMs();
  for (const { subgraph, rule } of places.values())
    await incidents.open({
      gate: 'SCHEMA',
      detectedAtMs,
      rule,
      source: `schema of ${subgraph}`,
      sourceDigest,
      line: null,
      // A schema is released by nobody: it is written without the mark.
      markHash: null,
      owners: [],
      actor: 'operator',
      agency: null,
      requestId: uuidV7(detectedAtMs),
    });
}
