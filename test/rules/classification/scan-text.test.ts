import { GUARD_STEPS, mayCarryMark, scanText, scanWithout } from '../../../src/classification/index.ts';
import { INNOCENT_TEXTS } from './innocent-texts.ts';
import { MARKED_TEXTS } from './marked-texts.ts';

describe('the guard blocks a marked text', () => {
  it.each(MARKED_TEXTS)('%s (%s)', (text) => {
    expect(scanText(text).verdict).toBe('block');
    expect(mayCarryMark(text)).toBe(true);
  });
});

describe('the guard never blocks an innocent text', () => {
  it.each(INNOCENT_TEXTS)('%s (%s)', (text) => {
    expect(scanText(text).verdict).not.toBe('block');
  });

  it('and shows a person at most one in ten of these traps', () => {
    const reviewed = INNOCENT_TEXTS.filter(([text]) => scanText(text).verdict === 'review');
    expect(reviewed.length).toBeLessThan(INNOCENT_TEXTS.length / 10);
  });
});

describe('the verdict', () => {
  it('names rule, position and canonical form of a mark in the open', () => {
    expect(scanText('路况正常。机 密 ★1年。请勿外传')).toEqual({
      verdict: 'block',
      rule: 'cn.mark',
      position: 5,
      canonical: '机密★',
      depth: 0,
    });
  });

  it('gives the position in the text as it came, not as it was folded', () => {
    const text = '\u200b\u200b①②③㎏ \u{1f697}绝\u200d密★';
    expect(scanText(text).position).toBe(text.indexOf('绝'));
  });

  it('gives the start of the encoded run for an encoded mark, at every depth', () => {
    const once = Buffer.from('前言 绝密★长期').toString('base64');
    const twice = Buffer.from(`x ${once}`).toString('base64');
    expect(scanText(`备注：${once}`)).toMatchObject({ position: 3, depth: 1 });
    expect(scanText(`备注：${twice}`)).toMatchObject({ position: 3, depth: 2 });
    expect(scanText('路口 &#x7edd;密★')).toMatchObject({ position: 3, depth: 1 });
    expect(scanText('\u200b路口 %E7%BB%9D密★')).toMatchObject({ position: 4, depth: 1 });
  });

  it('gives the place of the level in a file name', () => {
    expect(scanText('共享/部署表_绝密.xlsx')).toMatchObject({ rule: 'cn.file-name', position: 7 });
  });

  it('never quotes more of the text than the mark', () => {
    for (const [text] of MARKED_TEXTS) {
      expect(scanText(text).canonical).not.toMatch(/方案|名单|convoy|patrol rota|river/);
    }
  });

  it('names a spaced banner as it is written plainly', () => {
    expect(scanText('T O P  S E C R E T').canonical).toBe('TOP SECRET');
  });

  it('prefers a block to an earlier review, and the earlier of two blocks', () => {
    expect(scanText('涉及机密。另见 SECRET//NOFORN').canonical).toBe('SECRET//NOFORN');
    expect(scanText('SECRET//NOFORN 与 机密★1年').rule).toBe('banner.caveat');
  });

  it('asks for a look at a bare level word', () => {
    expect(scanText('该线索涉及机密，不便透露')).toMatchObject({
      verdict: 'review',
      rule: 'review.level-word',
    });
  });

  it('stops after three decodings', () => {
    const wrap = (text: string, times: number): string =>
      times === 0 ? text : wrap(Buffer.from(text).toString('base64'), times - 1);
    expect(scanText(wrap('机密★1年', 3))).toMatchObject({ verdict: 'block', depth: 3 });
    expect(scanText(wrap('机密★1年', 4)).verdict).toBe('pass');
  });
});

describe('the policy', () => {
  const lenient = { workSecret: 'review', internalOnly: 'pass', opaqueBlob: 'review' } as const;

  it('decides what work secrets, internal matter and packed files do', () => {
    expect(scanText('工作秘密 注意保管', lenient).verdict).toBe('review');
    expect(scanText('内部资料 严禁外传', lenient).verdict).toBe('pass');
    expect(scanText('H4sIAAAAAAAAA0vOSCxKBQBpyVM1BQAAAA==', lenient).verdict).toBe('review');
  });

  it('cannot soften a state secret', () => {
    expect(scanText('机密★1年', lenient).verdict).toBe('block');
  });
});

describe('the grammar without its fast path', () => {
  it('says the same of every example', () => {
    expect(GUARD_STEPS).toContain('fast-path');
    for (const [text] of [...MARKED_TEXTS, ...INNOCENT_TEXTS]) {
      expect(scanWithout(['fast-path'], text)).toEqual(scanText(text));
    }
  });
});
