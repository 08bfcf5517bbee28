import type { GuardStep, LeftOut } from '../guard-step.ts';
import { endOfRun, SHORTEST_RUN, sixBits } from './base64-lines.ts';
import { UnitBuffer } from '../canonical/unit-buffer.ts';
import { ByteSink } from './byte-sink.ts';
import { LayerWriter } from './layer-writer.ts';
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

/** One decoding of a text: every encoded run replaced by what it says. */
export interface DecodedLayer {
  readonly text: string;
  /** Whether anything was encoded at all. */
  readonly decoded: boolean;
  /** Where the first packed file stands, or -1. */
  readonly opaqueAt: number;
  /** Where the unit asked for came from; meaningful only when one was asked for. */
  readonly sourceAt: number;
  /** Where a unit of the layer came from, or -1 where only another decoding can say. */
  placeOf(index: number): number;
}

/**
 * Decodes every run of `text` once. Each unit is read a bounded number of times, whatever the text.
 *
 * @param target the unit of the result whose origin `sourceAt` shall say.
 */
export function decodeLayer(text: string, without: LeftOut, target = Infinity): DecodedLayer {
  const writer = new LayerWriter(text, target);
  const sink = new ByteSink();
  const meaning = new UnitBuffer(16);
  const base64 = new Base64Reader(text, writer, sink, without);
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
  const layer = writer.finish();
  return {
    text: layer,
    decoded: writer.decoded,
    opaqueAt: base64.opaqueAt,
    sourceAt: writer.sourceAt,
    placeOf: (index) => writer.placeOf(index),
  };
}
