import type { SampleRecord } from './sample-record.ts';

/** Technical grade of a segment. */
export type Grade = NonNullable<SampleRecord<'RoadSegment'>['technicalGrade']>;

/** A part of a road with one grade, through these towns in order. */
type Stretch = readonly [grade: Grade, ...towns: string[]];

/** A road of the sample. */
export interface PlannedRoad {
  readonly code: string;
  readonly name: string;
  /** Stake where the road enters the sample, in metres. */
  readonly startStakeM: number;
  readonly stretches: readonly Stretch[];
}

const road = (code: string, name: string, startStakeM: number, ...stretches: Stretch[]): PlannedRoad => ({
  code,
  name,
  startStakeM,
  stretches,
});

/**
 * The roads: names and towns follow the real network, courses, stakes and grades are invented. County and township
 * codes repeat from banner to banner (X901 is two roads), as in the register. More than half of the length is of
 * class 3 or lower (article 003: many low-grade roads).
 */
export const ROAD_PLAN: readonly PlannedRoad[] = [
  road('G10', '绥满高速', 1_002_000, [
    'EXPRESSWAY',
    '那吉',
    '亚东',
    '博克图',
    '免渡河',
    '牙克石',
    '大雁',
    '哈克',
    '海拉尔',
    '呼和诺尔',
    '嵯岗',
    '扎赉诺尔',
    '满洲里',
  ]),
  road('G5511', '集阿高速', 838_000, ['EXPRESSWAY', '蘑菇气', '成吉思汗', '扎兰屯', '那吉']),
  road(
    'G111',
    '京漠线',
    1_310_000,
    ['CLASS_2', '蘑菇气', '成吉思汗', '扎兰屯', '那吉', '六合', '尼尔基', '腾克', '红彦'],
    ['CLASS_3', '红彦', '大杨树', '古里'],
  ),
  road(
    'G301',
    '绥满线',
    942_000,
    ['CLASS_3', '扎兰屯', '博克图'],
    ['CLASS_2', '博克图', '免渡河', '牙克石'],
    ['CLASS_1', '牙克石', '大雁', '哈克', '海拉尔', '巴彦库仁'],
    ['CLASS_2', '巴彦库仁', '呼和诺尔', '嵯岗', '扎赉诺尔'],
    ['CLASS_1', '扎赉诺尔', '满洲里'],
  ),
  road(
    'G331',
    '丹阿线',
    4_105_000,
    ['CLASS_3', '古里', '阿里河', '吉文', '甘河', '根河'],
    ['CLASS_4', '根河', '莫尔道嘎', '室韦'],
    ['CLASS_3', '室韦', '恩和', '黑山头', '东乌珠尔', '满洲里'],
    ['CLASS_3', '满洲里', '新开河', '达赉', '阿拉坦额莫勒'],
    ['CLASS_4', '阿拉坦额莫勒', '贝尔', '额布都格'],
  ),
  road(
    'G332',
    '萝额线',
    1_188_000,
    ['CLASS_3', '大杨树', '古里'],
    ['CLASS_3', '阿里河', '甘河', '根河', '上库力'],
    ['CLASS_2', '上库力', '拉布大林', '鄂温克苏木', '巴彦库仁', '海拉尔', '巴彦托海'],
    ['CLASS_3', '巴彦托海', '辉苏木', '阿木古郎', '额布都格'],
  ),
  road(
    'S201',
    '满归至牙克石公路',
    0,
    ['CLASS_4', '满归', '阿龙山', '金河', '根河'],
    ['CLASS_3', '根河', '图里河', '库都尔', '乌尔其汉', '牙克石'],
  ),
  road(
    'S202',
    '海拉尔至罕达盖公路',
    0,
    ['CLASS_2', '海拉尔', '巴彦托海', '伊敏河'],
    ['CLASS_3', '伊敏河', '红花尔基'],
    ['CLASS_4', '红花尔基', '罕达盖'],
  ),
  road(
    'S203',
    '满洲里至柴河公路',
    0,
    ['CLASS_3', '扎赉诺尔', '甘珠尔', '阿木古郎'],
    ['CLASS_4', '阿木古郎', '罕达盖', '柴河'],
  ),
  road('S204', '柴河至扎兰屯公路', 0, ['CLASS_3', '柴河', '浩饶山', '扎兰屯']),
  road('S301', '尼尔基至扎兰屯公路', 0, ['CLASS_3', '尼尔基', '宝山', '亚东', '霍尔奇', '扎兰屯']),
  road('S302', '大杨树至乌尔其汉公路', 0, ['CLASS_4', '大杨树', '诺敏'], ['SUBSTANDARD', '诺敏', '乌尔其汉']),
  road('S303', '拉布大林至莫尔道嘎公路', 0, ['CLASS_3', '拉布大林', '上库力', '得耳布尔', '莫尔道嘎']),
  road('X901', '巴彦嵯岗至锡尼河东公路', 0, ['CLASS_4', '大雁', '巴彦嵯岗', '锡尼河东', '红花尔基']),
  road('X902', '伊敏河至辉苏木公路', 0, ['CLASS_3', '锡尼河东', '伊敏河', '辉苏木']),
  road('X901', '免渡河至绰河源公路', 0, ['CLASS_4', '免渡河', '绰河源', '柴河']),
  road('X911', '宝日希勒至东乌珠尔公路', 0, ['CLASS_3', '海拉尔', '宝日希勒', '鄂温克苏木', '东乌珠尔']),
  road('X921', '贝尔至克尔伦公路', 0, ['CLASS_4', '贝尔', '阿拉坦额莫勒', '克尔伦']),
  road('X931', '宝山至诺敏公路', 0, ['CLASS_4', '宝山', '诺敏']),
  road('X932', '六合至宝山公路', 0, ['CLASS_3', '六合', '宝山', '腾克']),
  road('X941', '霍尔奇至博克图公路', 0, ['CLASS_4', '霍尔奇', '博克图']),
  road('X951', '黑山头至拉布大林公路', 0, ['CLASS_3', '黑山头', '拉布大林', '恩和']),
  road('X961', '得耳布尔至图里河公路', 0, ['CLASS_4', '得耳布尔', '图里河']),
  road('X962', '金河至莫尔道嘎公路', 0, ['SUBSTANDARD', '金河', '莫尔道嘎']),
  road('X971', '呼和诺尔至甘珠尔公路', 0, ['CLASS_4', '呼和诺尔', '甘珠尔']),
  road('X981', '蘑菇气至浩饶山公路', 0, ['CLASS_4', '蘑菇气', '浩饶山', '绰河源']),
  road('Y101', '锡尼河东牧场路', 0, ['SUBSTANDARD', '锡尼河东', '巴彦托海']),
  road('Y102', '红花尔基林场路', 0, ['SUBSTANDARD', '红花尔基', '辉苏木']),
  road('Y103', '新开河牧场路', 0, ['SUBSTANDARD', '新开河', '克尔伦']),
  road('Y104', '甘河林场路', 0, ['SUBSTANDARD', '甘河', '图里河']),
  road('Y105', '腾克乡路', 0, ['CLASS_4', '腾克', '诺敏']),
  road('Y106', '亚东乡路', 0, ['CLASS_4', '亚东', '六合']),
  road('Y107', '罕达盖牧场路', 0, ['SUBSTANDARD', '罕达盖', '辉苏木']),
  road('Y108', '达赉湖边路', 0, ['SUBSTANDARD', '达赉', '嵯岗']),
];
