import {
  createEpochFile,
  destroyEpochKey,
  operatorEntry,
  readEpochFiles,
  type Retention,
  type SubjectEpoch,
} from '../../audit/index.ts';
import { LukouError, sha256Hex, systemClock, uuidV7 } from '../../base/index.ts';
import type { SubjectKeyActions } from '../../cli/index.ts';
import type { Config } from '../../config.ts';
import { approveDestroyingKey } from '../../request/index.ts';
import { loadSecret } from '../../storage/index.ts';
import type { DeskParts } from '../desk-parts.ts';
import { openForPerson } from '../open-for-person.ts';
import { logFolderOf, openOperatorLog, operatorPlaceOf } from '../open-log.ts';
import { openSubjects, subjectFolderOf } from '../subjects.ts';
import { retentionOf } from './open-pruning.ts';
import { keepingPortsOf } from './retention-desk.ts';

const DAY_MS = 86_400_000;
/** Every process reads the keys again within a third of this. */
const SOONEST_MS = 60_000;

/** The keys by which records name persons and vehicles: a new one begins an epoch, an old one is destroyed by two. */
export function openSubjectKeyDesk(parts: DeskParts): SubjectKeyActions {
  const { readConfig, joinDatabase, onMessage } = parts;

  return {
    list: () =>
      listEpochs(readConfig()).map(({ epoch, fromMs, toMs, keys, hasFile }) => ({
        epoch,
        from: dateOf(fromMs),
        to: dateOf(toMs),
        state: !hasFile ? 'of the secret' : keys === null ? 'destroyed' : 'kept',
      })),
    async rotate(asked) {
      const config = readConfig();
      const epochs = listEpochs(config);
      const [nowMs, last] = [systemClock.nowMs(), epochs.at(-1)!];
      const from = asked ?? new Date(nowMs + 2 * SOONEST_MS);
      if (from.getTime() < nowMs + SOONEST_MS || from.getTime() <= last.fromMs)
        throw new LukouError(
          'SETTING_INVALID',
          `An epoch begins a minute from now at the earliest, and after epoch ${last.epoch}. Give a later --from.`,
        );
      const epoch = last.epoch + 1;
      await using database = await joinDatabase(config);
      const log = openOperatorLog(operatorPlaceOf(config, { database, clock: systemClock, onMessage }));
      // Before its file: an epoch that a crash leaves unmade is recorded again with the next try.
      await log.record(actOf(`begin subject epoch ${epoch} at ${from.toISOString()}`));
      await createEpochFile(folderOf(config), epoch, from.getTime());
      return { epoch, from };
    },
    async destroy({ epoch, by }) {
      await using opened = await openForPerson(by, parts);
      const { config, principal, log } = opened;
      const ports = keepingPortsOf(opened);
      const found = listEpochs(config).find((each) => each.epoch === epoch);
      const isHeld = await ports.erasures.isAnythingHeld();
      const why = whyKeyStays(found, { retention: retentionOf(config), isHeld, nowMs: systemClock.nowMs() });
      const approvals = await approveDestroyingKey(principal, { epoch, why }, ports);
      if (approvals < 2) return { approvals };
      const file = readEpochFiles(folderOf(config)).find((each) => each.epoch === epoch);
      if (file?.key == null) throw new LukouError('PRUNE_REFUSED', 'It was destroyed meanwhile.');
      // Before the key: a crash in between leaves one that the next approval destroys.
      await log.record(actOf(`destroy subject key ${epoch}`, sha256Hex(file.key)));
      await destroyEpochKey(folderOf(config), file);
      return { approvals };
    },
  };
}

const folderOf = (config: Config): string => subjectFolderOf(logFolderOf(config.LUKOU_DATA));

function listEpochs(config: Config): readonly SubjectEpoch[] {
  const secret = loadSecret(config.LUKOU_DATA, config.LUKOU_SECRET);
  const logFolder = logFolderOf(config.LUKOU_DATA);
  return openSubjects({ secret, logFolder, clock: systemClock }).listEpochs();
}

const dateOf = (instantMs: number): Date | null => (Number.isFinite(instantMs) ? new Date(instantMs) : null);

const actOf = (name: string, documentSha256: string | null = null) =>
  operatorEntry({ name, documentSha256, requestId: uuidV7(systemClock.nowMs()) });

/** Why the key of an epoch stays, whoever approves; null where it may be destroyed. */
function whyKeyStays(
  found: SubjectEpoch | undefined,
  {
    retention,
    isHeld,
    nowMs,
  }: { readonly retention: Retention; readonly isHeld: boolean; readonly nowMs: number },
): string | null {
  if (found === undefined) return 'there is no such epoch';
  if (!found.hasFile) return 'it comes of the secret of the data folder, and ends with that alone';
  if (found.keys === null) return 'it was destroyed before';
  // Answers of any age in it may have shown one agency's data to another.
  if (found.toMs > nowMs - retention.keepSharingDays * DAY_MS)
    return `its epoch has not been over for ${retention.keepSharingDays} days`;
  return isHeld ? 'a legal hold keeps it' : null;
}
