import { storageHint, storagePattern } from '../../../src/classification/index.ts';
import { INNOCENT_TEXTS } from './innocent-texts.ts';
import { MARKED_TEXTS } from './marked-texts.ts';
import { readSharedTexts } from './shared-texts.ts';

// The pattern keeps to what PostgreSQL and JavaScript read alike, so that it can be tried here.
const pattern = new RegExp(storagePattern(), 'u');
const hint = new RegExp(storageHint(), 'u');

describe('the storage pattern', () => {
  it.each([
    '机密★1年',
    '绝密★',
    '绝密★启用前',
    '秘密☆6个月',
    '機密★十年',
    '机密*5年',
    '机密 ★ 长期',
    '前文。秘密★1年',
    'SECRET//NOFORN',
    'TOP SECRET//SI//ORCON',
    'CONFIDENTIAL//NF',
    'CUI//SP-PRVCY',
    '(S//NF) text',
    'LIMITED OFFICIAL USE',
    'NATO SECRET',
    'COSMIC TOP SECRET',
    'OFFICIAL-SENSITIVE',
    'SECRET/NOFORN',
    '㊙ 方案',
  ])('matches %s, and so does the hint that is asked first', (text) => {
    expect([pattern.test(text), hint.test(text)]).toEqual([true, true]);
  });

  it('matches none of the marked texts without the hint', () => {
    const matched = MARKED_TEXTS.map(([text]) => text).filter((text) => pattern.test(text));
    expect(matched.length).toBeGreaterThan(5);
    expect(matched.filter((text) => !hint.test(text))).toEqual([]);
  });

  it('and the hint leaves ordinary reports alone', () => {
    expect(hint.test('今日辖区道路通行正常，G10 高速未发生交通拥堵，值守人员按时交接。')).toBe(false);
  });

  it('matches no innocent text', () => {
    expect(INNOCENT_TEXTS.map(([text]) => text).filter((text) => pattern.test(text))).toEqual([]);
  });

  it('can stand in an SQL literal as it is', () => {
    expect(storagePattern()).not.toMatch(/['\\]/);
  });

  const law = readSharedTexts('data/zh-law-text/articles.jsonl', 679, 'text');
  (law === null ? it.skip : it)('matches no article of law', () => {
    expect(law?.filter((text) => pattern.test(text))).toEqual([]);
  });
});
