import { systemClock } from '../base/index.ts';
import type { Raise } from '../cli/index.ts';
import { raiseWarnings } from '../ingest/index.ts';
import { createWarningDesk } from '../storage/index.ts';
import type { DeskParts } from './desk-parts.ts';
import { operatorIngestPorts } from './operator-ingest.ts';
import { readModelFile } from './read-model-file.ts';

/** Scores the calls in the gateway's database, and pushes the warnings that they give reason for. */
export function openRaiseDesk({ readConfig, joinDatabase, onMessage }: Omit<DeskParts, 'production'>): Raise {
  return async ({ model: modelName, atMs, push }) => {
    const config = readConfig();
    const model = await readModelFile(modelName);
    await using database = await joinDatabase(config);
    // Awaited here: the database is closed on the way out.
    return await raiseWarnings(
      { model, atMs: atMs ?? systemClock.nowMs(), push },
      createWarningDesk(database.ingest),
      operatorIngestPorts(config, { database, onMessage }),
    );
  };
}
