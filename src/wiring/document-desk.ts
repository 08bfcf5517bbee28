import { scalars } from '../../resolvers/index.ts';
import { operatorEntry } from '../audit/index.ts';
import { LukouError, sha256Hex, systemClock, uuidV7 } from '../base/index.ts';
import type { DocumentActions } from '../cli/index.ts';
import type { Config } from '../config.ts';
import { composeSupergraph, createPublicationCheck } from '../federation/index.ts';
import { type DocumentFile, listDocuments, publishDocument, readDocumentFiles } from '../storage/index.ts';
import type { DeskParts } from './desk-parts.ts';
import { limitsOf } from './limits-of.ts';
import { openOperatorLog, type OperatorLog, operatorPlaceOf } from './open-log.ts';
import { readGraphSources } from './supergraph/read-graph-sources.ts';

/** What an operator does with trusted documents. */
export function openDocumentDesk({
  readConfig,
  joinDatabase,
}: Pick<DeskParts, 'readConfig' | 'joinDatabase'>): DocumentActions {
  return {
    async publish(paths) {
      const config = readConfig();
      const files = await readDocumentFiles(paths);
      await requireAnswerable(files, config);
      await using database = await joinDatabase(config);
      const place = { database, clock: systemClock, onMessage: () => undefined };
      const audit = openOperatorLog(operatorPlaceOf(config, place));
      const known = new Set((await listDocuments(database.app)).map(({ sha256 }) => sha256));
      const named = files.map((file) => ({ ...file, sha256: sha256Hex(file.text) }));
      for (const document of named) {
        if (known.has(document.sha256)) continue;
        known.add(document.sha256);
        // Before it is published: what gateways answer from then on rests on this record.
        await recordPublication(audit, document.sha256);
        await publishDocument(database.ingest, document);
      }
      return named.map(({ sha256, sourceName }) => ({ sha256, sourceName }));
    },
    async list() {
      await using database = await joinDatabase(readConfig());
      return listDocuments(database.app);
    },
  };
}

/** All or nothing: one document that a gateway would refuse keeps every other one back. */
async function requireAnswerable(files: readonly DocumentFile[], config: Config): Promise<void> {
  const { parts } = await readGraphSources(config.LUKOU_SUPERGRAPH);
  const check = createPublicationCheck(composeSupergraph(parts), scalars, limitsOf(config));
  const problems = files.flatMap(({ sourceName, text }) => {
    try {
      check(text);
      return [];
    } catch (error) {
      if (!(error instanceof LukouError)) throw error;
      return [`${sourceName}: ${error.code}: ${error.detail ?? error.message}`];
    }
  });
  if (problems.length > 0)
    throw new LukouError('OPERATION_INVALID', `Nothing was published.\n${problems.join('\n')}`);
}

async function recordPublication(audit: OperatorLog, sha256: string): Promise<void> {
  await audit.record(
    operatorEntry({
      name: 'publish document',
      documentSha256: sha256,
      requestId: uuidV7(systemClock.nowMs()),
    }),
  );
}
