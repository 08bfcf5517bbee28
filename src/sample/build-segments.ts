import { nearestPlace, requirePlace, distanceKm, type Place } from './places.ts';
import { substream, type Random } from './random.ts';
import { ROAD_PLAN, type Grade, type PlannedRoad } from './road-plan.ts';
import type { SampleRecord } from './sample-record.ts';

/** A segment of the sample: its record, and what the other generators need to know about it. */
export interface Segment {
  readonly record: SampleRecord<'RoadSegment'>;
  readonly id: string;
  /** Names the road, also where its code repeats from county to county: G10, X901-150724. */
  readonly roadKey: string;
  readonly roadCode: string;
  readonly grade: Grade;
  readonly isLowGrade: boolean;
  readonly divisionCode: string;
  readonly startStakeM: number;
  readonly endStakeM: number;
  readonly lengthKm: number;
  readonly laneCount: number;
  readonly speedLimitKph: number;
  readonly aadt: number;
  readonly lon: number;
  readonly lat: number;
  /** The town nearest to its middle. */
  readonly town: string;
  /** Metres of road before the segment, summed over lengths. */
  readonly alongRoadM: number;
}

interface GradeFigures {
  readonly segmentKm: number;
  readonly laneCount: number;
  readonly pavementWidthM: number;
  readonly designSpeedKph: number;
  readonly surfaceType: string;
  readonly aadt: number;
}

/** Widths and speeds are usual values of JTG B01; traffic and segment lengths are invented. */
const GRADES: Readonly<Record<Grade, GradeFigures>> = {
  EXPRESSWAY: {
    segmentKm: 27,
    laneCount: 4,
    pavementWidthM: 22.5,
    designSpeedKph: 100,
    surfaceType: '沥青混凝土',
    aadt: 3200,
  },
  CLASS_1: {
    segmentKm: 22,
    laneCount: 4,
    pavementWidthM: 18,
    designSpeedKph: 80,
    surfaceType: '沥青混凝土',
    aadt: 6200,
  },
  CLASS_2: {
    segmentKm: 30,
    laneCount: 2,
    pavementWidthM: 9,
    designSpeedKph: 60,
    surfaceType: '沥青混凝土',
    aadt: 2400,
  },
  CLASS_3: {
    segmentKm: 34,
    laneCount: 2,
    pavementWidthM: 7,
    designSpeedKph: 40,
    surfaceType: '沥青混凝土',
    aadt: 900,
  },
  CLASS_4: {
    segmentKm: 32,
    laneCount: 2,
    pavementWidthM: 6,
    designSpeedKph: 30,
    surfaceType: '水泥混凝土',
    aadt: 340,
  },
  SUBSTANDARD: {
    segmentKm: 28,
    laneCount: 1,
    pavementWidthM: 4.5,
    designSpeedKph: 20,
    surfaceType: '砂石',
    aadt: 120,
  },
};

const ADMIN_CLASSES = { G: 'NATIONAL', S: 'PROVINCIAL', X: 'COUNTY', Y: 'TOWNSHIP' } as const;

/** Winding of a real road beside the straight line between its towns. */
const WINDING = 1.12;

/** The road segments, road by road in the order of their stakes. */
export function buildSegments(seed: number): Segment[] {
  return ROAD_PLAN.flatMap((road, index) => buildRoad(road, substream(seed, 'road', index)));
}

function buildRoad(road: PlannedRoad, random: Random): Segment[] {
  const letter = road.code[0] as keyof typeof ADMIN_CLASSES;
  const ownerCode = requirePlace(road.stretches[0]![1]!).divisionCode;
  const isRural = letter === 'X' || letter === 'Y';
  const roadKey = isRural ? `${road.code}-${ownerCode}` : road.code;
  const builtYear = random.whole(1986, 2021);
  const segments: Segment[] = [];
  let stakeM = road.startStakeM;
  let alongRoadM = 0;

  for (const [grade, from, to] of legsOf(road)) {
    const figures = GRADES[grade];
    const legKm = distanceKm(from.lon, from.lat, to.lon, to.lat) * WINDING;
    const pieces = Math.max(1, Math.round(legKm / figures.segmentKm));
    const bend = random.between(-0.08, 0.08);
    for (let piece = 0; piece < pieces; piece++) {
      const course = [0, 0.25, 0.5, 0.75, 1].map((part) =>
        pointOnLeg(from, to, (piece + part) / pieces, bend),
      );
      const [lon, lat] = course[2]!;
      const place = nearestPlace(lon, lat);
      const stakesM = Math.round((legKm / pieces) * 1000);
      // A long chain (长链): more road than the stakes say. A short chain: stakes that do not exist.
      const longChainM = random.chance(0.06) ? random.whole(80, 640) : 0;
      const skippedM = random.chance(0.05) ? random.whole(120, 1900) : 0;
      const lengthKm = (stakesM + longChainM) / 1000;
      const nearTown = distanceKm(lon, lat, place.lon, place.lat) < 12 ? 1.3 : 1;
      const aadt = Math.round(figures.aadt * nearTown * random.between(0.7, 1.35));
      const id = `${roadKey}-${String(segments.length + 1).padStart(3, '0')}`;
      const divisionCode = isRural ? ownerCode : place.divisionCode;
      const record: SampleRecord<'RoadSegment'> = {
        id,
        roadCode: road.code,
        codeSystem: 'GB_T_917',
        roadRef: road.code,
        roadName: road.name,
        divisionCode,
        adminClass: ADMIN_CLASSES[letter],
        technicalGrade: grade,
        direction: 'BOTH',
        startStakeM: stakeM,
        endStakeM: stakeM + stakesM,
        lengthKm,
        laneCount: figures.laneCount,
        pavementWidthM: figures.pavementWidthM,
        designSpeedKph: figures.designSpeedKph,
        surfaceType: figures.surfaceType,
        builtYear,
        isTolled: grade === 'EXPRESSWAY',
        maintainer: isRural ? `${place.name}公路养护站` : '呼伦贝尔市交通运输事业发展中心',
        aadt,
        lon,
        lat,
        geometry: { type: 'LineString', coordinates: course },
        onlineLabel: 'PUBLIC',
      };
      segments.push({
        record,
        id,
        roadKey,
        roadCode: road.code,
        grade,
        isLowGrade: grade === 'CLASS_3' || grade === 'CLASS_4' || grade === 'SUBSTANDARD',
        divisionCode,
        startStakeM: stakeM,
        endStakeM: stakeM + stakesM,
        lengthKm,
        laneCount: figures.laneCount,
        speedLimitKph: Math.max(40, figures.designSpeedKph),
        aadt,
        lon,
        lat,
        town: place.name,
        alongRoadM,
      });
      stakeM += stakesM + skippedM;
      alongRoadM += lengthKm * 1000;
    }
  }
  return segments;
}

function legsOf(road: PlannedRoad): [Grade, Place, Place][] {
  return road.stretches.flatMap(([grade, ...towns]) =>
    towns
      .slice(1)
      .map((town, at): [Grade, Place, Place] => [grade, requirePlace(towns[at]!), requirePlace(town)]),
  );
}

/** A point at `part` (0 to 1) of the way between two towns, on a curve that bends to one side, to five decimals. */
function pointOnLeg(from: Place, to: Place, part: number, bend: number): [number, number] {
  const aside = Math.sin(part * Math.PI) * bend;
  return [
    toFiveDecimals(from.lon + (to.lon - from.lon) * part - (to.lat - from.lat) * aside),
    toFiveDecimals(from.lat + (to.lat - from.lat) * part + (to.lon - from.lon) * aside),
  ];
}

function toFiveDecimals(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5;
}
