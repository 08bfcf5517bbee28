import type { Worded } from '../../i18n/index.ts';

/** What each file of examples/ asks, by its name without the ending. */
export const exampleWords: Readonly<Record<string, Worded>> = {
  '01-low-grade-night-flow': {
    'zh-CN': '低等级路段夜间流量与附近卡口',
    en: 'Night flow on low-grade segments, and the nearest checkpoint',
  },
  '02-coaches-at-night': { 'zh-CN': '三级以下公路夜间客车', en: 'Coaches at night on class 3 and below' },
  '04-blind-cameras': {
    'zh-CN': '门架与公安卡口货车数不符的路段',
    en: 'Segments where cameras may be blind',
  },
  '05-violations-per-ten-thousand': { 'zh-CN': '每万辆车的违法数', en: 'Violations per 10,000 vehicles' },
  '07-silent-checkpoints': {
    'zh-CN': '节日期间无记录的公安卡口',
    en: 'Silent checkpoints on holiday routes',
  },
  '09-flow-at-one-stake': { 'zh-CN': '某一桩号的逐时流量', en: 'Hourly flow at one stake' },
  '10-overweight-gantries': { 'zh-CN': '货车超限较多的门架', en: 'Gantries with many overweight vehicles' },
  '11-closures-with-a-detour': {
    'zh-CN': '有三级及以上公路可绕行的封闭路段',
    en: 'Closed segments with an open detour of class 3 or better',
  },
  '13-snow-drift-closures': { 'zh-CN': '风吹雪封路的次数与时长', en: 'Closures by drifting snow' },
  '16-accidents-and-mediation': { 'zh-CN': '各旗县事故与调解数', en: 'Accidents and mediations by division' },
};
