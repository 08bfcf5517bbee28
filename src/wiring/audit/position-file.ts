import { z } from 'zod';
import { findPrivateFile, type ForwardPosition, writePrivateFile } from '../../audit/index.ts';
import { LukouError } from '../../base/index.ts';

const positionSchema = z.record(z.string(), z.int().min(0));

/**
 * How far a forwarder had come; nowhere where there is no file yet.
 *
 * @throws LukouError FORWARD_IMPOSSIBLE where the file is damaged.
 */
export async function readPosition(path: string): Promise<ForwardPosition> {
  const text = await findPrivateFile(path);
  if (text === null) return {};
  try {
    return positionSchema.parse(JSON.parse(text.toString('utf8')));
  } catch (cause) {
    throw new LukouError(
      'FORWARD_IMPOSSIBLE',
      `The file ${path} cannot be read. Move it away to send everything again.`,
      { cause },
    );
  }
}

/** Resolves when the position is on disk. */
export function keepPosition(path: string, position: ForwardPosition): Promise<void> {
  return writePrivateFile(path, `${JSON.stringify(position)}\n`);
}
