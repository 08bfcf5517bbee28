import { BUSY_PLATE, type FilledPassages, plateOf } from './fill-passages.ts';

/** A question of the workspace of a case. */
export interface CaseQuestion {
  readonly name: string;
  readonly query: string;
  /** The plate that a round asks for: another one each time, so that no round finds its rows read already. */
  readonly plateIn: (round: number, filled: FilledPassages) => string;
  /** Throws where the answer is not what was filled in. */
  readonly check: (data: CaseAnswer) => void;
}

/** What the questions answer, as far as it is looked at. */
export interface CaseAnswer {
  readonly caseVehicle?: {
    readonly passages?: { readonly nodes: readonly unknown[] };
    readonly stays?: readonly unknown[];
    readonly companions?: readonly { readonly id: string }[];
    readonly searchRing?: { readonly number: number; readonly cursor: string | null } | null;
  };
  readonly gantryTrajectory?: { readonly nodes: readonly unknown[] };
}

const VARIABLES = '($plate: PlateNo!, $during: TimeRange!)';
const PASSAGES = `passages(first: 100) {
  nodes { passTime laneNo speedKph checkpoint { name divisionCode } } pageInfo { hasNextPage endCursor }
}`;
const STAYS = 'stays { from until minutes divisionCode fromCheckpoint { name } toCheckpoint { name } }';
const COMPANIONS = 'companions { id checkpoints passages firstAt lastAt }';
const RING = `searchRing {
  number lastSeenAt reachedAt toKm divisions cursor lastSeenCheckpoint { name }
  checkpoints { distanceKm soonestAt checkpoint { name } }
}`;
const GANTRIES = `gantryTrajectory(plateNo: $plate, during: $during) {
  nodes { transTime gantry { name divisionCode } } pageInfo { hasNextPage endCursor }
}`;

const ofCase = (...parts: readonly string[]): string =>
  `query Case${VARIABLES} { caseVehicle(plateNo: $plate, during: $during) { ${parts.join(' ')} } }`;
const ordinary: CaseQuestion['plateIn'] = (round, { vehicles }) => plateOf((round * 7_919 + 13) % vehicles);
const busy: CaseQuestion['plateIn'] = () => BUSY_PLATE;

/** Every part of the workspace, alone and together. */
export const QUESTIONS: readonly CaseQuestion[] = [
  {
    name: 'trajectory over checkpoints',
    query: ofCase(PASSAGES),
    plateIn: ordinary,
    check: ({ caseVehicle }) => atLeast(30, caseVehicle?.passages?.nodes),
  },
  {
    name: 'trajectory under gantries',
    query: `query Case${VARIABLES} { ${GANTRIES} }`,
    plateIn: ordinary,
    check: ({ gantryTrajectory }) => atLeast(3, gantryTrajectory?.nodes),
  },
  {
    name: 'stays, of 1,000 passages',
    query: ofCase(STAYS),
    plateIn: busy,
    check: ({ caseVehicle }) => atLeast(1, caseVehicle?.stays),
  },
  {
    name: 'companions, of 50 passages',
    query: ofCase(COMPANIONS),
    plateIn: ordinary,
    check: ({ caseVehicle }) => atLeast(1, caseVehicle?.companions),
  },
  {
    name: 'companions, of 1,000 passages',
    query: ofCase(COMPANIONS),
    plateIn: busy,
    check: ({ caseVehicle }) => atLeast(0, caseVehicle?.companions),
  },
  {
    name: 'first ring of a search',
    query: ofCase(RING),
    plateIn: ordinary,
    check: ({ caseVehicle }) => atLeast(1, caseVehicle?.searchRing == null ? [] : [caseVehicle.searchRing]),
  },
  {
    name: 'all of it at once',
    query: `query Case${VARIABLES} { caseVehicle(plateNo: $plate, during: $during) { ${[PASSAGES, STAYS, COMPANIONS, RING].join(' ')} } ${GANTRIES} }`,
    plateIn: ordinary,
    check: ({ caseVehicle, gantryTrajectory }) => {
      atLeast(30, caseVehicle?.passages?.nodes);
      atLeast(3, gantryTrajectory?.nodes);
    },
  },
];

function atLeast(least: number, rows: readonly unknown[] | undefined): void {
  if (rows === undefined || rows.length < least)
    throw new Error(`The gateway answers ${rows?.length ?? 'no'} rows where there are ${least} at least.`);
}
