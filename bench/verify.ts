import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encodeRecord } from '../src/audit/index.ts';
import {
  appendLeaf,
  createNoteKey,
  EMPTY_FRONTIER,
  hashLeaf,
  printHeadText,
  printNoteKey,
  printSignedNote,
  rootOf,
} from '../src/merkle/index.ts';
import { verifyBundle } from '../src/verify/index.ts';
import { typicalEntry } from './audit/typical-entry.ts';

const RECORDS = 1_000_000;
const BLOCK = 256;
const ORIGIN = 'lukou.bench/gateway';
const NOTHING = { keys: [], witnesses: [], logs: [], heads: [], receipts: [], part: false };

/** How long an auditor waits for a million records: processor time and wall clock of the verifier that ships. */
export async function run(): Promise<object> {
  const folder = mkdtempSync(join(tmpdir(), 'lukou-bench-verify-'));
  const path = join(folder, 'bundle.jsonl');
  try {
    writeBundle(path);
    const startedMs = performance.now();
    const before = process.cpuUsage();
    const { whole, records } = verifyBundle(path, NOTHING);
    const { user, system } = process.cpuUsage(before);
    if (!whole || records !== RECORDS) throw new Error('The bundle is not whole.');
    const figures = {
      records,
      megabytes: Math.round(statSync(path).size / 1e6),
      processorSeconds: (user + system) / 1e6,
      wallSeconds: (performance.now() - startedMs) / 1e3,
    };
    console.table(figures);
    return figures;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Twice through the records, so that none but the one at hand is in memory. */
function writeBundle(path: string): void {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const key = createNoteKey(ORIGIN, publicKey.export({ format: 'der', type: 'spki' }).subarray(-32));
  const id = randomUUID();
  const leafAt = (index: number): Buffer =>
    encodeRecord(typicalEntry(index), {
      index,
      id,
      recordedAt: '2026-03-02T00:00:00.000Z',
      nonce: '0'.repeat(32),
    });
  let frontier = EMPTY_FRONTIER;
  for (let index = 0; index < RECORDS; index += 1) frontier = appendLeaf(frontier, hashLeaf(leafAt(index)));
  const text = printHeadText({ origin: ORIGIN, size: RECORDS, root: rootOf(frontier) });
  const signature = sign(null, Buffer.from(text), privateKey);
  const head = printSignedNote({ text, signatures: [{ name: key.name, id: key.id, signature }] });

  const file = openSync(path, 'w');
  const digest = createHash('sha256');
  const put = (bytes: Buffer): void => {
    digest.update(bytes);
    writeSync(file, bytes);
  };
  const line = (value: object): Buffer => Buffer.from(`${JSON.stringify(value)}\n`);
  const part = { from: 0, to: RECORDS, size: RECORDS, left: [], right: [], heads: [head] };
  put(line({ lukou: 'disclosure-bundle/1', logs: [ORIGIN] }));
  put(line({ log: ORIGIN, keys: [printNoteKey(key)], ...part }));
  for (let start = 0; start < RECORDS; start += BLOCK) {
    const leaves = Array.from({ length: Math.min(BLOCK, RECORDS - start) }, (_, at) => leafAt(start + at));
    const hashes = Buffer.concat(leaves.map((leaf) => hashLeaf(leaf))).toString('base64');
    put(
      Buffer.concat([...leaves.flatMap((leaf) => [leaf, Buffer.from('\n')]), line({ leafHashes: hashes })]),
    );
  }
  writeSync(file, line({ end: 'disclosure-bundle/1', records: RECORDS, sha256: digest.digest('hex') }));
  closeSync(file);
}
