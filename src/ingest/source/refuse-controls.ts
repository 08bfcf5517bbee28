import { findControlCharacter, isControlCharacter } from '../../classification/index.ts';
import { placeOf, SourceStopped } from './source-stopped.ts';

const LINE_FEED = 10;
const SPACE = 32;

/**
 * Watches the bytes of a source go by, and stops it at the first that only binary content has. In UTF-8 and GB 18030 no
 * byte below the space is part of another character. Lines are counted where they end, so that an ordinary byte costs
 * one comparison.
 */
export function watchControls(): (chunk: Uint8Array) => void {
  let line = 1;
  return (chunk) => {
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at]!;
      if (byte >= SPACE) continue;
      if (byte === LINE_FEED) line++;
      else if (isControlCharacter(byte)) throw stopAt(line);
    }
  };
}

/** Stops a source for a text that holds a control character, as an escape in JSON may bring in. */
export function refuseControls(text: string, line: number | null, isInName = false): void {
  if (findControlCharacter(text) >= 0) throw stopAt(line, isInName);
}

function stopAt(line: number | null, isInName = false): SourceStopped {
  return new SourceStopped(
    `It holds a control character (${placeOf(line)}), as binary content does; only text is taken in: hand it in without.`,
    { line, rule: 'opaque.control-character', isInName },
  );
}
