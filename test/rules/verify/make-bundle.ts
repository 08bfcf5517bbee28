import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BundlePart, type DetailReader, writeBundle } from '../../../src/audit/index.ts';
import { verifyBundle } from '../../../src/verify/index.ts';
import { type MadeLog, openLogReader } from '../../world/make-log.ts';

type Expected = Parameters<typeof verifyBundle>[1];

const NOTHING: Expected = { keys: [], witnesses: [], logs: [], heads: [], receipts: [], part: false };

/** A folder for bundles, and the product's verifier over it. */
export function openBundleFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'lukou-bundle-'));
  const path = join(folder, 'bundle.jsonl');
  return {
    folder,
    /** Writes these bytes to a file and verifies them. */
    verify(bundle: Buffer, expected: Partial<Expected> = {}) {
      writeFileSync(path, bundle);
      return verifyBundle(path, { ...NOTHING, ...expected });
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}

/** The bundle of all of a log, or of a part. */
export async function makeBundle(
  log: MadeLog,
  part: Partial<BundlePart> = {},
  ...others: readonly MadeLog[]
): Promise<Buffer> {
  const parts = [{ ...partOf(log), ...part }, ...others.map(partOf)];
  const details: DetailReader = {
    readDetails: async (name) => [log, ...others].find((each) => each.log === name)!.details,
  };
  const pieces: Buffer[] = [];
  for await (const { bytes } of writeBundle(openLogReader(log, ...others), parts, details))
    pieces.push(bytes);
  return Buffer.concat(pieces);
}

function partOf(log: MadeLog): BundlePart {
  const size = log.leaves.length;
  return {
    log: log.log,
    origin: log.origin,
    keys: [log.signer.vkey],
    from: 0,
    to: size,
    size,
    heads: [log.headAt(size)],
  };
}
