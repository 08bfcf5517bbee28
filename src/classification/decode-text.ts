import { foldText, unfoldedIndex } from './canonical/fold-text.ts';
import { type DecodedLayer, decodeLayer, findSource } from './decode/decode-layer.ts';
import { findPlace } from './decode/layer-writer.ts';
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
 * Decodes `text` once, and returns null where nothing is encoded. `isDisguised` says that invisible or full-width characters
 * may stand inside the encoded runs, so that they are taken out first.
 */
export function decodeText(text: string, isDisguised: boolean, engine: GuardEngine): DecodedText | null {
  const plain = isDisguised ? foldText(text, engine.light) : text;
  const layer = decodeLayer(plain, engine.without);
  return layer === null ? null : placeLayer(layer, text, plain, engine);
}

/** The layer of a text of which `plain` is what was decoded. Apart, because a closure costs what it closes over. */
function placeLayer(layer: DecodedLayer, text: string, plain: string, engine: GuardEngine): DecodedText {
  const { light, without } = engine;
  const lift = (index: number) => (plain === text ? index : unfoldedIndex(text, light, index));
  return {
    text: layer.text,
    decoded: layer.decoded,
    opaqueAt: layer.opaqueAt < 0 ? -1 : lift(layer.opaqueAt),
    // Few places are remembered; others are worked out again, for a text with a finding only.
    toSource(index) {
      const known = findPlace(layer.places, index);
      return lift(known < 0 ? findSource(plain, without, index) : known);
    },
  };
}
