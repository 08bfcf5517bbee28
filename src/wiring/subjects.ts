import { join } from 'node:path';
import {
  createEpochFile,
  listKeptLogs,
  openSubjectKeys,
  readEpochFiles,
  type SubjectKeys,
} from '../audit/index.ts';
import type { Clock } from '../base/index.ts';
import { hashSubject, type SubjectKind } from '../masking/index.ts';
import type { Config } from '../config.ts';
import { deriveKey } from '../storage/index.ts';
import { logFolderOf } from './open-log.ts';

/** Where the keys of epochs lie, beside what signs the logs. */
export const subjectFolderOf = (logFolder: string): string => join(logFolder, 'subjects');

/**
 * Gives the first epoch of a data folder in which no log was begun yet a key of its own, which can be destroyed like later
 * ones. Where LUKOU_SECRET is set, others may hash by it, and the first key goes on coming of that.
 */
export async function makeFirstEpoch(config: Pick<Config, 'LUKOU_DATA' | 'LUKOU_SECRET'>): Promise<void> {
  const logFolder = logFolderOf(config.LUKOU_DATA);
  const folder = subjectFolderOf(logFolder);
  if (config.LUKOU_SECRET !== undefined || readEpochFiles(folder).length > 0) return;
  if ((await listKeptLogs(logFolder)).length === 0) await createEpochFile(folder, 1, 0);
}

/** The keys of subjects of a data folder. The first epoch’s may come of its secret; each other one’s is in a file of its own. */
export function openSubjects(parts: {
  readonly secret: Uint8Array;
  readonly logFolder: string;
  readonly clock: Clock;
}): SubjectKeys {
  return openSubjectKeys({
    folder: subjectFolderOf(parts.logFolder),
    first: {
      subjects: deriveKey(parts.secret, 'subjects v1 epoch 1'),
      variables: deriveKey(parts.secret, 'variables v1'),
    },
    derive: (key) => ({ subjects: deriveKey(key, 'subjects v1'), variables: deriveKey(key, 'variables v1') }),
    clock: parts.clock,
  });
}

/** Stands for persons and vehicles by keyed hashes that join over all agreements of one data folder, within an epoch. */
export function subjectHasher(keys: SubjectKeys): (kind: SubjectKind, value: unknown) => string | null {
  return (kind, value) => hashSubject(keys.now().subjects, kind, value);
}

/** What a person or vehicle may be called in records of a span of time: one hash an epoch; none where it names nobody. */
export function subjectFinder(keys: SubjectKeys) {
  return (kind: SubjectKind, value: string, [fromMs, toMs]: readonly [number, number]): readonly string[] =>
    keys.within(fromMs, toMs).flatMap(({ subjects }) => hashSubject(subjects, kind, value) ?? []);
}
