import { refuseBinary } from './refuse-binary.ts';
import { codeOf, refuseSource } from './refuse-source.ts';

// What is parsed at a time. Larger pieces outlive V8's first small collections, which teaches it to allocate all
// rows as if they would stay: memory then grows by some 200 MB.
const PIECE_LENGTH = 8_192;

/** Decodes bytes strictly, in small pieces: a byte that the encoding does not know refuses the source. */
export async function* decodeText(
  chunks: AsyncIterable<Uint8Array>,
  encoding: 'utf-8' | 'gb18030',
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let bytesBefore = 0;
  const decode = (chunk?: Uint8Array): string => {
    try {
      return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
    } catch (error) {
      if (codeOf(error) !== 'ERR_ENCODING_INVALID_ENCODED_DATA') throw error;
      throw refuseSource(
        `It is not ${encoding} text (after byte ${bytesBefore}); state its encoding in the adapter, utf-8 or gb18030.`,
      );
    }
  };
  for await (const chunk of chunks) {
    if (bytesBefore === 0) refuseBinary(chunk);
    const text = decode(chunk);
    if (text.includes('\u0000')) throw refuseSource('It holds NUL bytes, so it is no text file.');
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
