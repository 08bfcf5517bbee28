import type { SampleRecord } from './sample-record.ts';

type Kind = SampleRecord<'AdminDivision'>['kind'];

const PREFECTURES: readonly (readonly [code: string, name: string, kind: Kind])[] = [
  ['150100', '呼和浩特市', 'CITY'],
  ['150200', '包头市', 'CITY'],
  ['150300', '乌海市', 'CITY'],
  ['150400', '赤峰市', 'CITY'],
  ['150500', '通辽市', 'CITY'],
  ['150600', '鄂尔多斯市', 'CITY'],
  ['150700', '呼伦贝尔市', 'CITY'],
  ['150800', '巴彦淖尔市', 'CITY'],
  ['150900', '乌兰察布市', 'CITY'],
  ['152200', '兴安盟', 'LEAGUE'],
  ['152500', '锡林郭勒盟', 'LEAGUE'],
  ['152900', '阿拉善盟', 'LEAGUE'],
];

/** A county-level division of Hulunbuir. */
export interface County {
  readonly code: string;
  readonly name: string;
  readonly kind: Kind;
  /** How its people's mediation cases are numbered: the name's short form. */
  readonly shortName: string;
  /** Share of the prefecture's mediation cases, in percent: invented, roughly as people live there. */
  readonly caseShare: number;
}

/** The 14 county-level divisions of Hulunbuir (GB/T 2260). */
export const COUNTIES: readonly County[] = [
  { code: '150702', name: '海拉尔区', kind: 'DISTRICT', shortName: '海拉尔', caseShare: 15 },
  { code: '150703', name: '扎赉诺尔区', kind: 'DISTRICT', shortName: '扎赉诺尔', caseShare: 4 },
  { code: '150721', name: '阿荣旗', kind: 'BANNER', shortName: '阿荣', caseShare: 12 },
  {
    code: '150722',
    name: '莫力达瓦达斡尔族自治旗',
    kind: 'AUTONOMOUS_BANNER',
    shortName: '莫旗',
    caseShare: 11,
  },
  { code: '150723', name: '鄂伦春自治旗', kind: 'AUTONOMOUS_BANNER', shortName: '鄂伦春', caseShare: 8 },
  { code: '150724', name: '鄂温克族自治旗', kind: 'AUTONOMOUS_BANNER', shortName: '鄂温克', caseShare: 6 },
  { code: '150725', name: '陈巴尔虎旗', kind: 'BANNER', shortName: '陈旗', caseShare: 3 },
  { code: '150726', name: '新巴尔虎左旗', kind: 'BANNER', shortName: '新左', caseShare: 2 },
  { code: '150727', name: '新巴尔虎右旗', kind: 'BANNER', shortName: '新右', caseShare: 2 },
  { code: '150781', name: '满洲里市', kind: 'COUNTY_CITY', shortName: '满洲里', caseShare: 8 },
  { code: '150782', name: '牙克石市', kind: 'COUNTY_CITY', shortName: '牙克石', caseShare: 11 },
  { code: '150783', name: '扎兰屯市', kind: 'COUNTY_CITY', shortName: '扎兰屯', caseShare: 12 },
  { code: '150784', name: '额尔古纳市', kind: 'COUNTY_CITY', shortName: '额尔古纳', caseShare: 3 },
  { code: '150785', name: '根河市', kind: 'COUNTY_CITY', shortName: '根河', caseShare: 3 },
];

/** The county with this code; throws where there is none. */
export function requireCounty(code: string): County {
  const county = COUNTIES.find((one) => one.code === code);
  if (county === undefined) throw new RangeError(`${code} is no county-level division of Hulunbuir`);
  return county;
}

/** Inner Mongolia, its 12 prefectures, and the counties of Hulunbuir; parents first. */
export const DIVISIONS: readonly SampleRecord<'AdminDivision'>[] = [
  {
    code: '150000',
    name: '内蒙古自治区',
    level: 'PROVINCE',
    kind: 'AUTONOMOUS_REGION',
    parentCode: null,
    onlineLabel: 'PUBLIC',
  },
  ...PREFECTURES.map(
    ([code, name, kind]) =>
      ({ code, name, level: 'PREFECTURE', kind, parentCode: '150000', onlineLabel: 'PUBLIC' }) as const,
  ),
  ...COUNTIES.map(
    ({ code, name, kind }) =>
      ({ code, name, level: 'COUNTY', kind, parentCode: '150700', onlineLabel: 'PUBLIC' }) as const,
  ),
];
