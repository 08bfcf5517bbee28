/** A town that roads of the sample lead through. */
export interface Place {
  readonly name: string;
  readonly divisionCode: string;
  /** Degrees, WGS 84; near the real town, to a few kilometres. */
  readonly lon: number;
  readonly lat: number;
}

const ROWS: readonly (readonly [name: string, divisionCode: string, lon: number, lat: number])[] = [
  ['海拉尔', '150702', 119.74, 49.21],
  ['哈克', '150702', 119.98, 49.23],
  ['扎赉诺尔', '150703', 117.67, 49.46],
  ['那吉', '150721', 123.46, 48.13],
  ['六合', '150721', 123.88, 48.32],
  ['霍尔奇', '150721', 123.12, 48.22],
  ['亚东', '150721', 123.28, 48.42],
  ['尼尔基', '150722', 124.52, 48.48],
  ['宝山', '150722', 124.3, 48.78],
  ['腾克', '150722', 124.62, 48.82],
  ['红彦', '150722', 124.85, 49.15],
  ['大杨树', '150723', 124.6, 49.72],
  ['诺敏', '150723', 123.75, 49.2],
  ['阿里河', '150723', 123.73, 50.59],
  ['吉文', '150723', 123.32, 50.53],
  ['甘河', '150723', 123.22, 50.65],
  ['古里', '150723', 124.25, 50.48],
  ['巴彦托海', '150724', 119.75, 49.14],
  ['大雁', '150724', 120.53, 49.22],
  ['巴彦嵯岗', '150724', 120.28, 49.05],
  ['锡尼河东', '150724', 120.3, 48.8],
  ['伊敏河', '150724', 119.8, 48.6],
  ['红花尔基', '150724', 120.02, 48.26],
  ['辉苏木', '150724', 119.3, 48.45],
  ['巴彦库仁', '150725', 119.43, 49.33],
  ['宝日希勒', '150725', 119.78, 49.4],
  ['呼和诺尔', '150725', 118.72, 49.31],
  ['鄂温克苏木', '150725', 119.3, 49.72],
  ['东乌珠尔', '150725', 119.0, 49.55],
  ['嵯岗', '150726', 118.05, 49.36],
  ['阿木古郎', '150726', 118.27, 48.22],
  ['甘珠尔', '150726', 118.12, 48.62],
  ['罕达盖', '150726', 119.55, 47.72],
  ['额布都格', '150726', 118.53, 47.95],
  ['阿拉坦额莫勒', '150727', 116.82, 48.67],
  ['达赉', '150727', 117.1, 49.05],
  ['贝尔', '150727', 117.72, 48.02],
  ['克尔伦', '150727', 116.2, 48.28],
  ['满洲里', '150781', 117.43, 49.6],
  ['新开河', '150781', 117.3, 49.5],
  ['牙克石', '150782', 120.73, 49.29],
  ['免渡河', '150782', 121.05, 49.12],
  ['博克图', '150782', 121.92, 48.77],
  ['绰河源', '150782', 121.15, 48.35],
  ['乌尔其汉', '150782', 121.38, 49.57],
  ['库都尔', '150782', 121.62, 49.93],
  ['图里河', '150782', 121.68, 50.47],
  ['扎兰屯', '150783', 122.74, 48.01],
  ['成吉思汗', '150783', 122.95, 47.78],
  ['蘑菇气', '150783', 122.45, 47.58],
  ['浩饶山', '150783', 122.05, 47.75],
  ['柴河', '150783', 121.25, 47.6],
  ['拉布大林', '150784', 120.18, 50.24],
  ['上库力', '150784', 120.45, 50.27],
  ['黑山头', '150784', 119.42, 50.22],
  ['恩和', '150784', 119.87, 50.9],
  ['室韦', '150784', 119.92, 51.33],
  ['莫尔道嘎', '150784', 120.78, 51.25],
  ['根河', '150785', 121.52, 50.78],
  ['得耳布尔', '150785', 121.05, 50.92],
  ['金河', '150785', 121.58, 51.35],
  ['阿龙山', '150785', 121.92, 51.85],
  ['满归', '150785', 122.07, 52.04],
];

/** The towns. */
const PLACES: readonly Place[] = ROWS.map(([name, divisionCode, lon, lat]) => ({
  name,
  divisionCode,
  lon,
  lat,
}));

/** The town with this name; throws where there is none. */
export function requirePlace(name: string): Place {
  const place = PLACES.find((one) => one.name === name);
  if (place === undefined) throw new RangeError(`the sample has no town called ${name}: add it to places.ts`);
  return place;
}

/** The town nearest to a point. */
export function nearestPlace(lon: number, lat: number): Place {
  return PLACES.reduce((nearest, place) =>
    distanceKm(place.lon, place.lat, lon, lat) < distanceKm(nearest.lon, nearest.lat, lon, lat)
      ? place
      : nearest,
  );
}

/** Distance in kilometres on a sphere of the earth's mean radius. */
export function distanceKm(lon1: number, lat1: number, lon2: number, lat2: number): number {
  const radians = Math.PI / 180;
  const sinLat = Math.sin(((lat2 - lat1) * radians) / 2);
  const sinLon = Math.sin(((lon2 - lon1) * radians) / 2);
  const half = sinLat * sinLat + Math.cos(lat1 * radians) * Math.cos(lat2 * radians) * sinLon * sinLon;
  return 2 * 6371 * Math.asin(Math.sqrt(half));
}
