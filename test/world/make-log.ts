import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { encodeRecord, type DisclosureEntry, type LogReader } from '../../src/audit/index.ts';
import { sha256Hex } from '../../src/base/index.ts';
import {
  appendLeaf,
  createNoteKey,
  ED25519,
  ED25519_COSIGNATURE,
  EMPTY_FRONTIER,
  type Frontier,
  hashLeaf,
  type NoteKey,
  printHeadText,
  printNoteKey,
  printSignedNote,
  rootOf,
} from '../../src/merkle/index.ts';
import { entryWith } from '../audit-log/entry.ts';

/** A key pair for notes. */
export interface NoteSigner {
  readonly key: NoteKey;
  readonly vkey: string;
  readonly privateKey: KeyObject;
}

export function makeSigner(name: string, type: NoteKey['type'] = ED25519): NoteSigner {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const key = createNoteKey(name, publicKey.export({ format: 'der', type: 'spki' }).subarray(-32), type);
  return { key, vkey: printNoteKey(key), privateKey };
}

/** A log in memory, written as the gateway's is. */
export interface MadeLog {
  readonly log: string;
  readonly origin: string;
  readonly signer: NoteSigner;
  readonly leaves: Buffer[];
  readonly leafHashes: Buffer[];
  /** What records only commit to, by the record's id. */
  readonly details: Map<string, string>;
  /** The frontier at a size. */
  frontierAt(size: number): Frontier;
  /** The signed head of the first `size` records, cosigned by witnesses. */
  headAt(size: number, witnesses?: readonly NoteSigner[]): string;
  append(...entries: readonly Partial<DisclosureEntry>[]): void;
  /** Appends records that commit to where they came from. */
  appendDetailed(count: number): void;
}

const ENTRY = entryWith({
  actor: { pseudonym: 'p'.repeat(43), agency: 'AG-TRANSPORT-CENTRE', role: 'partner', auth: 'jwt' },
  purpose: { code: 'ROAD_SAFETY', caseReference: null },
  agreements: [{ uid: 'urn:agr:hlbe:police-transport:0007', version: 1, sha256: 'a'.repeat(64) }],
  policyDigest: 'b'.repeat(64),
  grantDigest: 'c'.repeat(64),
  operation: { name: 'Q', documentSha256: 'd'.repeat(64), variablesHmac: null },
  fields: [['Checkpoint.name', 'allow', 'urn:agr:hlbe:police-transport:0007@1#p1']],
  result: { rows: 1, bytes: 100, sha256: 'e'.repeat(64), status: 200, code: 'OK' },
  recipient: { agency: 'AG-TRANSPORT-CENTRE', system: null },
  maxSensitivity: 'INTERNAL',
});

/** A log of `size` records, with a key of its own unless one is given. */
export function makeLog(size: number, log = 'gateway', signer = makeSigner(`lukou.test/${log}`)): MadeLog {
  const origin = `lukou.test/${log}`;
  const leaves: Buffer[] = [];
  const leafHashes: Buffer[] = [];
  const details = new Map<string, string>();
  const append = (entry: Partial<DisclosureEntry>, commitment?: (id: string) => string): void => {
    const index = leaves.length;
    const id = `01890000-0000-7000-8000-${String(index).padStart(12, '0')}`;
    const place = {
      index,
      id,
      recordedAt: new Date(Date.UTC(2026, 2, 2) + index * 1_000).toISOString(),
      nonce: index.toString(16).padStart(32, '0'),
    };
    const leaf = encodeRecord({ ...ENTRY, ...entry }, place, commitment?.(id));
    leaves.push(leaf);
    leafHashes.push(hashLeaf(leaf));
  };
  const made: MadeLog = {
    log,
    origin,
    signer,
    leaves,
    leafHashes,
    details,
    frontierAt: (at) =>
      leafHashes
        .slice(0, at)
        .reduce<Frontier>((frontier, leaf) => appendLeaf(frontier, leaf), EMPTY_FRONTIER),
    headAt: (at, witnesses = []) =>
      signHead({ origin, size: at, root: rootOf(made.frontierAt(at)) }, signer, witnesses),
    append(...entries) {
      for (const entry of entries) append(entry);
    },
    appendDetailed(count) {
      for (let added = 0; added < count; added += 1)
        append({}, (id) => {
          const text = `{"salt":"${sha256Hex(id).slice(0, 32)}","ip":"192.0.2.7"}`;
          details.set(id, text);
          return sha256Hex(text);
        });
    },
  };
  made.append(...Array.from({ length: size }, () => ({})));
  return made;
}

/** A head signed by a log's key, and cosigned. */
export function signHead(
  head: Parameters<typeof printHeadText>[0],
  signer: NoteSigner,
  witnesses: readonly NoteSigner[] = [],
): string {
  const text = printHeadText(head);
  const signature = sign(null, Buffer.from(text), signer.privateKey);
  const cosignatures = witnesses.map(({ key, privateKey }) => {
    const seconds = 1_772_413_200n;
    const time = Buffer.alloc(8);
    time.writeBigUInt64BE(seconds);
    const said = sign(null, Buffer.from(`cosignature/v1\ntime ${seconds}\n${text}`), privateKey);
    return { name: key.name, id: key.id, signature: Buffer.concat([time, said]) };
  });
  const { name, id } = signer.key;
  return printSignedNote({ text, signatures: [{ name, id, signature }, ...cosignatures] });
}

export const makeWitness = (name: string): NoteSigner => makeSigner(name, ED25519_COSIGNATURE);

/** Reads logs in memory as storage reads those of a database. */
export function openLogReader(...logs: readonly MadeLog[]): LogReader {
  const require = (name: string): MadeLog => logs.find(({ log }) => log === name)!;
  return {
    async listLogs() {
      return logs.map(({ log, origin, signer }) => ({
        log,
        origin,
        bornAt: '2026-03-02T00:00:00.000Z',
        closedAt: null,
        prunedTo: 0,
        keys: [{ vkey: signer.vkey, fromSize: 0, note: null }],
      }));
    },
    async readHead(name) {
      const made = require(name);
      const size = made.leaves.length;
      const frontier = made.frontierAt(size);
      return {
        log: name,
        size,
        root: rootOf(frontier),
        frontier: [...frontier.nodes] as Buffer[],
        note: made.headAt(size),
      };
    },
    async *readEntries(name, from, to) {
      const { leaves } = require(name);
      for (let index = from; index < Math.min(to, leaves.length); index += 1)
        yield { index, leaf: leaves[index]! };
    },
    async readHashes(name, tileLevel, from, to) {
      const { leafHashes } = require(name);
      const hashes: Buffer[] = [];
      let frontier = EMPTY_FRONTIER;
      for (const leaf of leafHashes)
        frontier = appendLeaf(frontier, leaf, (level, index, hash) => {
          if (level === tileLevel * 8 && index >= from && index < to) hashes.push(hash);
        });
      return hashes;
    },
  };
}
