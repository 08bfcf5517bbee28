import { join } from 'node:path';
import { openSubjectKeys, type SubjectKeys } from '../audit/index.ts';
import type { Clock } from '../base/index.ts';
import { hashSubject, type SubjectKind } from '../masking/index.ts';
import { deriveKey } from '../storage/index.ts';

/** Where the keys of epochs after the first lie, beside what signs the logs. */
export const subjectFolderOf = (logFolder: string): string => join(logFolder, 'subjects');

/** The keys of subjects of a data folder. The first epoch’s come of its secret, each later one’s of a file of its own. */
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
