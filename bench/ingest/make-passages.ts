import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { systemClock } from '../../src/base/index.ts';
import { ingestRecords } from '../../src/ingest/index.ts';
import { createIngestStore, type Database } from '../../src/storage/index.ts';
import { NO_INCIDENTS } from '../../test/world/incidents.ts';

const CHECKPOINTS = 200;
const START_MS = Date.parse('2026-01-01T00:00:00+08:00');
// Ten weeks: three monthly partitions.
const MS_PER_ROW = 6_048;

/** Columns as GA/T 1400 names them. */
export const PASSAGE_ADAPTER = `
adapter: bench-passages
version: 1
description: Passages in the columns and codes of GA/T 1400.
format: csv
timezone: '+08:00'
tables:
  colour: { '1': BLACK, '2': WHITE, '3': GREY, '4': RED, '5': BLUE, '6': YELLOW, '9': GREEN, '99': OTHER }
outputs:
  - type: CheckpointPassage
    label: RESTRICTED
    columns:
      id: MotorVehicleID
      checkpointId: TollgateID
      laneNo: LaneNo
      passTime: { from: PassTime, format: yyyyMMddHHmmss }
      plateNo: PlateNo
      plateClass: PlateClass
      plateColor: { from: PlateColor, table: colour }
      vehicleClass: VehicleClass
      vehicleGroup: { from: VehicleClass, table: { K33: PASSENGER_CAR, K11: COACH, H11: TRUCK }, otherwise: OTHER }
      speedKph: Speed
      vehicleColor: { from: VehicleColor, table: colour }
`;

const HEADING =
  'MotorVehicleID,TollgateID,LaneNo,PassTime,PlateNo,PlateClass,PlateColor,VehicleClass,Speed,VehicleColor';
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ';

interface Passage {
  readonly id: string;
  readonly checkpoint: string;
  readonly lane: number;
  readonly atMs: number;
  readonly plate: string;
  readonly vehicleClass: 'K33' | 'K11' | 'H11';
  readonly speed: number;
}

// The same row for the same number, scattered like real ones: every index of the table gets its keys out of order.
function passageOf(row: number): Passage {
  const mixed = Math.imul(row + 1, 2_654_435_761) >>> 0;
  const checkpoint = checkpointId(mixed % CHECKPOINTS);
  const atMs = START_MS + row * MS_PER_ROW;
  const serial = String(row % 100_000).padStart(5, '0');
  const letter = LETTERS[(mixed >>> 8) % LETTERS.length]!;
  return {
    id: `${checkpoint}02${compactTime(atMs)}${serial}02${serial}`,
    checkpoint,
    lane: 1 + (mixed % 3),
    atMs,
    plate: `蒙E${letter}${String((mixed >>> 4) % 10_000).padStart(4, '0')}`,
    vehicleClass: mixed % 10 < 7 ? 'K33' : mixed % 10 < 8 ? 'K11' : 'H11',
    speed: 40 + (mixed % 80),
  };
}

function checkpointId(number: number): string {
  return `1507240000121${String(number).padStart(7, '0')}`;
}

function localTime(atMs: number): string {
  return new Date(atMs + 8 * 3_600_000).toISOString().slice(0, 19);
}

function compactTime(atMs: number): string {
  return localTime(atMs).replaceAll(/[-T:]/g, '');
}

/** Writes passages as an agency would send them. */
export function writePassages(path: string, rows: number): Promise<void> {
  return writeLines(path, HEADING, 0, rows, (row) => {
    const { id, checkpoint, lane, atMs, plate, vehicleClass, speed } = passageOf(row);
    return `${id},${checkpoint},${lane},${compactTime(atMs)},${plate},02,5,${vehicleClass},${speed},2`;
  });
}

/** Passages as a video platform posts them. */
export function postedPassages(from: number, to: number): string {
  const passages = Array.from({ length: to - from }, (_none, at) => {
    const { id, checkpoint, lane, atMs, plate, vehicleClass, speed } = passageOf(from + at);
    return {
      MotorVehicleID: id,
      TollgateID: checkpoint,
      LaneNo: lane,
      PassTime: compactTime(atMs),
      PlateNo: plate,
      PlateClass: '02',
      PlateColor: '5',
      VehicleClass: vehicleClass,
      Speed: speed,
      VehicleColor: '2',
    };
  });
  return JSON.stringify({ MotorVehicleListObject: { MotorVehicleObject: passages } });
}

/** The same passages as their table holds them, column for column. */
export function tableRows(from: number, to: number): string {
  return Array.from({ length: to - from }, (_none, at) => `${tableRow(from + at)}\n`).join('');
}

/** Writes the same passages as their table holds them. */
export function writeTableRows(path: string, from: number, to: number): Promise<void> {
  return writeLines(path, null, from, to, tableRow);
}

const GROUPS = { K33: 'PASSENGER_CAR', K11: 'COACH', H11: 'TRUCK' };

function tableRow(row: number): string {
  const { id, checkpoint, lane, atMs, plate, vehicleClass, speed } = passageOf(row);
  return `${id},${checkpoint},,150724,TRAFFIC,${lane},${localTime(atMs)}+08:00,${plate},02,BLUE,${vehicleClass},${GROUPS[vehicleClass]},${speed},WHITE,,RESTRICTED`;
}

/** Takes in the checkpoints that the passages name. */
export async function writeCheckpoints(database: Database): Promise<void> {
  const rows = Array.from({ length: CHECKPOINTS }, (_none, number) => ({
    id: checkpointId(number),
    status: 'NORMAL' as const,
    category: 'COUNTY' as const,
    usage: 'TRAFFIC' as const,
    isEnforcement: false,
    divisionCode: '150724',
    onlineLabel: 'INTERNAL' as const,
  }));
  await ingestRecords(
    { type: 'Checkpoint', rows, sourceName: 'bench checkpoints' },
    {
      store: createIngestStore(database.ingest),
      log: { recordIngest: async ({ runId }) => ({ index: 0, id: runId }) },
      incidents: NO_INCIDENTS,
      clock: systemClock,
    },
  );
}

async function writeLines(
  path: string,
  heading: string | null,
  from: number,
  to: number,
  lineOf: (row: number) => string,
): Promise<void> {
  const file = createWriteStream(path);
  let text = heading === null ? '' : `${heading}\n`;
  for (let row = from; row < to; row++) {
    text += `${lineOf(row)}\n`;
    if (text.length < 65_536 && row < to - 1) continue;
    if (!file.write(text)) await once(file, 'drain');
    text = '';
  }
  file.end();
  await finished(file);
}
