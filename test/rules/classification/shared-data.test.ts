import { scanText } from '../../../src/classification/index.ts';
import { readSharedLines, readSharedRows, readSharedTexts, textOf } from './shared-texts.ts';

const blockedOf = (texts: readonly string[]) => texts.filter((text) => scanText(text).verdict === 'block');
const where = (data: unknown) => (data === null ? it.skip : it);

/** Every text inside a value, at any depth. */
const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : [];
};

describe('real and published texts', () => {
  const vectors = readSharedRows('vectors/markings/markings.jsonl', 72);
  where(vectors)('every published example gets its verdict', () => {
    const expected = (vectors ?? []).map((row) => textOf(row, 'expect'));
    expect((vectors ?? []).map((row) => scanText(textOf(row, 'text')).verdict)).toEqual(expected);
    for (const verdict of ['block', 'pass'])
      expect(expected.filter((other) => other === verdict).length).toBeGreaterThanOrEqual(36);
  });

  const law = readSharedTexts('data/zh-law-text/articles.jsonl', 679, 'text');
  where(law)('at most one article of law in two hundred blocks', () => {
    expect(blockedOf(law ?? []).length).toBeLessThanOrEqual((law ?? []).length * 0.005);
  });

  const sentences = readSharedLines('data/zh-ud-sentences/sentences.tsv', 1001);
  where(sentences)('at most one ordinary sentence in two hundred blocks', () => {
    const texts = (sentences ?? []).slice(1).map((line) => line.split('\t')[1] ?? '');
    expect(texts.filter((text) => text.length < 2)).toEqual([]);
    expect(blockedOf(texts).length).toBeLessThanOrEqual(texts.length * 0.005);
  });

  const cables = readSharedRows('data/cables-declassified/cables.jsonl', 249);
  where(cables)('at least 99 cables in a hundred that were classified block, and few of the others', () => {
    const texts = (isOpen: boolean) =>
      (cables ?? [])
        .filter((row) => (textOf(row, 'original_classification') === 'UNCLASSIFIED') === isOpen)
        .map((row) => textOf(row, 'text'));
    expect([texts(false).length, texts(true).length]).toEqual([149, 100]);
    expect(blockedOf(texts(false)).length).toBeGreaterThanOrEqual(texts(false).length * 0.99);
    expect(blockedOf(texts(true)).length).toBeLessThanOrEqual(texts(true).length * 0.05);
  });

  const cases = readSharedRows('data/mediation-promediconv/cases.jsonl', 67);
  where(cases)('no mediation text blocks', () => {
    const texts = textsIn(cases);
    expect(texts.filter((text) => text.length >= 10).length).toBeGreaterThan(1_000);
    expect(blockedOf(texts)).toEqual([]);
  });

  const accidents = [2013, 2014].map((year) =>
    readSharedLines(`data/tw-a1-accidents/a1_${String(year)}.csv`, 1_700),
  );
  where(accidents.includes(null) ? null : accidents)(
    'no accident record blocks, as a line or as cells',
    () => {
      const lines = accidents.flatMap((file) => file ?? []);
      const cells = lines.flatMap((line) => line.split(','));
      expect(cells.filter((cell) => cell.trim() !== '').length).toBeGreaterThanOrEqual(lines.length * 4);
      expect(blockedOf([...lines, ...cells])).toEqual([]);
    },
  );
});
