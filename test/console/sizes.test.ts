import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { builtConsole } from './world/built-console.ts';

const KB = 1_000;

describe('The built console', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await builtConsole();
  }, 240_000);

  it('is less than 1.5 MB in all, as it crosses the network', async () => {
    const names = await readdir(join(folder, 'assets'));
    const sizes = await Promise.all(names.filter(isSent(names)).map((name) => sizeOf(`assets/${name}`)));
    const bytes = sizes.reduce((sum, size) => sum + size, 0);
    console.info(`console, compressed: ${Math.round(bytes / KB)} kB`);
    expect(bytes).toBeLessThan(1_500 * KB);
  });

  it('shows its first view with less than 300 kB', async () => {
    const html = await readFile(join(folder, 'index.html'), 'utf8');
    const names = [...html.matchAll(/(?:src|href)="\/console\/(assets\/[^"]+)"/g)].map(([, name]) => name!);
    const start = (await readdir(join(folder, 'assets'))).filter((name) =>
      /^start-page-.*\.(js|css)$/.test(name),
    );
    const sent = [...names, ...start.map((name) => `assets/${name}`)].map((name) => sizeOf(`${name}.br`));
    const sizes = await Promise.all([sizeOf('index.html.br'), ...sent]);
    const bytes = sizes.reduce((sum, size) => sum + size, 0);
    console.info(`first view, compressed: ${Math.round(bytes / KB)} kB`);
    expect(bytes).toBeLessThan(300 * KB);
  });

  it('loads nothing into its document without a digest, and has no script or style in it', async () => {
    const html = await readFile(join(folder, 'index.html'), 'utf8');
    const loading = [...html.matchAll(/<(?:script|link)\b[^>]*>/g)]
      .map(([tag]) => tag)
      .filter((tag) => !tag.includes('rel="icon"'));
    expect(loading.length).toBeGreaterThan(1);
    expect(loading.filter((tag) => !/ integrity="sha384-[A-Za-z0-9+/=]{64}"/.test(tag))).toEqual([]);
    expect(html).not.toMatch(/<script>|<script(?![^>]* src=)|<style|\son\w+=|\sstyle=/);
  });

  const isSent = (names: readonly string[]) => (name: string) =>
    name.endsWith('.br') || (!name.endsWith('.gz') && !names.includes(`${name}.br`));
  const sizeOf = async (name: string): Promise<number> => (await stat(join(folder, name))).size;
});
