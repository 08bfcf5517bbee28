import { JsonRefusal, readStrictJson } from '../../base/index.ts';
import { scanText, type Verdict } from '../../classification/index.ts';
import { LineCutter, type LinePiece, OVERLAP_BYTES } from './cut-lines.ts';

/** What the guard says of one line. */
export interface LineVerdict extends Pick<Verdict, 'verdict' | 'rule' | 'position' | 'canonical'> {
  /** Line number, from 1. */
  readonly line: number;
}

const DEEPEST_JSON = 64;
const BRACE = 0x7b;
/** A run without any break that is longer than what two pieces share cannot be decoded, so it counts as packed. */
const UNBROKEN_RUN = /[^A-Za-z0-9+/_=-]/;

const RANK = { pass: 0, review: 1, block: 2 } as const;
type Found = Omit<LineVerdict, 'line'>;
const PASS: Found = { verdict: 'pass', rule: null, position: null, canonical: null };

/**
 * Judges every line, in order; yields together what is known after each chunk. A line that is a JSON object with a text
 * in `text` stands for that text; any other line for itself. Memory stays bounded whatever the length of a line.
 */
export async function* scanLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<LineVerdict[]> {
  const cutter = new LineCutter();
  let gravest = PASS;
  let unitsBefore = 0;
  const judgeAll = (pieces: Iterable<LinePiece>): LineVerdict[] => {
    const verdicts: LineVerdict[] = [];
    for (const piece of pieces) {
      if (piece.isFirst) [gravest, unitsBefore] = [PASS, 0];
      const start = unitsBefore - piece.bytes.toString('utf8', 0, piece.overlap).length;
      gravest = graver(gravest, judge(piece, start));
      if (piece.isLast) verdicts.push({ line: piece.line, ...gravest });
      else unitsBefore = start + piece.bytes.toString('utf8').length;
    }
    return verdicts;
  };
  for await (const chunk of chunks) yield judgeAll(cutter.feed(chunk));
  yield judgeAll(cutter.end());
}

const graver = (a: Found, b: Found): Found => (RANK[b.verdict] > RANK[a.verdict] ? b : a);

function judge(piece: LinePiece, start: number): Found {
  let found = PASS;
  for (const text of textsOf(piece)) found = graver(found, shift(scanText(text), start));
  if (piece.isLast || found.verdict === 'block') return found;
  const end = piece.bytes.toString('latin1', piece.bytes.length - OVERLAP_BYTES);
  if (UNBROKEN_RUN.test(end)) return found;
  return { verdict: 'block', rule: 'opaque.unbroken-run', position: start, canonical: 'unbroken run' };
}

function shift({ verdict, rule, position, canonical }: Verdict, start: number): Found {
  if (verdict === 'pass') return PASS;
  return { verdict, rule, position: position === null ? null : position + start, canonical };
}

/** What a line says: its member `text`, itself, or, where it is not UTF-8, itself in the other usual encoding too. */
function textsOf({ bytes, isFirst, isLast }: LinePiece): string[] {
  const isWhole = isFirst && isLast;
  const stated = isWhole && bytes[0] === BRACE ? readTextMember(bytes) : null;
  if (stated !== null) return [stated];
  const text = bytes.toString('utf8');
  if (!isWhole || !text.includes('\ufffd')) return [text];
  return [text, new TextDecoder('gb18030').decode(bytes)];
}

/** The member `text`; null where the line is no sound JSON object with one, and then the line itself is read. */
function readTextMember(bytes: Buffer): string | null {
  try {
    const value = readStrictJson(bytes, DEEPEST_JSON) as { readonly text?: unknown };
    return typeof value.text === 'string' ? value.text : null;
  } catch (error) {
    if (error instanceof JsonRefusal) return null;
    throw error;
  }
}
