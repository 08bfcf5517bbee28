import { classifiedNames, type SchemaProblem, type SubgraphDocument } from '../../agreement/index.ts';
import { LukouError } from '../../base/index.ts';
import { RECORD_TYPES } from '../../ingest/index.ts';
import { type Database, findColumns } from '../../storage/index.ts';

/** What `@classified` takes offline, and a file could still be taken into: a record type that has the field. */
export function findKeptClassified(documents: readonly SubgraphDocument[]): readonly SchemaProblem[] {
  return documents.flatMap(({ name: subgraph, document }) =>
    classifiedNames(document)
      .filter(isRecorded)
      .map((place) => ({
        rule: 'the-classified-is-not-kept',
        subgraph,
        place,
        message: 'files are taken into it: take the field out of the record type (src/ingest/records)',
      })),
  );
}

function isRecorded(name: string): boolean {
  const [typeName = '', field] = name.split('.');
  const type = Object.entries(RECORD_TYPES).find(([known]) => known === typeName)?.[1];
  return type !== undefined && (field === undefined || type.has(field));
}

/**
 * Refuses to go online where anything could still keep what `@classified` takes offline: a record type, or a column of the
 * database, by name.
 *
 * @throws LukouError SCHEMA_INVALID naming each.
 */
export async function refuseKeptClassified(
  documents: readonly SubgraphDocument[],
  { app }: Pick<Database, 'app'>,
): Promise<void> {
  const names = documents.flatMap(({ document }) => classifiedNames(document));
  if (names.length === 0) return;
  const recorded = findKeptClassified(documents).map(({ place }) => place);
  const kept = [...new Set([...recorded, ...(await findColumns(app, names))])];
  if (kept.length === 0) return;
  throw new LukouError(
    'SCHEMA_INVALID',
    `${kept.join(', ')} is classified, and the gateway could keep it: drop its column, and its field of the record type.`,
  );
}
