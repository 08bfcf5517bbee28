import { cp, glob, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { visit } from 'graphql';
import { makeAgreements } from '../../bench/access/make-agreements.ts';
import {
  type Catalogue,
  type Policy,
  type SubgraphDocument,
  askOf,
  bindGrant,
  listClasses,
  requireCatalogue,
} from '../../src/agreement/index.ts';
import { readSchemaFolder, readSealedLines, writeSealedLines } from '../../src/storage/index.ts';
import { AgreementFiles, RULES, SUBGRAPHS, type SavedPlace } from '../../src/wiring/index.ts';

const KEY = Buffer.alloc(32, 7);
const MID_2026 = Date.parse('2026-07-01T00:00:00+08:00');

describe('Agreements that are kept for the next start', () => {
  let schema: readonly SubgraphDocument[];
  let catalogue: Catalogue;
  let folder: string;
  let saved: SavedPlace;
  let messages: string[];

  beforeAll(async () => {
    schema = await readSchemaFolder('schema', SUBGRAPHS);
    catalogue = requireCatalogue(schema);
  });
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lukou-saved-'));
    saved = { path: join(folder, 'agreements.saved'), key: KEY };
    messages = [];
    await mkdir(join(folder, 'set'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const setPath = (name = ''): string => join(folder, 'set', name);
  const openFiles = (parts: { saved?: SavedPlace; keysPath?: string } = { saved }): AgreementFiles =>
    new AgreementFiles({ path: setPath(), onMessage: (message) => messages.push(message), ...parts });

  /** One start: reads, compiles, and waits until what is to be kept is kept. */
  async function load(files = openFiles(), over = catalogue): Promise<Policy> {
    const policy = await files.compile(await files.read(), over);
    await files.settled();
    return policy;
  }

  async function writeSet(count: number, seed: number): Promise<void> {
    await rm(setPath(), { recursive: true });
    await mkdir(setPath());
    for (const { name, text } of makeAgreements(count, seed)) await writeFile(setPath(name), text);
  }

  /** Everything that a policy says: its agreements, and what each class may do with each field. */
  function contentsOf(policy: Policy): object {
    const { digest, agreements, suspensions } = policy;
    const decided = listClasses(policy).map((found) => {
      const grant = bindGrant(policy, askOf(found), MID_2026);
      const fields = catalogue.coordinates.map(({ name }) => [
        grant.decide(name),
        grant.decideUse('filter', name),
        grant.decideUse('match', name),
      ]);
      return { digest: grant.digest, scopes: grant.scopes, fields };
    });
    return { digest, agreements, suspensions, decided };
  }

  /** Lets the kept file say something else of one agreement, as only this test's key can. */
  async function rewriteKept(find: string, replacement: string): Promise<void> {
    const lines = await readSealedLines(saved.path, KEY);
    if (typeof lines === 'string') throw new Error(lines);
    const texts = lines.map((line) => Buffer.from(line).toString('utf8').replaceAll(find, replacement));
    await writeSealedLines(saved.path, KEY, yieldAll(texts));
  }
  async function* yieldAll(texts: readonly string[]): AsyncGenerator<string> {
    for (const text of texts) yield await Promise.resolve(text);
  }

  it('are what a start without them reads, whatever the set', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 40 }), fc.nat(), async (count, seed) => {
        await rm(saved.path, { force: true });
        await writeSet(count, seed);
        const cold = await load();
        const kept = await load();
        expect(contentsOf(kept)).toEqual(contentsOf(cold));
        expect(contentsOf(kept)).toEqual(contentsOf(await load(openFiles({}))));
      }),
      { numRuns: 8 },
    );
    expect(messages).toEqual([]);
  });

  it('are those of the shipped set, and of a file with several documents', async () => {
    await cp('agreements', setPath(), { recursive: true });
    const [one, another] = makeAgreements(40, 3).filter(({ name }) => name.endsWith('-1.yaml'));
    await writeFile(setPath('both.yaml'), `${one!.text}\n---\n${another!.text}`);
    const cold = await load();
    expect(cold.agreements.map(({ source }) => source)).toContain('both.yaml (document 2)');
    expect(contentsOf(await load())).toEqual(contentsOf(cold));
  });

  it('are taken without being read or judged again', async () => {
    await writeSet(3, 1);
    await load();
    await rewriteKept('AG-BENCH-0001', 'AG-KEPT');
    const [agreement] = (await load()).agreements;
    expect(agreement?.assignee).toBe('AG-KEPT');
    expect((await load(openFiles({}))).agreements[0]?.assignee).toBe('AG-BENCH-0001');
  });

  it('are not taken for a file whose bytes have changed', async () => {
    await writeSet(3, 1);
    await load();
    await rewriteKept('AG-BENCH-0001', 'AG-KEPT');
    const [{ name, text }] = makeAgreements(3, 1) as [{ name: string; text: string }];
    await writeFile(setPath(name), `${text}# later\n`);
    const sources = new Map((await load()).agreements.map(({ source, assignee }) => [source, assignee]));
    expect(sources.get(name)).toBe('AG-BENCH-0001');
    expect([...sources.values()].filter((assignee) => assignee === 'AG-KEPT')).toHaveLength(2);
  });

  it('are judged again over another schema', async () => {
    await cp('agreements', setPath(), { recursive: true });
    await load();
    const narrower = schema.map(({ name, document }) => ({
      name,
      document: visit(document, {
        FieldDefinition: (field) => (field.name.value === 'builtYear' ? null : undefined),
      }),
    }));
    await expect(load(openFiles(), requireCatalogue(narrower))).rejects.toThrow(
      /builtYear is not in the schema/,
    );
  });

  it('are verified again with another list of keys', async () => {
    await writeSet(3, 1);
    await load();
    const keysPath = join(folder, 'keys.yaml');
    await writeFile(keysPath, 'keys: []\n');
    await expect(load(openFiles({ saved, keysPath }))).rejects.toThrow(/signature of AG-\S+: missing/);
  });

  it('are none that were refused', async () => {
    await writeSet(3, 1);
    const [{ name, text }] = makeAgreements(3, 1) as [{ name: string; text: string }];
    await writeFile(setPath(name), text.replace(/^assigner: .*$/m, 'assigner: AG-NOBODY'));
    await expect(load()).rejects.toThrow(/AG-NOBODY owns no field/);
    await expect(stat(saved.path)).rejects.toThrow(/ENOENT/);
  });

  it.each<[string, (bytes: Buffer) => Buffer]>([
    ['is empty', () => Buffer.alloc(0)],
    ['was cut short', (bytes) => bytes.subarray(0, bytes.length >> 1)],
    ['was cut at a line', (bytes) => bytes.subarray(0, bytes.lastIndexOf(10, bytes.length - 2) + 1)],
    ['has something behind it', (bytes) => Buffer.concat([bytes, Buffer.from('x')])],
    ['is not ours', () => Buffer.from(`{"rules":"","catalogue":"","keys":""}\n${'0'.repeat(64)}\n`)],
  ])('are read anew where the file %s, which is said', async (_what, damage) => {
    await writeSet(3, 1);
    const cold = await load();
    await writeFile(saved.path, damage(await readFile(saved.path)));
    expect(contentsOf(await load())).toEqual(contentsOf(cold));
    expect(messages).toEqual([expect.stringMatching(/agreements\.saved is damaged or not our own/)]);
    // And kept anew.
    await load();
    expect(messages).toHaveLength(1);
  });

  it('are read anew where one bit of the file is another', async () => {
    await writeSet(2, 1);
    const { digest } = await load();
    const bytes = await readFile(saved.path);
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(7), async (at, bit) => {
        const damaged = Buffer.from(bytes);
        damaged[at]! ^= 1 << bit;
        await writeFile(saved.path, damaged);
        const told = messages.length;
        expect((await load()).digest).toBe(digest);
        expect(messages).toHaveLength(told + 1);
      }),
      { numRuns: 40 },
    );
  });

  it('are another data folder’s where its key made them', async () => {
    await writeSet(2, 1);
    await load();
    await load(openFiles({ saved: { ...saved, key: Buffer.alloc(32, 8) } }));
    expect(messages).toHaveLength(1);
  });

  it('are read anew, without a word, where another version judged them', async () => {
    await writeSet(3, 1);
    await load();
    await rewriteKept('AG-BENCH-0001', 'AG-KEPT');
    await rewriteKept('"rules":"', '"rules":"0');
    expect((await load()).agreements[0]?.assignee).toBe('AG-BENCH-0001');
    expect(messages).toEqual([]);
  });

  it('are judged by no code whose change would go unseen', async () => {
    const folders = RULES.filter((place) => /^src\/\w+$/.test(place));
    const entered = new Set<string>();
    for await (const file of glob(folders.map((place) => `${place}/**/*.ts`)))
      for (const [, path] of (await readFile(file, 'utf8')).matchAll(/ from '(\.[^']+)'/g))
        entered.add(join(file, '..', path!).split('/').slice(0, 2).join('/'));
    expect([...entered].toSorted()).toEqual(folders.toSorted());
  });

  it('are not kept where the place cannot be written, which is said', async () => {
    await writeSet(2, 1);
    await mkdir(saved.path);
    await load();
    expect(messages).toEqual([
      expect.stringMatching(/damaged or not our own/),
      expect.stringMatching(/cannot be written/),
    ]);
  });
});

