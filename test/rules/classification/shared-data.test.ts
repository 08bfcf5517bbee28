import { scanText } from '../../../src/classification/index.ts';
import { readSharedLines, readSharedRows, readSharedTexts } from './shared-texts.ts';

const blockedOf = (texts: readonly string[]) => texts.filter((text) => scanText(text).verdict === 'block');
const where = (data: unknown) => (data === null ? it.skip : it);

/** Every text inside a value, at any depth. */
const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : [];
};

describe('real and published texts', () => {
  const vectors = readSharedRows('vectors/markings/markings.jsonl');
  where(vectors)('every published example gets its verdict', () => {
    const wrong = vectors?.filter((row) => scanText(String(row['text'])).verdict !== row['expect']);
    expect(wrong).toEqual([]);
  });

  const law = readSharedTexts('data/zh-law-text/articles.jsonl', (row) => row['text']);
  where(law)('at most one article of law in two hundred blocks', () => {
    expect(blockedOf(law ?? []).length).toBeLessThanOrEqual((law ?? []).length * 0.005);
  });

  const sentences = readSharedLines('data/zh-ud-sentences/sentences.tsv');
  where(sentences)('at most one ordinary sentence in two hundred blocks', () => {
    const texts = (sentences ?? []).slice(1).map((line) => line.split('\t')[1] ?? '');
    expect(blockedOf(texts).length).toBeLessThanOrEqual(texts.length * 0.005);
  });

  const cables = readSharedRows('data/cables-declassified/cables.jsonl');
  where(cables)('at least 99 cables in a hundred that were classified block, and few of the others', () => {
    const texts = (isOpen: boolean) =>
      (cables ?? [])
        .filter((row) => (row['original_classification'] === 'UNCLASSIFIED') === isOpen)
        .map((row) => String(row['text']));
    expect(blockedOf(texts(false)).length).toBeGreaterThanOrEqual(texts(false).length * 0.99);
    expect(blockedOf(texts(true)).length).toBeLessThanOrEqual(texts(true).length * 0.05);
  });

  const cases = readSharedRows('data/mediation-promediconv/cases.jsonl');
  where(cases)('no mediation text blocks', () => {
    expect(blockedOf(textsIn(cases))).toEqual([]);
  });

  const accidents = [2013, 2014].map((year) =>
    readSharedLines(`data/tw-a1-accidents/a1_${String(year)}.csv`),
  );
  where(accidents.includes(null) ? null : accidents)(
    'no accident record blocks, as a line or as cells',
    () => {
      const lines = accidents.flatMap((file) => file ?? []);
      expect(blockedOf([...lines, ...lines.flatMap((line) => line.split(','))])).toEqual([]);
    },
  );
});
