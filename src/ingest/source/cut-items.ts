import { refuseSource } from './refuse-source.ts';

const MAX_FEATURE_LENGTH = 16_777_216;
const MAX_FRAME_LENGTH = 1_048_576;

/** Takes a GeoJSON document apart as it arrives, so that its size does not matter. */
export interface FeatureCutter {
  /** The texts of the features that are complete now. */
  feed(text: string): string[];
  /** What is left once the features are taken out: the collection itself, with no features. */
  frame(): string;
}

/** Cuts the members of the top-level array `features` out of a JSON document. */
export function createFeatureCutter(): FeatureCutter {
  let frame = '';
  let feature = '';
  let depth = 0;
  let inText = false;
  let isEscaped = false;
  let name = '';
  let inFeatures = false;

  return {
    feed(text) {
      const features: string[] = [];
      // Where the piece that is being copied began: into the feature below depth 3, else into the frame.
      let from = 0;
      const keep = (to: number): void => {
        if (inFeatures && depth > 2) feature += text.slice(from, to);
        else if (inFeatures) frame += text.slice(from, to).replaceAll(/[\s,]/g, '');
        else frame += text.slice(from, to);
        from = to;
      };
      for (let at = 0; at < text.length; at++) {
        const character = text[at]!;
        if (inText) {
          if (isEscaped) isEscaped = false;
          else if (character === '\\') isEscaped = true;
          else if (character === '"') inText = false;
          if (inText && depth === 1) name += character;
        } else if (character === '"') {
          inText = true;
          if (depth === 1) name = '';
        } else if (character === '{' || character === '[') {
          if (inFeatures && depth === 2) keep(at);
          depth++;
          if (depth === 2 && character === '[' && name === 'features') {
            keep(at + 1);
            inFeatures = true;
          }
        } else if (character === '}' || character === ']') {
          if (inFeatures && depth === 3) {
            keep(at + 1);
            features.push(feature);
            feature = '';
          } else if (inFeatures && depth === 2) {
            keep(at);
            inFeatures = false;
          }
          depth--;
        }
      }
      keep(text.length);
      if (feature.length > MAX_FEATURE_LENGTH)
        throw refuseSource('One of its features is larger than 16 MiB; simplify its geometry.');
      if (frame.length > MAX_FRAME_LENGTH)
        throw refuseSource(
          'It has more than 1 MiB outside its features; expected a GeoJSON FeatureCollection.',
        );
      return features;
    },
    frame: () => frame,
  };
}
