import { z } from 'zod';
import type { Suspension } from '../../agreement/index.ts';
import { readSealedLines, writeSealedLines } from '../../storage/index.ts';
import type { SavedPlace } from './saved-agreements.ts';

const suspensionSchema = z.strictObject({
  uid: z.string(),
  version: z.int(),
  fromMs: z.int(),
  by: z.string(),
  reason: z.string(),
});

/**
 * The suspensions that held when the process looked last, in the data folder, so that taking one off the list while it is
 * stopped lifts nothing.
 */
export class KeptSuspensions {
  readonly #place: SavedPlace | null;
  readonly #onMessage: (message: string) => void;
  #kept: readonly Suspension[] | null = null;
  #said = '';

  /** @param saved - beside which they are kept; without it they are held for as long as the process runs. */
  constructor(saved: SavedPlace | undefined, onMessage: (message: string) => void) {
    this.#place = saved === undefined ? null : { ...saved, path: `${saved.path}.suspensions` };
    this.#onMessage = onMessage;
  }

  async read(): Promise<readonly Suspension[]> {
    if (this.#kept !== null) return this.#kept;
    this.#kept = [];
    if (this.#place === null) return this.#kept;
    const lines = await readSealedLines(this.#place.path, this.#place.key);
    if (lines === 'absent') return this.#kept;
    if (lines === 'not ours')
      this.#onMessage(
        `ALARM: ${this.#place.path} is damaged or not our own: suspensions that were taken off the list while the process was stopped are not known. Compare the list with the log's records "suspend agreement".`,
      );
    else
      this.#kept = lines.map((line) =>
        suspensionSchema.parse(JSON.parse(Buffer.from(line).toString('utf8'))),
      );
    return this.#kept;
  }

  /** Keeps what holds now, before it takes effect, and says what is wrong with the list once. */
  async keep(inForce: readonly Suspension[], complaints: readonly string[]): Promise<void> {
    const lines = inForce.map((suspension) => JSON.stringify(suspension));
    const before = (this.#kept ?? []).map((suspension) => JSON.stringify(suspension));
    if (this.#place !== null && lines.join('\n') !== before.join('\n'))
      await writeSealedLines(this.#place.path, this.#place.key, each(lines));
    this.#kept = inForce;
    const words = complaints.join('\n  ');
    if (words !== this.#said && words !== '') this.#onMessage(`ALARM: suspensions:\n  ${words}`);
    this.#said = words;
  }
}

async function* each(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}
