import { LukouError } from '../../../base/index.ts';
import { boundsOfRing, RINGS, type RingBounds, soonestAt } from '../../../tracing/index.ts';
import { endsOf, requireRange } from '../../arguments.ts';
import type { CursorBinding } from '../../cursors.ts';
import { findLastSighting } from '../../statements/checkpoint/find-last-sighting.ts';
import { listReachableCheckpoints } from '../../statements/checkpoint/list-reachable-checkpoints.ts';
import { readAsked, readWithin, type ReaderGround } from '../ground.ts';
import type { CaseVehicleRow } from './case-vehicles.ts';
import type { MeasuredCheckpoint } from './neighbours.ts';

/** A checkpoint that a vehicle can have reached. */
export interface ReachableCheckpointRow extends MeasuredCheckpoint {
  readonly soonestAt: string;
}

/** A ring of a search around where a vehicle was last seen. */
export interface SearchRingRow extends RingBounds {
  readonly number: number;
  readonly lastSeenAt: string;
  readonly lastSeenCheckpointId: string;
  readonly reachedAt: string;
  readonly checkpoints: readonly ReachableCheckpointRow[];
  readonly divisions: readonly string[];
  readonly cursor: string | null;
}

interface RingAsked {
  readonly stepMinutes: number;
  readonly after?: string | null;
}

interface Step {
  readonly number: number;
  readonly checkpointId: string;
  readonly passTime: string;
}

/**
 * The border of a search. Nothing is kept of it: a ring's cursor leaves with the ring's answer, which is recorded before,
 * and the next ring is answered to who has it. All rings lie around the sighting that the first one found.
 */
export function readSearchRings(ground: ReaderGround) {
  const { cursors, grantDigest, agency, caseReference } = ground;

  async function stepAfter(
    vehicle: CaseVehicleRow,
    after: string | null | undefined,
    binding: CursorBinding,
  ) {
    if (after == null) {
      const params = [vehicle.plateNo, ...endsOf(vehicle.during)];
      const [last] = await readWithin(ground, ['CheckpointPassage'], findLastSighting, params);
      return last === undefined ? null : { number: 1, ...last };
    }
    const [number, checkpointId, passTime] = cursors.open(after, binding);
    return { number: Number(number) + 1, checkpointId: String(checkpointId), passTime: String(passTime) };
  }

  return {
    searchRing: async (
      vehicle: CaseVehicleRow,
      { stepMinutes, after }: RingAsked,
    ): Promise<SearchRingRow | null> => {
      requireRange('stepMinutes', stepMinutes, 5, 60);
      const binding: CursorBinding = {
        list: 'caseVehicle.searchRing',
        order: '',
        filter: { ...vehicle, stepMinutes, agency, caseReference },
        grantDigest,
      };
      const step: Step | null = await stepAfter(vehicle, after, binding);
      if (step === null) return null;
      const { number, checkpointId, passTime } = step;
      if (number > RINGS) throw new LukouError('CURSOR_INVALID');
      const bounds = boundsOfRing(number, stepMinutes);
      const rows = await readAsked(ground, ['Checkpoint'], listReachableCheckpoints, [
        checkpointId,
        // The first ring holds the place itself.
        number === 1 ? -1 : 1_000 * bounds.fromKm,
        1_000 * bounds.toKm,
      ]);
      return {
        number,
        ...bounds,
        lastSeenAt: passTime,
        lastSeenCheckpointId: checkpointId,
        reachedAt: soonestAt(passTime, bounds.toKm),
        checkpoints: rows.map((checkpoint) => ({
          checkpoint,
          distanceKm: checkpoint.distanceKm,
          soonestAt: soonestAt(passTime, checkpoint.distanceKm),
        })),
        divisions: [...new Set(rows.flatMap(({ divisionCode }) => divisionCode ?? []))].toSorted(),
        cursor: number === RINGS ? null : cursors.seal([number, checkpointId, passTime], binding),
      };
    },
  };
}
