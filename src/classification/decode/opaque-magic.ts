import type { ByteSink } from './byte-sink.ts';

/** How packed and compressed files begin. A text field has no business holding one, and the guard cannot read it. */
const MAGIC: readonly (readonly number[])[] = [
  [0x1f, 0x8b, 0x08], // gzip
  [0x50, 0x4b, 0x03, 0x04], // zip, docx, xlsx, ofd
  [0x42, 0x5a, 0x68, -1, 0x31, 0x41, 0x59], // bzip2
  [0xfd, 0x37, 0x7a, 0x58, 0x5a], // xz
  [0x28, 0xb5, 0x2f, 0xfd], // zstd
  [0x37, 0x7a, 0xbc, 0xaf], // 7z
  [0x52, 0x61, 0x72, 0x21], // rar
  [0xd0, 0xcf, 0x11, 0xe0], // doc, xls
  [0x25, 0x50, 0x44, 0x46, 0x2d], // pdf
];
const SHORTEST_FILE = 12;
const FIRST_BYTES = new Set(MAGIC.map((magic) => magic[0]!));

/** Whether the bytes are the beginning of a packed file. */
export function isOpaque({ bytes, length }: ByteSink): boolean {
  if (length < SHORTEST_FILE || !FIRST_BYTES.has(bytes[0]!)) return false;
  return MAGIC.some((magic) => magic.every((byte, i) => byte < 0 || bytes[i] === byte));
}
