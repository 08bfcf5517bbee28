import { SourceStopped } from './source-stopped.ts';

/** What files of other kinds begin with. Only text is taken in: of anything else the guard could not see all. */
const KINDS: readonly (readonly [kind: string, start: readonly number[] | string])[] = [
  ['a ZIP archive, or a document of a word processor or spreadsheet', [0x50, 0x4b, 0x03, 0x04]],
  ['a PDF', '%PDF-'],
  ['a PDF', '\uFEFF%PDF-'],
  ['an old Office document', [0xd0, 0xcf, 0x11, 0xe0]],
  ['a rich text document', '{\\rtf'],
  ['compressed by gzip', [0x1f, 0x8b]],
  ['compressed by bzip2', 'BZh91AY'],
  ['compressed by xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ['compressed by zstd', [0x28, 0xb5, 0x2f, 0xfd]],
  ['a 7-Zip archive', [0x37, 0x7a, 0xbc, 0xaf]],
  ['a RAR archive', 'Rar!'],
  ['a picture', [0x89, 0x50, 0x4e, 0x47]],
  ['a picture', [0xff, 0xd8, 0xff]],
  ['a picture', 'GIF87a'],
  ['a picture', 'GIF89a'],
  ['a picture', [0x49, 0x49, 0x2a, 0x00]],
  ['text in UTF-16', [0xff, 0xfe]],
  ['text in UTF-16', [0xfe, 0xff]],
  ['a database', 'SQLite format 3'],
  ['a program', [0x7f, 0x45, 0x4c, 0x46]],
  ['an e-mail with attachments', 'MIME-Version:'],
];

const STARTS = KINDS.map(
  ([kind, start]) => [kind, typeof start === 'string' ? Buffer.from(start) : Buffer.of(...start)] as const,
);

/** Stops a source by its first bytes where they are those of another kind of file. */
export function refuseBinary(firstChunk: Uint8Array): void {
  const head = Buffer.from(firstChunk.buffer, firstChunk.byteOffset, Math.min(firstChunk.length, 32));
  const kind = STARTS.find(([, start]) => head.subarray(0, start.length).equals(start))?.[0];
  if (kind === undefined) return;
  throw new SourceStopped(
    `It is ${kind}, and only text in UTF-8 or GB 18030 is taken in: hand in its content as CSV, NDJSON or GeoJSON.`,
    { rule: 'opaque.binary-file' },
  );
}
