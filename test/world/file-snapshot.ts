import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * Compares a value with the JSON file beside its query. A missing file is written, except in CI, where it fails;
 * `jest -u` writes it anew.
 */
export function expectFileSnapshot(path: string, value: unknown): void {
  const text = `${JSON.stringify(value, null, 2)}\n`;
  const { snapshotState } = expect.getState() as unknown as { snapshotState: Record<string, unknown> };
  const update = snapshotState['_updateSnapshot'];
  if (update === 'all' || (update === 'new' && !existsSync(path))) writeFileSync(path, text);
  if (!existsSync(path))
    throw new Error(`${path} is missing. Run the test outside CI to write it, then read it.`);
  expect(JSON.parse(text)).toEqual(JSON.parse(readFileSync(path, 'utf8')));
}
