import { withoutParameters, type MaskKind } from './mask-kind.ts';

// Compound surnames (复姓) still borne today; the first character alone would not be the surname.
const COMPOUND_SURNAMES: readonly string[] = (
  '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 ' +
  '公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 ' +
  '拓跋 夹谷 轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌 微生 公户 公玉 公仪 梁丘 公仲 公上 公门 公山 公坚 左丘 公伯 ' +
  '西门 公祖 第五 公乘 贯丘 公皙 南荣 东里 东宫 仲长 子书 子桑 即墨 达奚 褚师 纳兰 完颜 耶律 爱新觉罗 叶赫那拉'
).split(' ');

const BY_LENGTH = COMPOUND_SURNAMES.toSorted((a, b) => b.length - a.length);
const BY_FIRST_CHARACTER = Map.groupBy(BY_LENGTH, (surname) => surname[0]);
const NAME = /^\p{Script=Han}(?:·?\p{Script=Han}){1,19}$/u;
const MASKED = new RegExp(`^(?:${BY_LENGTH.join('|')}|\\p{Script=Han})\\*\\*$`, 'u');

/** `name.surname`: the surname and exactly two stars, so that the length of the given name does not show. */
export const nameSurname: MaskKind<unknown> = {
  scalars: ['String'],
  describe: withoutParameters,
  compile: () => (value) => {
    if (typeof value !== 'string') return null;
    if (MASKED.test(value)) return value;
    return NAME.test(value) ? `${surnameOf(value)}**` : null;
  },
  pattern: () => MASKED,
};

/** A name that is nothing but a compound surname is read as a one-character surname with a given name. */
function surnameOf(name: string): string {
  const compound = BY_FIRST_CHARACTER.get(name[0])?.find(
    (surname) => name.startsWith(surname) && name.length > surname.length,
  );
  return compound ?? String.fromCodePoint(name.codePointAt(0)!);
}
