import { HASH_BYTES } from './hash.ts';
import { joinRow, TILE_HEIGHT } from './tiles.ts';
import type { ReadNode } from './prove.ts';

/**
 * Makes a proof whose nodes lie elsewhere: finds out which ones it needs, fetches them, then makes it.
 *
 * @param prove - `proveInclusion` or `proveConsistency` with its sizes.
 * @param readHashes - hashes of complete subtrees of 256^`tileLevel` leaves, from one to before another. Throws
 *   RangeError where fewer come.
 */
export async function fetchProof(
  prove: (read: ReadNode) => Buffer[],
  readHashes: (tileLevel: number, from: number, to: number) => Promise<readonly Uint8Array[]>,
): Promise<Buffer[]> {
  const needed = new Map<string, readonly [level: number, index: number]>();
  prove((level, index) => {
    needed.set(`${level} ${index}`, [level, index]);
    return NOTHING;
  });
  const found = new Map(
    await Promise.all(
      [...needed].map(async ([key, [level, index]]) => [key, await fetchNode(level, index)] as const),
    ),
  );
  return prove((level, index) => found.get(`${level} ${index}`)!);

  async function fetchNode(level: number, index: number): Promise<Buffer> {
    const tileLevel = Math.floor(level / TILE_HEIGHT);
    const span = 2 ** (level - tileLevel * TILE_HEIGHT);
    const hashes = await readHashes(tileLevel, index * span, (index + 1) * span);
    if (hashes.length !== span) throw new RangeError(`Subtree ${index} of level ${level} is not stored.`);
    return joinRow(hashes);
  }
}

const NOTHING = Buffer.alloc(HASH_BYTES);
