import { ANCHOR } from './anchor.ts';
import { type Gaps, HAN, HAN_START, type MarkRule, pattern, PHRASE_END } from './mark-rule.ts';

const OWNER = '(?:警务|公安|政务|审判|检察|司法|政法|税务|海关|纪检|组织|人事|军队|机关|本单位|本机关)?';
const PROHIBIT = '(?:注意|妥善|严禁|不得|请勿|禁止|切勿|勿|不准|严格|谢绝|不可|未经[^。\\n]{0,8}不得)';
const DEED =
  '(?:外传|外泄|外流|外借|外发|外漏|保管|保存|保密|扩散|传播|公开|泄露|泄漏|翻印|翻拍|复制|复印|拍照|转发|转载|上网|上传|发布|传阅|对外[^。\\n]{0,4})';
const LIMITED = '(?:仅供|只供|供|仅限|限|只限|限于)';
/** What a mark says is to be done with its carrier. */
export const HANDLING = `(?:${PROHIBIT}(?:擅自|随意|私自|向外|对外)?${DEED}|[阅用]后(?:收回|即焚|销毁|退回|即毁)|${LIMITED}(?:参考|参阅|内部[${HAN}]{0,4}|本单位[${HAN}]{0,4}))`;
const GAP = '[\\s,、·:;|★*_~.-]{0,4}';
const KIND =
  '(?:资料|文件|材料|事项|信息|刊物|数据|使用|参考|传阅|掌握|情况|通报|明电|工作文件|工作资料|工作|文稿|名单|电话|通知|学习|交流|发行|读物|公开|机密|绝密|秘密)';
const DECORATION = '[ \\t*_#=~★.|"\'-]{0,24}';

/** Marks of work secrets (工作秘密) and of internal matter: not state secrets, so the operator may choose what they do. */
export function internalRules(gaps: Gaps): MarkRule[] {
  const work = `工作秘${gaps.narrow}密`;
  const inner = `内${gaps.narrow}部`;
  const workRule = (id: string, source: string): MarkRule => ({
    id,
    anchors: ANCHOR.hanLevel,
    action: 'workSecret',
    pattern: pattern(source),
  });
  const innerRule = (id: string, source: string): MarkRule => ({
    id,
    anchors: ANCHOR.internal,
    action: 'internalOnly',
    pattern: pattern(source),
  });
  return [
    workRule('work.mark', `${HAN_START}${OWNER}${work}${GAP}(?:${HANDLING}|★)(?![${HAN}])`),
    workRule('work.line', `^${DECORATION}[\\[(]?${OWNER}${work}[\\])]?${DECORATION}$`),
    workRule('work.bracket', `(?<![0-9A-Za-z${HAN}、])[\\[({<] ?${OWNER}${work} ?[\\])}>](?!、)`),
    innerRule(
      'internal.mark',
      `${HAN_START}${LIMITED}?${inner}${KIND}{0,2}${GAP}${HANDLING}(?:和?${DEED})?${PHRASE_END}`,
    ),
    innerRule(
      'internal.use',
      `${HAN_START}${LIMITED}(?:本单位|本系统|公安|机关|系统|单位)?${inner}(?:人员)?(?:使用|参考|传阅|掌握|交流|学习|阅读|参阅|发行|参考使用)${PHRASE_END}`,
    ),
    innerRule(
      'internal.line',
      `^${DECORATION}[\\[(]?${inner}(?:★${GAP}[^\\n]{0,10}|${KIND})?[\\])]?${DECORATION}$`,
    ),
    innerRule('internal.star', `${HAN_START}${inner}${KIND}?[ *]{0,2}★`),
    innerRule('internal.bracket', `(?<![0-9A-Za-z${HAN}、])[\\[({<] ?${inner}${KIND}? ?[\\])}>](?![、或和])`),
    innerRule(
      'internal.handling-line',
      `^${DECORATION}[\\[(]?${PROHIBIT}(?:外传|外泄|扩散)[\\])]?[ \\t。!]{0,4}$`,
    ),
    innerRule('internal.copy', `此件(?:不予|不|暂不|不得)(?:公开|对外公开|公开发布)${PHRASE_END}`),
    {
      id: 'internal.english',
      anchors: ANCHOR.handling,
      action: 'internalOnly',
      pattern: pattern(
        `^${DECORATION}[\\[(]?(?:FOR |For )?(?:INTERNAL USE ONLY|Internal [Uu]se [Oo]nly)[\\])]?${DECORATION}$`,
      ),
    },
  ];
}
