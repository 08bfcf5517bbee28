import { existsSync, readFileSync } from 'node:fs';
import { HOURLY_PROFILE, PLATES_BY_PASSES, VEHICLE_SHARES } from '../../../src/sample/index.ts';
import { itUnless } from '../../world/skip-aloud.ts';
import { tally } from './sample-rows.ts';

const DATA = '../shared/data';
const hasData = existsSync(`${DATA}/mopac-express/express.csv`);
const itWithData = itUnless(
  hasData ? null : `${DATA} is not here, so the measured figures cannot be measured again`,
);

function read(file: string): string[][] {
  const [, ...lines] = readFileSync(`${DATA}/${file}`, 'utf8').trim().split('\n');
  return lines.map((line) => line.split(','));
}

/** Vehicles in the rows whose gantry, in the second column, is one of these. */
function sumFlow(rows: string[][], gantries: ReadonlySet<string | undefined>): number {
  return rows.filter(([, gantry]) => gantries.has(gantry)).reduce((sum, row) => sum + Number(row.at(-1)), 0);
}

describe('Figures that the sample follows', () => {
  itWithData('are the express lane’s passes by hour, 05:00 to 19:00 local time', () => {
    // UTC-5: Austin in May.
    const hours = tally(
      read('mopac-express/express.csv').map(([, time]) => (Number(time!.slice(11, 13)) + 19) % 24),
    );
    expect(HOURLY_PROFILE.slice(5, 20)).toEqual(Array.from({ length: 15 }, (_, at) => hours.get(at + 5)));
  });

  itWithData('are the express lane’s plates by number of passes', () => {
    const plates = tally(read('mopac-express/express.csv').map(([, , plate]) => plate));
    const byPasses = tally(plates.values());
    expect(PLATES_BY_PASSES).toEqual([byPasses.get(1), byPasses.get(2), byPasses.get(3)]);
  });

  itWithData('are the freeway’s midnight hour beside its morning', () => {
    const morning = read('tw-freeway/m05a_20240515_0700-0955.csv');
    const night = read('tw-freeway/m03a_20240325_0000-0055.csv');
    const inMorning = new Set(morning.map(([, from]) => from));
    const inNight = new Set(night.map(([, gantry]) => gantry));
    const ratio = sumFlow(night, inMorning) / (sumFlow(morning, inNight) / 3);
    const expressMorning = (HOURLY_PROFILE[7]! + HOURLY_PROFILE[8]! + HOURLY_PROFILE[9]!) / 3;
    expect(HOURLY_PROFILE[0]).toBe(Math.round(expressMorning * ratio));
  });

  itWithData('are the freeway’s shares of vehicles', () => {
    const counts = new Map<string, number>();
    for (const [, , , type, , vehicles] of read('tw-freeway/m05a_20240515_0700-0955.csv')) {
      counts.set(type!, (counts.get(type!) ?? 0) + Number(vehicles));
    }
    const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
    const names = { car: '31', lightTruck: '32', bus: '41', heavyTruck: '42', trailer: '5' } as const;
    for (const [name, type] of Object.entries(names)) {
      expect(VEHICLE_SHARES[name as keyof typeof names]).toBeCloseTo(counts.get(type)! / total, 4);
    }
  });

  it('fall through the night without a step', () => {
    const night = [19, 20, 21, 22, 23, 0, 1, 2, 3, 4, 5].map((hour) => HOURLY_PROFILE[hour]!);
    expect(night).toEqual(night.toSorted((one, other) => other - one));
  });
});
