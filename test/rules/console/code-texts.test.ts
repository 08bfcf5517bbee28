import { CODE_TEXTS, isRefusal, tellCode } from '../../../console/src/ui/codes/tell-code.ts';
import { ERRORS, type ErrorCode } from '../../../src/base/index.ts';

const CODES = Object.keys(ERRORS) as ErrorCode[];

describe('The words of the console for the codes of errors', () => {
  it('are there for every code of the closed table, and for no other', () => {
    expect([...CODE_TEXTS.keys()].toSorted()).toEqual(CODES.toSorted());
  });

  it('are Chinese sentences, each of its own', () => {
    const texts = CODES.map((code) => tellCode(code, 'zh-CN')!);
    expect(texts.filter((text) => !/^[\p{Script=Han}N][^]*。$/u.test(text))).toEqual([]);
    const notes = CODES.filter((code) => code.endsWith('_NOTE_INVALID'));
    expect(new Set(texts).size).toBe(CODES.length - notes.length + 1);
  });

  it('are English sentences: the console’s own, or those that the gateway sends with the code', () => {
    const texts = CODES.map((code) => tellCode(code, 'en') ?? ERRORS[code].text);
    expect(texts.filter((text) => !/^[A-Z][^\p{Script=Han}]*\.$/u.test(text))).toEqual([]);
    // Nobody at the console sends a header.
    const own = CODES.map((code) => tellCode(code, 'en') ?? '');
    expect(own.filter((text) => /header|lukou-/.test(text))).toEqual([]);
    expect(own.filter((text, at) => text === ERRORS[CODES[at]!].text)).toEqual([]);
  });

  it('tell what should not happen from what is refused, as the table does', () => {
    expect(CODES.filter(isRefusal)).toEqual(CODES.filter((code) => ERRORS[code].kind === 'refusal'));
  });
});
