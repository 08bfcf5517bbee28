import { type IngestPorts, ingestRecords } from '../ingest/index.ts';
import { SAMPLE_SEED, type SampleSizeName, generateSample } from '../sample/index.ts';

/** How far the sample has come: rows taken in, of all. */
export type SampleProgress = (label: string, done: number, total: number) => void;

/**
 * Makes the synthetic sample and takes it in through the ingest flow, guard and all, one run for each record type. A
 * sample that was interrupted goes on with the first type that is missing. A database that holds other data is left
 * as it is.
 */
export async function loadSample(
  size: SampleSizeName,
  published: ReadonlySet<string>,
  ports: IngestPorts,
  onProgress: SampleProgress,
): Promise<'made' | 'there already' | 'left out, since the database holds other data'> {
  const prefix = `sample ${size} ${SAMPLE_SEED} `;
  const streams = generateSample({ size });
  const missing = streams.filter(({ type }) => !published.has(prefix + type));
  if (missing.length === 0) return 'there already';
  if (published.size > 0 && missing.length === streams.length)
    return 'left out, since the database holds other data';
  const total = missing.reduce((sum, { count }) => sum + count, 0);
  let before = 0;
  for (const { type, count, rows } of missing) {
    await ingestRecords(
      {
        type,
        rows: rows(),
        sourceName: prefix + type,
        onProgress: (rowsRead) => onProgress(`sample: ${type}`, before + rowsRead, total),
      },
      ports,
    );
    before += count;
    onProgress(`sample: ${type}`, before, total);
  }
  return 'made';
}
