/** A passage of the vehicle of a case. */
export interface Sighting {
  readonly checkpointId: string;
  readonly divisionCode: string | null;
  /** RFC 3339. */
  readonly passTime: string;
}

/** A while that the vehicle spent in one division, between two passages in a row. */
export interface Stay {
  readonly from: string;
  readonly until: string;
  /** Whole ones. */
  readonly minutes: number;
  readonly divisionCode: string;
  readonly fromCheckpointId: string;
  readonly toCheckpointId: string;
}

const MINUTE_MS = 60_000;
const MOST_STAYS = 200;

/**
 * The stays of at least so many minutes among passages, which come earliest first, and so do they: of more than 200, the
 * longest. A long while between checkpoints of two divisions is none: nobody knows in which of them it was spent.
 */
export function findStays(sightings: readonly Sighting[], atLeastMinutes: number): readonly Stay[] {
  const stays = listStays(sightings, atLeastMinutes);
  if (stays.length <= MOST_STAYS) return stays;
  const longest = new Set(stays.toSorted((a, b) => b.minutes - a.minutes).slice(0, MOST_STAYS));
  return stays.filter((stay) => longest.has(stay));
}

function listStays(sightings: readonly Sighting[], atLeastMinutes: number): readonly Stay[] {
  return sightings.slice(1).flatMap((after, index) => {
    const before = sightings[index]!;
    const elapsedMs = Date.parse(after.passTime) - Date.parse(before.passTime);
    const { divisionCode } = before;
    if (divisionCode === null || divisionCode !== after.divisionCode) return [];
    if (elapsedMs < atLeastMinutes * MINUTE_MS) return [];
    return [
      {
        from: before.passTime,
        until: after.passTime,
        minutes: Math.floor(elapsedMs / MINUTE_MS),
        divisionCode,
        fromCheckpointId: before.checkpointId,
        toCheckpointId: after.checkpointId,
      },
    ];
  });
}
