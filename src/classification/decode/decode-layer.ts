import type { GuardStep, LeftOut } from '../guard-step.ts';
import { endOfRun, SHORTEST_RUN, sixBits } from './base64-lines.ts';
import { UnitBuffer } from '../canonical/unit-buffer.ts';
import { ByteSink } from './byte-sink.ts';
import { LayerWriter, type RunPlaces } from './layer-writer.ts';
import { Base64Reader } from './read-base64.ts';
import { readBidi } from './read-bidi.ts';
import { readEntity } from './read-entity.ts';
import { readEscape } from './read-escape.ts';
import { readMarkup } from './read-markup.ts';
import { readMojibake } from './read-mojibake.ts';
import { readPercent } from './read-percent.ts';
import { readQuotedPrintable } from './read-quoted-printable.ts';
import type { RunReader } from './reader.ts';

const READERS: readonly { step: GuardStep; isStart: (code: number) => boolean; read: RunReader }[] = [
  { step: 'percent', isStart: (code) => code === 0x25, read: readPercent },
  { step: 'entities', isStart: (code) => code === 0x26, read: readEntity },
  { step: 'quoted-printable', isStart: (code) => code === 0x3d, read: readQuotedPrintable },
  { step: 'escapes', isStart: (code) => code === 0x5c, read: readEscape },
  { step: 'markup', isStart: (code) => code === 0x3c, read: readMarkup },
  { step: 'bidi', isStart: (code) => code === 0x202e, read: readBidi },
  { step: 'mojibake', isStart: (code) => code >= 0x80 && code <= 0xff, read: readMojibake },
];

const PLAIN = 0xff;
const BASE64 = 0xfe;
/** Which reader a unit calls for: an index of {@link READERS}, or one of the two above. */
const CALLS_FOR = Uint8Array.from({ length: 0x2100 }, (_, code) => {
  if (sixBits(code) >= 0) return BASE64;
  const reader = READERS.findIndex(({ isStart }) => isStart(code));
  return reader < 0 ? PLAIN : reader;
});

/** One decoding of a text in which something is encoded. */
export interface DecodedLayer {
  /** The text with every encoded run replaced by what it says. */
  readonly text: string;
  /** Whether any run was replaced. */
  readonly decoded: boolean;
  /** Where the first packed file stands, or -1. */
  readonly opaqueAt: number;
  /** Where the runs of the layer came from, as many as are remembered. */
  readonly places: RunPlaces;
}

/** Decodes every run of `text` once, and returns null where nothing is encoded. */
export function decodeLayer(text: string, without: LeftOut): DecodedLayer | null {
  const { writer, base64 } = readRuns(text, without, Infinity);
  const { decoded } = writer;
  const { opaqueAt } = base64;
  return decoded || opaqueAt >= 0 ? { ...writer.finish(), decoded, opaqueAt } : null;
}

/** Where unit `index` of the layer of `text` came from, whichever it is: decodes the text up to there again. */
export function findSource(text: string, without: LeftOut, index: number): number {
  const { writer } = readRuns(text, without, index);
  writer.finish();
  return writer.sourceAt;
}

/** What it takes to decode one text after another. */
class RunTools {
  readonly sink = new ByteSink();
  readonly meaning = new UnitBuffer(16);
  readonly writer: LayerWriter;
  readonly base64: Base64Reader;

  constructor(longest: number) {
    this.writer = new LayerWriter(longest);
    this.base64 = new Base64Reader(this.writer, this.sink);
  }
}

const SHORT = 1024;
/** For short texts: answers are made of them, few hold anything, and nobody keeps what these tools hold. */
const shortTools = new RunTools(SHORT);

/** Reads the runs of `text` until unit `target` of the layer is written. Each unit is read a bounded number of times. */
function readRuns(text: string, without: LeftOut, target: number): RunTools {
  const tools = text.length <= SHORT ? shortTools : new RunTools(text.length);
  const { sink, meaning, writer, base64 } = tools;
  writer.open(text, target);
  base64.open(text, without);
  const isBase64Read = !without.has('base64');
  let at = 0;
  while (at < text.length && writer.sourceAt < 0) {
    const code = text.charCodeAt(at);
    const calls = code < CALLS_FOR.length ? CALLS_FOR[code]! : PLAIN;
    if (calls === PLAIN) at++;
    else if (calls === BASE64) {
      const end = endOfRun(text, at);
      at = end - at >= SHORTEST_RUN && isBase64Read ? base64.read(at, end) : end;
    } else {
      const { step, read } = READERS[calls]!;
      const end = without.has(step) ? at : read(text, at, meaning.clear(), sink);
      if (end > at) {
        writer.begin(at);
        writer.out.pushUnits(meaning);
        writer.end(end);
      }
      at = end > at ? end : at + 1;
    }
  }
  return tools;
}
