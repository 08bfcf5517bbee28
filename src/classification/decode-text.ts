import { foldText, unfoldedIndex } from './canonical/fold-text.ts';
import { decodeLayer } from './decode/decode-layer.ts';
import type { GuardEngine } from './guard-engine.ts';

/** What was encoded in a text. */
export interface DecodedText {
  /** The text with every encoded run replaced by what it says. */
  readonly text: string;
  /** Whether anything was encoded. */
  readonly decoded: boolean;
  /** Where in the text given the first packed file stands, or -1. */
  readonly opaqueAt: number;
  /** Where in the text given the unit `index` of the decoded text came from. */
  toSource(index: number): number;
}

/**
 * Decodes `text` once. `isDisguised` says that invisible or full-width characters may stand inside the encoded runs, so
 * that they are taken out first.
 */
export function decodeText(text: string, isDisguised: boolean, engine: GuardEngine): DecodedText {
  const { light, without } = engine;
  const plain = isDisguised ? foldText(text, light) : text;
  const lift = (index: number) => (plain === text ? index : unfoldedIndex(text, light, index));
  const layer = decodeLayer(plain, without);
  return {
    text: layer.text,
    decoded: layer.decoded,
    opaqueAt: layer.opaqueAt < 0 ? -1 : lift(layer.opaqueAt),
    // Few places are remembered; others are worked out again, for a text with a finding only.
    toSource(index) {
      const known = layer.placeOf(index);
      return lift(known < 0 ? decodeLayer(plain, without, index).sourceAt : known);
    },
  };
}
