import { readFileSync } from 'node:fs';
import { ERRORS } from '../../src/base/index.ts';
import { readConfig, SETTINGS } from '../../src/config.ts';

describe('docs/http.md', () => {
  const text = readFileSync('docs/http.md', 'utf8');
  const rows = [...text.matchAll(/^\| .*? \| `(LUKOU_MAX_\w+)` +\| (\d+) +\| `(\w+)` +\|$/gm)];

  it('lists every limit with its default and its code', () => {
    const config = readConfig({});
    const listed = Object.fromEntries(rows.map(([, setting, value]) => [setting, Number(value)]));
    const limits = Object.keys(SETTINGS).filter(
      (name) => name.startsWith('LUKOU_MAX_') && name !== 'LUKOU_MAX_CONNECTIONS',
    );
    expect(listed).toEqual(
      Object.fromEntries(limits.map((name) => [name, Reflect.get(config, name) as unknown])),
    );
  });

  it('names codes that exist, and every code of a limit', () => {
    const codes = rows.map(([, , , code]) => code!);
    expect(Object.keys(ERRORS)).toEqual(expect.arrayContaining(codes));
    const ofLimits = Object.keys(ERRORS).filter(
      (code) => code.startsWith('LIMIT_') && code !== 'LIMIT_RECORD',
    );
    expect(codes).toEqual(expect.arrayContaining(ofLimits));
  });
});
