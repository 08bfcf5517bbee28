import type { Segment } from './build-segments.ts';
import { requirePlace } from './places.ts';
import type { SampleRecord } from './sample-record.ts';

type Detour = Pick<SampleRecord<'RoadEvent'>, 'detour' | 'detourLegs'>;
type Leg = NonNullable<Detour['detourLegs']>[number];

/** From town to town on one road. */
type Passage = readonly [roadKey: string, from: string, to: string];

/** Ways around segments that are shut until spring: two of class 3, one of class 4, and one over a road that is shut too. */
const WAYS: Readonly<Record<string, readonly [words: string, ...way: Passage[]]>> = {
  'S302-004': [
    '大杨树至乌尔其汉方向经国道332线、331线和省道201线绕行。',
    ['G332', '大杨树', '古里'],
    ['G331', '古里', '根河'],
    ['S201', '根河', '乌尔其汉'],
  ],
  'S302-009': [
    '乌尔其汉至大杨树方向经省道201线、甘河林场路和国道331线、332线绕行；林场路冬季封闭期间不通。',
    ['S201', '乌尔其汉', '图里河'],
    ['Y104-150723', '图里河', '甘河'],
    ['G331', '甘河', '古里'],
    ['G332', '古里', '大杨树'],
  ],
  'Y104-150723-002': ['经国道331线和省道201线绕行。', ['G331', '甘河', '根河'], ['S201', '根河', '图里河']],
  'Y107-150726-003': [
    '经省道203线和国道332线绕行。',
    ['S203', '罕达盖', '阿木古郎'],
    ['G332', '阿木古郎', '辉苏木'],
  ],
};

/** The way around a segment that is shut until spring; nothing where the sample has none. */
export function winterDetour(segment: Segment, segments: readonly Segment[]): Detour {
  if (!Object.hasOwn(WAYS, segment.id)) return {};
  const [detour, ...way] = WAYS[segment.id]!;
  return { detour, detourLegs: way.map((passage) => toLeg(passage, segments)) };
}

function toLeg([roadKey, from, to]: Passage, segments: readonly Segment[]): Leg {
  const onRoad = segments.filter((segment) => segment.roadKey === roadKey);
  const { roadCode, divisionCode } = onRoad[0]!;
  const [fromStakeM, toStakeM] =
    stakeAt(onRoad, from, 0, 'startStakeM') < stakeAt(onRoad, to, -1, 'endStakeM')
      ? [stakeAt(onRoad, from, 0, 'startStakeM'), stakeAt(onRoad, to, -1, 'endStakeM')]
      : [stakeAt(onRoad, from, -1, 'endStakeM'), stakeAt(onRoad, to, 0, 'startStakeM')];
  return { roadCode, ...(roadKey !== roadCode && { divisionCode }), fromStakeM, toStakeM };
}

/**
 * The stake of a town: of the segment whose course has its first, or last, point there. Not a number where none has, so that
 * no comparison with it holds.
 */
function stakeAt(
  onRoad: readonly Segment[],
  town: string,
  end: 0 | -1,
  stake: 'startStakeM' | 'endStakeM',
): number {
  const { lon, lat } = requirePlace(town);
  const there = onRoad.find(({ record }) => {
    const geometry = record.geometry!;
    const place = geometry.type === 'LineString' ? geometry.coordinates.at(end) : undefined;
    return place?.[0] === lon && place[1] === lat;
  });
  return there?.[stake] ?? Number.NaN;
}
