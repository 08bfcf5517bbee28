import { join } from 'node:path';
import { parse, print } from 'graphql';
import { requireCatalogue, type SubgraphDocument } from '../../src/agreement/index.ts';
import { readSchemaFolder } from '../../src/storage/index.ts';

const AGENCIES = ['traffic', 'checkpoint', 'mediation', 'oversight'];

describe('The shipped schema', () => {
  let shipped: readonly SubgraphDocument[];
  beforeAll(async () => {
    shipped = await readSchemaFolder(join(import.meta.dirname, '../../schema'), AGENCIES);
  });

  function changed(agency: string, find: string | RegExp, replacement: string): SubgraphDocument[] {
    return shipped.map(({ name, document }) => {
      if (name !== agency) return { name, document };
      const before = print(document);
      const after = before.replace(find, replacement);
      expect(after).not.toBe(before);
      return { name, document: parse(after) };
    });
  }

  it('is accepted as it is', () => {
    expect(() => requireCatalogue(shipped)).not.toThrow();
  });

  it.each([
    ['an import renames it', 'import: ["@key", "@shareable"]', 'import: [{ name: "@key", as: "@join" }]'],
    [
      'a link takes its namespace',
      /$/,
      'extend schema @link(url: "https://lukou.example/sensitivity/v1", as: "sensitivity")',
    ],
    [
      'a link imports another under its name',
      /$/,
      'extend schema @link(url: "https://lukou.example/rules/v1", import: [{ name: "@label", as: "@sensitivity" }])',
    ],
  ])('F3 is refused when a directive no longer goes by its own name: %s', (_what, find, replacement) => {
    const attempt = (): unknown => requireCatalogue(changed('checkpoint', find, replacement));
    expect(attempt).toThrow(expect.objectContaining({ code: 'SCHEMA_INVALID' }));
    expect(attempt).toThrow(/directives-keep-their-names|import directives under their own names/);
  });

  it('F3 is refused when a field carries its rule under another name', () => {
    const renamed = changed(
      'checkpoint',
      'plateNo: PlateNo @sensitivity(level: RESTRICTED)',
      'plateNo: PlateNo @label(level: RESTRICTED)',
    );
    expect(() => requireCatalogue(renamed)).toThrow(expect.objectContaining({ code: 'SCHEMA_INVALID' }));
  });
});
