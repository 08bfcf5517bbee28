import type { IngestReceipt } from '../ingest/index.ts';

/** A receipt as a person reads it. */
export function describeReceipt(receipt: IngestReceipt): string {
  const quarantined = Object.entries(receipt.quarantined);
  const lines = [
    ['adapter', receipt.adapter],
    ['file', `sha256:${receipt.fileDigest}`],
    ['read', `${receipt.rowsRead} rows`],
    ['written', `${receipt.rowsWritten} rows`],
    ['already there', `${receipt.rowsDuplicate} rows`],
    [
      'quarantined',
      quarantined.length === 0 ? 'none' : quarantined.map(([code, rows]) => `${rows} ${code}`).join(', '),
    ],
    ['took', `${(receipt.durationMs / 1000).toFixed(1)} s`],
  ] as const;
  return lines.map(([label, value]) => `${label.padEnd(14)} ${value}\n`).join('');
}
