import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { SETTINGS, readConfig } from '../../../src/config.ts';

describe('The configuration', () => {
  it('has a default for everything that a first start needs', () => {
    expect(readConfig({})).toMatchObject({ PORT: 4000, HOST: '127.0.0.1', LUKOU_DATA: resolve('.lukou') });
  });

  it('names a misspelt setting and the nearest one that exists', () => {
    expect(() => readConfig({ LUKOU_AGREMENTS: 'x' })).toThrow(
      /LUKOU_AGREMENTS is not a setting; the nearest is LUKOU_AGREEMENTS/,
    );
  });

  it('names every wrong value at once', () => {
    expect(() => readConfig({ PORT: 'front', LUKOU_SECRET: 'short' })).toThrow(/PORT: .*LUKOU_SECRET: /s);
  });

  it('takes an empty variable as unset', () => {
    expect(readConfig({ DATABASE_URL: '' }).DATABASE_URL).toBeUndefined();
  });

  it('leaves other programs’ variables alone', () => {
    expect(() => readConfig({ PATH: '/bin', HOME: '/' })).not.toThrow();
  });

  it('is documented, setting by setting, and nothing else is', () => {
    const documented = [...readFileSync('docs/configuration.md', 'utf8').matchAll(/^\| `([A-Z_]+)`/gm)].map(
      ([, name]) => name,
    );
    expect(documented).toEqual(Object.keys(SETTINGS));
  });
});
