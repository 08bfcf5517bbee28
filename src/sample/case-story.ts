import type { DisputeProfile } from './dispute-kinds.ts';
import type { Person } from './people.ts';
import type { Random } from './random.ts';

/** Which case between neighbours tells the story of article 000: one in the middle of the winter. */
export const DETENTION_STORY_ORDINAL = 130;

/** Which family case is that of article 001, with the red warning. */
export const RED_WARNING_ORDINAL = 100;

/** Who the detention story is about, applicant and respondent. */
export const DETENTION_STORY_SURNAMES: readonly string[] = ['孟', '刘'];

/** A case mediated inside the detention centre, after article 000, moved to another place and time. */
const DETENTION_STORY = {
  facts:
    '刘某因琐事多次进入邻居孟某住宅吵闹，被依法行政拘留，入所谈话时仍有怨气。调解员在拘留所调解室讲解住宅安宁受法律保护，并从邻里情分劝解。',
  agreement: '刘某认识到错误，当面道歉并保证不再进入孟某住宅；孟某表示谅解。',
};

/** The family of the red warning, after article 001. */
const RED_WARNING_FACTS =
  '三个月内六次报警，均因夫妻争吵，其中有肢体冲突。派出所、司法所、妇联联合上门调解。';

const DETAINED = '因冲突升级，一方被依法行政拘留，拘留期间开展调解。';

/** What a story is told from. */
export interface StorySource {
  readonly profile: DisputeProfile;
  readonly ordinal: number;
  readonly isDetention: boolean;
  readonly parties: readonly Person[];
}

/** The facts of a case and what was agreed, with surnames only (刘某). */
export function tellCase(
  { profile, ordinal, isDetention, parties }: StorySource,
  random: Random,
): { facts: string; agreement: string } {
  const template = random.pick(profile.facts);
  if (isDetention && ordinal === DETENTION_STORY_ORDINAL) return DETENTION_STORY;
  const first = parties[0]!.surname;
  const second = parties[1]!.surname;
  const named = (text: string): string =>
    text.replaceAll('A', `${first}某`).replaceAll('B', second === first ? `${second}某某` : `${second}某`);
  const agreement = named(profile.agreement);
  if (profile.kind === 'MARRIAGE_FAMILY' && ordinal === RED_WARNING_ORDINAL)
    return { facts: RED_WARNING_FACTS, agreement };
  return { facts: named(template) + (isDetention ? DETAINED : ''), agreement };
}