describe('Agreements that are read again', () => {
  let folder: string;
  let catalogue: Catalogue;
  beforeAll(async () => {
    catalogue = requireCatalogue(await readSchemaFolder('schema', SUBGRAPHS));
    folder = await mkdtemp(join(tmpdir(), 'lukou-again-'));
    for (const { name, text } of makeAgreements(30, 5)) await writeFile(join(folder, name), text);
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('are the same objects where their files are the same, and all problems are said at once', async () => {
    const files = new AgreementFiles({ path: folder });
    const first = await files.read();
    await files.compile(first, catalogue);
    const [{ name: changed, text }, { name: broken }] = makeAgreements(30, 5) as [
      { name: string; text: string },
      { name: string },
    ];
    await writeFile(join(folder, changed), text.replace(/^version: .*$/m, 'version: 99'));
    const second = await files.read();
    const isKept = second.agreements.map((agreement) => first.agreements.includes(agreement));
    expect(isKept.filter((kept) => !kept)).toHaveLength(1);
    expect(second.digest).not.toBe(first.digest);

    await writeFile(join(folder, changed), 'uid: [');
    await writeFile(join(folder, broken), 'kind: none');
    const problems = files.read();
    await expect(problems).rejects.toThrow(changed);
    await expect(problems).rejects.toThrow(`${broken}: kind`);
  });
});
