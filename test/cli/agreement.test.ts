import { copyFile, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runLukou } from './run-lukou.ts';

const SHIPPED = 'agreements/traffic-police-to-transport-centre.yaml';

describe('lukou agreement', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lukou-agreement-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const agreement = (...args: string[]) => runLukou(['agreement', ...args]);

  it('check compiles the gateway’s own agreements', async () => {
    const { code, stdout } = await agreement('check');
    expect(code).toBe(0);
    expect(stdout).toMatch(/urn:agr:hlbe:police-transport:0007@3\n[^]*24 agreements, policy [0-9a-f]{64}\n$/);
  });

  it('check says which agreements are suspended, by whom and why', async () => {
    const set = await mkdtemp(join(folder, 'set-'));
    await copyFile(SHIPPED, join(set, 'one.yaml'));
    const [, version] = /^version: (\d+)$/m.exec(await readFile(SHIPPED, 'utf8'))!;
    const entry = `{ uid: urn:agr:hlbe:police-transport:0007, version: ${version}, from: 2026-05-04T14:00:00+08:00, by: AG-TRAFFIC-POLICE, reason: A token was lost. }`;
    await writeFile(join(set, 'suspensions.yaml'), `suspensions:\n  - ${entry}\n`);
    const { code, stdout } = await agreement('check', set);
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /:0007@\d+ {2}suspended from 2026-05-04T06:00:00\.000Z by AG-TRAFFIC-POLICE: A token was lost\.\n1 agreements, /,
    );
  });

  it('check names the file, the place and the remedy of every problem', async () => {
    const path = join(folder, 'bad.yaml');
    const text = await readFile(SHIPPED, 'utf8');
    await writeFile(path, text.replace('CheckpointPassage.plateNo', 'CheckpointPassage.plateNumber'));
    const { code, stderr } = await agreement('check', path);
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /bad\.yaml: \S+: CheckpointPassage\.plateNumber .* Did you mean CheckpointPassage\.plate/,
    );
  });

  it('matrix prints a spreadsheet that begins with the callers', async () => {
    const { stdout } = await agreement('matrix', '--format', 'csv');
    const [head, ...lines] = stdout.trimEnd().split('\r\n');
    expect(head).toMatch(/^field,.*AG-TRANSPORT-CENTRE partner ROAD_SAFETY/);
    expect(lines.find((line) => line.startsWith('CheckpointPassage.plateNo,'))).toContain(
      'mask:plate.region',
    );
  });

  it('matrix prints a page', async () => {
    const { stdout } = await agreement('matrix', '--format', 'html');
    expect(stdout).toMatch(/^<!doctype html>[^]*<\/html>\n$/);
    expect(stdout).toContain('<th scope="row">CheckpointPassage.plateNo</th>');
  });

  it('sdl prints what one class of callers sees', async () => {
    const { stdout } = await agreement('sdl', '--as', 'AG-TRANSPORT-CENTRE partner ROAD_SAFETY');
    expect(stdout).toContain('type CheckpointPassage {');
    expect(stdout).not.toContain('imageUrl');
  });

  it('sdl lists the classes when it is asked for one that there is not', async () => {
    const { code, stderr } = await agreement('sdl', '--as', 'nobody');
    expect(code).toBe(1);
    expect(stderr).toMatch(/They serve:\n {2}AG-DETENTION-CENTRE partner MEDIATION\n/);
  });

  it('diff exits with 1 and says what changes', async () => {
    const path = join(folder, 'next.yaml');
    const text = await readFile(SHIPPED, 'utf8');
    await writeFile(path, text.replaceAll('plate.region', 'redact'));
    const { code, stdout } = await agreement('diff', SHIPPED, path);
    expect(code).toBe(1);
    expect(stdout).toContain('CheckpointPassage.plateNo: mask:plate.region');
    expect((await agreement('diff', SHIPPED, SHIPPED)).stdout).toBe('They say the same.\n');
  });

  it('two parties make keys and sign, and whoever has the list of keys can verify', async () => {
    const file = join(folder, 'signed.yaml');
    await copyFile(SHIPPED, file);
    const parties = ['AG-TRAFFIC-POLICE', 'AG-TRANSPORT-CENTRE'];
    const entries = await Promise.all(
      parties.map(
        async (agency) => (await agreement('key', '--agency', agency, '--out', keyOf(agency))).stdout,
      ),
    );
    const list = join(folder, 'keys.yaml');
    await writeFile(list, entries[0]! + entries[1]!.replace('keys:\n', ''));
    expect((await stat(keyOf(parties[0]!))).mode & 0o777).toBe(0o600);

    await agreement('sign', file, '--agency', parties[0]!, '--key', keyOf(parties[0]!));
    const half = await agreement('verify', file, '--keys', list);
    expect([half.code, half.stdout]).toEqual([
      1,
      expect.stringMatching(/POLICE {2}k1_\w{16} {2}valid\n.*CENTRE {2}- {2}missing\n$/),
    ]);

    await agreement('sign', file, '--agency', parties[1]!, '--key', keyOf(parties[1]!));
    const whole = await agreement('verify', file, '--keys', list);
    expect([whole.code, whole.stderr]).toEqual([0, '']);
    const signed = await readFile(file, 'utf8');
    expect(signed.startsWith((await readFile(SHIPPED, 'utf8')).slice(0, 200))).toBe(true);

    await writeFile(file, signed.replaceAll('plate.region', 'redact'));
    const changed = await agreement('verify', file, '--keys', list);
    expect([changed.code, changed.stdout]).toEqual([1, expect.stringContaining('does not fit')]);
  });

  it('key does not write over a key', async () => {
    const out = join(folder, 'once.key');
    expect((await agreement('key', '--agency', 'AG-X', '--out', out)).code).toBe(0);
    const again = await agreement('key', '--agency', 'AG-X', '--out', out);
    expect([again.code, again.stderr]).toEqual([1, expect.stringContaining('Name a new file')]);
  });

  const keyOf = (agency: string): string => join(folder, `${agency}.key`);
});
