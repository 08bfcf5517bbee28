import { basename } from 'node:path';
import type { Ingest } from '../cli/index.ts';
import { ingestFile, type IngestProgress, ingestRelease } from '../ingest/index.ts';
import type { DeskParts } from './desk-parts.ts';
import { findAdapter } from './find-adapter.ts';
import { operatorIngestPorts } from './operator-ingest.ts';
import { readSigners } from './release-signers.ts';

/** What an operator hands in: a file of an agency, or a release package. */
export function openIngestDesk({
  readConfig,
  joinDatabase,
  onMessage,
}: Omit<DeskParts, 'production'>): Ingest {
  return async ({ adapter: adapterName, path, release }, onProgress) => {
    const config = readConfig();
    const adapter = await findAdapter(adapterName);
    const signers =
      release === null ? null : await readSigners(release.signersPath ?? config.LUKOU_RELEASE_SIGNERS);
    await using database = await joinDatabase(config);
    const ports = operatorIngestPorts(config, { database, onMessage });
    const order = {
      adapter,
      path,
      onProgress: ({ rowsRead, bytesRead, bytesTotal }: IngestProgress) =>
        onProgress(`${basename(path)}: ${rowsRead} rows`, bytesRead, bytesTotal ?? bytesRead),
    };
    return signers === null
      ? await ingestFile(order, ports)
      : await ingestRelease({ ...order, signers }, ports);
  };
}
