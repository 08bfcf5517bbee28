/** All that comes, in one piece; null as soon as it is more than `maxBytes`, and then the rest is not waited for. */
export async function readAtMost(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  maxBytes: number,
): Promise<Buffer | null> {
  const read: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) return null;
    read.push(chunk);
  }
  return Buffer.concat(read);
}
