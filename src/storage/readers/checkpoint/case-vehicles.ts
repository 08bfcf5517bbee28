import type * as z from 'zod';
import { findStays, type Stay } from '../../../tracing/index.ts';
import { LukouError } from '../../../base/index.ts';
import {
  endsOf,
  LONGEST_TRAJECTORY_DAYS,
  requireRange,
  requireSpan,
  requireWholePlate,
  type TimeSpan,
} from '../../arguments.ts';
import { batchReads } from '../../batches.ts';
import { readPage, type Page, type PageRequest } from '../../pages.ts';
import { type CompanionRow, listCompanions } from '../../statements/checkpoint/list-companions.ts';
import { listSightings } from '../../statements/checkpoint/list-sightings.ts';
import type { PassageRow } from '../../statements/checkpoint/passage.ts';
import { readAsked, readWithin, type ReaderGround } from '../ground.ts';

/** A vehicle that a case looks for, in a span of time. */
export interface CaseVehicleRow {
  readonly plateNo: string;
  readonly during: TimeSpan;
}

/** A vehicle that went with the one of a case, under the pseudonym that the case knows it by. */
export interface ToldCompanion extends Omit<CompanionRow, 'plateNo'> {
  readonly id: string;
}

interface CompanionsAsked {
  readonly withinSeconds: number;
  readonly atLeast: number;
}

type SightingRow = z.infer<typeof listSightings.row>;

const MOST_SIGHTINGS = 1_000;
const LONGEST_STAY_MINUTES = 10_080;
// Fewer shared checkpoints than this are chance on a busy road; whom they concern is told to nobody.
const FEWEST_CHECKPOINTS = 3;

/** Where the vehicle of a case was seen, where it stayed, and who went with it. */
export function readCaseVehicles(ground: ReaderGround) {
  const { cursors, grantDigest, agency, caseReference } = ground;
  const sightings = batchReads<[string, string], readonly SightingRow[]>(async (plates, from, to) => {
    const found = plates.map(async (plate) => {
      const params = [plate, from, to, null, null, MOST_SIGHTINGS + 1];
      return [plate, await readAsked(ground, ['CheckpointPassage'], listSightings, params)] as const;
    });
    return new Map(await Promise.all(found));
  }, []);
  const pseudonyms = {
    list: 'companions',
    order: '',
    filter: { agency, caseReference },
    grantDigest,
  };

  return {
    caseVehicle: (plateNo: string, during: TimeSpan): CaseVehicleRow => ({
      plateNo: requireWholePlate(plateNo),
      during: requireSpan(during, LONGEST_TRAJECTORY_DAYS),
    }),
    vehiclePassages: ({ plateNo, during }: CaseVehicleRow, page: PageRequest): Promise<Page<PassageRow>> =>
      readPage(
        ground,
        { ...page, filter: { plateNo, during } },
        {
          list: 'caseVehicle.passages',
          positionOf: (row) => [row.passTime, row.id],
          rowsAfter: (position, limit) =>
            readAsked(ground, ['CheckpointPassage'], listSightings, [
              plateNo,
              ...endsOf(during),
              ...(position ?? [null, null]),
              limit,
            ]),
        },
      ),
    stays: async ({ plateNo, during }: CaseVehicleRow, atLeastMinutes: number): Promise<readonly Stay[]> => {
      requireRange('atLeastMinutes', atLeastMinutes, 10, LONGEST_STAY_MINUTES);
      const seen = await sightings(plateNo, ...endsOf(during));
      return findStays(seen.slice(0, MOST_SIGHTINGS), atLeastMinutes);
    },
    companions: async (
      { plateNo, during }: CaseVehicleRow,
      { withinSeconds, atLeast }: CompanionsAsked,
    ): Promise<readonly ToldCompanion[]> => {
      requireRange('withinSeconds', withinSeconds, 1, 300);
      requireRange('atLeast', atLeast, FEWEST_CHECKPOINTS, 50);
      const seen = await sightings(plateNo, ...endsOf(during));
      if (seen.length > MOST_SIGHTINGS) throw new LukouError('ARGUMENT_INVALID', TOO_OFTEN);
      if (seen.length === 0) return [];
      const shifted = (seconds: number): readonly string[] =>
        seen.map(({ passTime }) => new Date(Date.parse(passTime) + 1_000 * seconds).toISOString());
      const rows = await readWithin(ground, ['CheckpointPassage'], listCompanions, [
        plateNo,
        seen.map(({ checkpointId }) => checkpointId),
        seen.map(({ passTime }) => passTime),
        shifted(-withinSeconds),
        shifted(withinSeconds),
        atLeast,
      ]);
      const told = rows.map(({ plateNo: plate, ...shared }) => ({
        ...shared,
        id: cursors.seal([plate], pseudonyms),
      }));
      // Equals come in the order of their pseudonyms: that of their plates would tell something of these.
      return told.toSorted(
        (a, b) =>
          b.checkpoints - a.checkpoints ||
          b.passages - a.passages ||
          (a.id < b.id ? -1 : Number(a.id > b.id)),
      );
    },
    companionPlate: (pseudonym: string): string => {
      try {
        const [plate] = cursors.open(pseudonym, pseudonyms);
        return String(plate);
      } catch (cause) {
        throw new LukouError('ARGUMENT_INVALID', NOT_OF_THE_CASE, { cause });
      }
    },
  };
}

const NOT_OF_THE_CASE =
  'The companion is none that this case was told of, under the agreement of today: ask for companions again.';
const TOO_OFTEN = `It passed more than ${MOST_SIGHTINGS.toLocaleString('en')} times: ask of a shorter span.`;
