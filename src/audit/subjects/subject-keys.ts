import type { Clock } from '../../base/index.ts';
import { type EpochFile, readEpochFiles } from './epoch-file.ts';

/** What hashes persons, vehicles and variables in one epoch. */
export interface EpochKeys {
  readonly subjects: Uint8Array;
  readonly variables: Uint8Array;
}

/** An epoch: subjects are hashed with its keys from an instant on, until the next one begins. */
export interface SubjectEpoch {
  /** 1 is the first. */
  readonly epoch: number;
  /** -Infinity for the first. */
  readonly fromMs: number;
  /** Infinity for the last. */
  readonly toMs: number;
  /** Null where they were destroyed: nobody can tell any more whom records of it are about. */
  readonly keys: EpochKeys | null;
  /** Whether its key is in a file of its own; the first one’s may come of the secret, and ends with that alone. */
  readonly hasFile: boolean;
}

/** The keys of all epochs, as the files say it now. */
export interface SubjectKeys {
  /** Those that hash now. */
  now(): EpochKeys;
  /** Those that hashed at some time in a span, and are left. */
  within(fromMs: number, toMs: number): readonly EpochKeys[];
  /** Read anew. */
  listEpochs(): readonly SubjectEpoch[];
}

/** What {@link openSubjectKeys} needs. */
export interface SubjectKeysParts {
  /** Where the epochs have their files, outside the database. */
  readonly folder: string;
  /** Those of the first epoch where it has no file. */
  readonly first: EpochKeys;
  readonly derive: (key: Uint8Array) => EpochKeys;
  readonly clock: Clock;
}

// An epoch begins a minute or more after it was made: by then every process has read its file.
const READ_EVERY_MS = 20_000;
/** Between hashing and writing a record, and between the clocks of agencies. */
const SLACK_MS = 3_600_000;

/**
 * Opens the keys that stand for persons and vehicles in the log.
 *
 * @throws LukouError SETTING_INVALID where the file of an epoch is missing or damaged; later calls throw it too.
 */
export function openSubjectKeys({ folder, first, derive, clock }: SubjectKeysParts): SubjectKeys {
  let epochs: readonly SubjectEpoch[] = [];
  let readAtMs = 0;

  function listEpochs(): readonly SubjectEpoch[] {
    const files = readEpochFiles(folder);
    const known = new Map(epochs.map((each) => [each.epoch, each.keys]));
    const keysOf = ({ epoch, key }: EpochFile): EpochKeys | null =>
      key === null ? null : (known.get(epoch) ?? derive(key));
    const begun = [
      ...(files[0]?.epoch === 1 ? [] : [{ epoch: 1, fromMs: -Infinity, keys: first, hasFile: false }]),
      ...files.map((file) => ({
        epoch: file.epoch,
        fromMs: file.epoch === 1 ? -Infinity : file.fromMs,
        keys: keysOf(file),
        hasFile: true,
      })),
    ];
    epochs = begun.map((each, at) => ({ ...each, toMs: begun[at + 1]?.fromMs ?? Infinity }));
    readAtMs = clock.nowMs();
    return epochs;
  }

  const recent = (): readonly SubjectEpoch[] =>
    Math.abs(clock.nowMs() - readAtMs) < READ_EVERY_MS ? epochs : listEpochs();

  listEpochs();
  return {
    now() {
      const nowMs = clock.nowMs();
      // The key of the epoch under way is never destroyed.
      return recent().find(({ fromMs, toMs }) => fromMs <= nowMs && nowMs < toMs)!.keys!;
    },
    within: (fromMs, toMs) =>
      recent().flatMap((each) =>
        each.keys !== null && each.fromMs < toMs + SLACK_MS && each.toMs > fromMs - SLACK_MS ? each.keys : [],
      ),
    listEpochs,
  };
}
