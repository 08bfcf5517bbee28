import { LukouError } from '../../base/index.ts';

// Some 42 kB of the 64 kB that a record may have.
const MOST_SUBJECTS = 1_500;

/**
 * Everybody whom an answer tells about, each once: a record names all of them or is not written.
 *
 * Throws LIMIT_RECORD for more than it can name, without saying how many: masked values would not tell that either.
 *
 * @param subjects - keyed hashes by the subgraph that told.
 */
export function requireRecordable(subjects: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] {
  if (subjects.size === 0) return [];
  const told = [...new Set([...subjects.values()].flatMap((known) => [...known]))];
  if (told.length <= MOST_SUBJECTS) return told;
  throw new LukouError('LIMIT_RECORD', `It tells about more than ${MOST_SUBJECTS} persons and vehicles.`);
}
