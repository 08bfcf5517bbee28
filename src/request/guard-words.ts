import { LukouError } from '../base/index.ts';
import { scanText } from '../classification/index.ts';
import type { Account } from './account.ts';
import { composeRefusal } from './compose-answer.ts';
import { addresseeOf, judgeName } from './guard-egress.ts';
import type { RequestPorts } from './ports.ts';
import type { Answer, CleanAnswer } from './stages.ts';
import { type MarkedText, withholdMarked } from './withhold-marked.ts';

/**
 * What a refusal says, which may repeat what the client wrote: a variable's value, an alias, the name of an argument.
 * Where any of it carries a mark, the refusal is replaced by one that says nothing of it. Answers with data have passed
 * the gate before.
 */
export async function guardWords(
  answer: Answer,
  account: Account,
  ports: RequestPorts,
): Promise<CleanAnswer> {
  if (answer.hasRun) return answer as unknown as CleanAnswer;
  const marked = findMarkedWords(JSON.parse(answer.json));
  if (marked.length === 0) return answer as unknown as CleanAnswer;
  // They may repeat a name of the client's as well.
  account.disclosures = [];
  try {
    await withholdMarked(marked, addresseeOf(account), ports);
  } catch (error) {
    ports.onFault(account.arrival.requestId, error);
    return composeRefusal(error, account) as unknown as CleanAnswer;
  }
  throw new LukouError('INTERNAL', 'Words of a client are never released.');
}

function findMarkedWords(value: unknown): readonly MarkedText[] {
  if (typeof value === 'string') return [value, ...quotedIn(value)].flatMap(judgeWords);
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(findMarkedWords);
}

// Apart from the sentence around it, a quotation may be a mark by itself.
const quotedIn = (text: string): string[] => text.split('"').filter((_part, at) => at % 2 === 1);

const NAME = /^[_A-Za-z]\w*$/;

function judgeWords(text: string): readonly MarkedText[] {
  if (NAME.test(text)) return judgeName(text);
  const { verdict, rule } = scanText(text);
  return verdict === 'block' ? [{ rule: rule ?? 'unnamed', text: null }] : [];
}
