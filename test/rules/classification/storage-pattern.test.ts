import { storagePattern } from '../../../src/classification/index.ts';
import { INNOCENT_TEXTS } from './innocent-texts.ts';
import { readSharedTexts } from './shared-texts.ts';

// The pattern keeps to what PostgreSQL and JavaScript read alike, so that it can be tried here.
const pattern = new RegExp(storagePattern(), 'u');

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
  ])('matches %s', (text) => {
    expect(pattern.test(text)).toBe(true);
  });

  it('matches no innocent text', () => {
    expect(INNOCENT_TEXTS.map(([text]) => text).filter((text) => pattern.test(text))).toEqual([]);
  });

  it('can stand in an SQL literal as it is', () => {
    expect(storagePattern()).not.toMatch(/['\\]/);
  });

  const law = readSharedTexts('data/zh-law-text/articles.jsonl', (row) => row['text']);
  (law === null ? it.skip : it)('matches no article of law', () => {
    expect(law?.filter((text) => pattern.test(text))).toEqual([]);
  });
});
