/** A line, or a piece of one that is too long to be held: its bytes without the line end. */
export interface LinePiece {
  /** Line number, from 1. */
  readonly line: number;
  readonly bytes: Buffer;
  /** Bytes at the beginning that the piece before held as well, so that no mark is cut in two. */
  readonly overlap: number;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

/** Most bytes of a line that are held at a time. */
const PIECE_BYTES = 4 << 20;
/** How much of a piece the next one repeats: more than any mark is long. */
export const OVERLAP_BYTES = 64 << 10;

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** Cuts bytes into lines. A line longer than {@link PIECE_BYTES} comes in pieces, so that memory stays bounded. */
export class LineCutter {
  private held: Buffer[] = [];
  private heldBytes = 0;
  private overlap = 0;
  private line = 1;
  private isFirst = true;

  /** The lines and pieces that end in this chunk. */
  *feed(chunk: Uint8Array): Generator<LinePiece> {
    const buffer = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    let from = 0;
    while (from < buffer.length) {
      const lineEnd = buffer.indexOf(LINE_FEED, from);
      const end = Math.min(lineEnd < 0 ? buffer.length : lineEnd, from + PIECE_BYTES - this.heldBytes);
      this.held.push(buffer.subarray(from, end));
      this.heldBytes += end - from;
      from = end;
      if (end === lineEnd) {
        from += 1;
        yield this.take(true);
      } else if (this.heldBytes === PIECE_BYTES) yield this.take(false);
    }
  }

  /** The last line, where no line end closes it. */
  *end(): Generator<LinePiece> {
    if (this.heldBytes > 0) yield this.take(true);
  }

  private take(isLast: boolean): LinePiece {
    const whole = this.held.length === 1 ? this.held[0]! : Buffer.concat(this.held);
    const bytes = isLast && whole.at(-1) === CARRIAGE_RETURN ? whole.subarray(0, -1) : whole;
    const piece = { line: this.line, bytes, overlap: this.overlap, isFirst: this.isFirst, isLast };
    const rest = isLast ? null : tailOf(whole);
    this.held = rest === null ? [] : [rest];
    this.heldBytes = this.overlap = rest?.length ?? 0;
    this.isFirst = isLast;
    if (isLast) this.line += 1;
    return piece;
  }
}

/** The last bytes of a piece, from the start of a character on. */
function tailOf(bytes: Buffer): Buffer {
  let from = bytes.length - OVERLAP_BYTES;
  while ((bytes[from]! & 0xc0) === 0x80 && from < bytes.length - OVERLAP_BYTES + 4) from += 1;
  return Buffer.from(bytes.subarray(from));
}
