import { refuseSource } from './refuse-source.ts';

const MAX_ITEM_LENGTH = 16_777_216;
const MAX_FRAME_LENGTH = 1_048_576;

/** Takes a JSON document that holds one long list apart as it arrives, so that its size does not matter. */
export interface ItemCutter {
  /** The texts of the items that are complete now. */
  feed(text: string): string[];
  /** What is left once the items are taken out: the document itself, with an empty list. */
  frame(): string;
}

/** Cuts the objects of the list at a path of members out of a JSON document: of `['features']`, those of a GeoJSON file. */
export function createItemCutter(path: readonly string[]): ItemCutter {
  let frame = '';
  let item = '';
  let depth = 0;
  // Of the outermost levels, as many as the path has: the bracket, and the text that was read last, before a value its name.
  const open: string[] = [];
  const names: string[] = [];
  let inText = false;
  let isEscaped = false;
  let inList = false;

  const isListHere = (): boolean =>
    depth === path.length && path.every((name, at) => open[at] === '{' && names[at] === name);

  return {
    feed(text) {
      const items: string[] = [];
      // Where the piece that is being copied began: into the item within the list, else into the frame.
      let from = 0;
      const keep = (to: number): void => {
        if (inList && depth > path.length + 1) item += text.slice(from, to);
        else if (inList) frame += text.slice(from, to).replaceAll(/[\s,]/g, '');
        else frame += text.slice(from, to);
        from = to;
      };
      for (let at = 0; at < text.length; at++) {
        const character = text[at]!;
        if (inText) {
          if (isEscaped) isEscaped = false;
          else if (character === '\\') isEscaped = true;
          else if (character === '"') inText = false;
          if (inText && depth > 0 && depth <= path.length) names[depth - 1] += character;
        } else if (character === '"') {
          inText = true;
          if (depth > 0 && depth <= path.length) names[depth - 1] = '';
        } else if (character === '{' || character === '[') {
          if (inList && depth === path.length + 1) keep(at);
          const isList = !inList && character === '[' && isListHere();
          if (depth < path.length) open[depth] = character;
          depth++;
          if (isList) {
            keep(at + 1);
            inList = true;
          }
        } else if (character === '}' || character === ']') {
          if (inList && depth === path.length + 2) {
            keep(at + 1);
            items.push(item);
            item = '';
          } else if (inList && depth === path.length + 1) {
            keep(at);
            inList = false;
          }
          depth--;
        }
      }
      keep(text.length);
      if (item.length > MAX_ITEM_LENGTH)
        throw refuseSource(
          `One of the items under "${path.join('.')}" is larger than 16 MiB; make it smaller.`,
        );
      if (frame.length > MAX_FRAME_LENGTH)
        throw refuseSource(`It has more than 1 MiB outside "${path.join('.')}"; expected the list there.`);
      return items;
    },
    frame: () => frame,
  };
}
