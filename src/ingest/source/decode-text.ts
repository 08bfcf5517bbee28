import { refuseBinary } from './refuse-binary.ts';
import { watchControls } from './refuse-controls.ts';
import { codeOf } from './refuse-source.ts';
import { SourceStopped } from './source-stopped.ts';

// What is parsed at a time. Larger pieces outlive V8's first small collections, which teaches it to allocate all
// rows as if they would stay: memory then grows by some 200 MB.
const PIECE_LENGTH = 8_192;

/**
 * Decodes bytes strictly, in small pieces. What is no text stops the source, since the guard could not see all of it:
 * the beginning of another kind of file, a control character, a byte that the encoding does not know.
 */
export async function* decodeText(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  encoding: 'utf-8' | 'gb18030',
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const refuseControls = watchControls();
  let bytesBefore = 0;
  const decode = (chunk?: Uint8Array): string => {
    try {
      return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
    } catch (error) {
      if (codeOf(error) !== 'ERR_ENCODING_INVALID_ENCODED_DATA') throw error;
      throw new SourceStopped(
        `It is not ${encoding} text (after byte ${bytesBefore}); state its encoding in the adapter, utf-8 or gb18030.`,
        { rule: 'opaque.encoding' },
      );
    }
  };
  for await (const chunk of chunks) {
    if (bytesBefore === 0) refuseBinary(chunk);
    refuseControls(chunk);
    const text = decode(chunk);
    bytesBefore += chunk.length;
    yield* cutPieces(text);
  }
  const rest = decode();
  yield* cutPieces(rest);
}

function* cutPieces(text: string): Generator<string> {
  for (let from = 0; from < text.length;) {
    const to = from + PIECE_LENGTH;
    // Never between the halves of a character.
    const end = isHighSurrogate(text.charCodeAt(to - 1)) ? to + 1 : to;
    yield text.slice(from, end);
    from = end;
  }
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}
