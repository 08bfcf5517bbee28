import { concat, fromBase64, sha256, toHex, utf8 } from './bytes.ts';

/** A text and who signed it (C2SP signed-note). */
export interface SignedNote {
  readonly text: string;
  readonly signatures: readonly { readonly name: string; readonly id: string; readonly bytes: Uint8Array }[];
}

/** What the text of a log's head says. */
export interface Head {
  readonly origin: string;
  readonly size: number;
  readonly root: string;
}

/** A public key for notes. */
export interface NoteKey {
  readonly name: string;
  readonly id: string;
  /** 1 signs notes, 4 cosigns them as a witness. */
  readonly type: number;
  readonly key: Uint8Array<ArrayBuffer>;
}

/** Reads a note; null where it is none. */
export function readNote(note: string): SignedNote | null {
  const at = note.lastIndexOf('\n\n');
  if (at < 0 || !note.endsWith('\n')) return null;
  const signatures: { name: string; id: string; bytes: Uint8Array }[] = [];
  for (const line of note.slice(at + 2, -1).split('\n')) {
    const [, name, encoded] = /^— ([^ +]+) (\S+)$/.exec(line) ?? [];
    const bytes = fromBase64(encoded ?? '');
    if (name === undefined || bytes === null || bytes.length < 5) return null;
    signatures.push({ name, id: toHex(bytes.subarray(0, 4)), bytes: bytes.subarray(4) });
  }
  return { text: note.slice(0, at + 1), signatures };
}

/** Reads the text of a head (C2SP tlog-checkpoint); null where it is none. */
export function readHead(text: string): Head | null {
  const [origin = '', size = '', root = ''] = text.split('\n');
  if (origin === '' || !/^(?:0|[1-9]\d{0,15})$/.test(size) || fromBase64(root)?.length !== 32) return null;
  return { origin, size: Number(size), root };
}

/** Reads a public key in C2SP's form, name+id+base64; null where it is none, or its id is not its own. */
export async function readKey(vkey: string): Promise<NoteKey | null> {
  const [, name, id, encoded] = /^([^ +]+)\+([0-9a-f]{8})\+(\S+)$/.exec(vkey.trim()) ?? [];
  const bytes = fromBase64(encoded ?? '');
  if (name === undefined || id === undefined || bytes?.length !== 33) return null;
  const own = toHex((await sha256(utf8(`${name}\n`), bytes)).subarray(0, 4));
  return own === id ? { name, id, type: bytes[0]!, key: bytes.slice(1) } : null;
}

/** Whether a note carries a good signature of a key: of the log itself, or of a witness. */
export async function isSignedBy({ text, signatures }: SignedNote, key: NoteKey): Promise<boolean> {
  const found = signatures.find(({ name, id }) => name === key.name && id === key.id);
  if (found === undefined) return false;
  const { bytes } = found;
  if (key.type === 1) return isSigned(key, bytes, utf8(text));
  if (key.type !== 4 || bytes.length !== 72) return false;
  const seconds = new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0);
  return isSigned(key, bytes.subarray(8), utf8(`cosignature/v1\ntime ${seconds}\n${text}`));
}

async function isSigned({ key }: NoteKey, signature: Uint8Array, message: Uint8Array): Promise<boolean> {
  const imported = await crypto.subtle.importKey('raw', key, 'Ed25519', false, ['verify']);
  return crypto.subtle.verify('Ed25519', imported, concat(signature), concat(message));
}
