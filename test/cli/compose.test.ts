import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { LukouError } from '../../src/base/index.ts';
import { buildComposeCommand } from '../../src/cli/index.ts';
import { openComposeDesk } from '../../src/wiring/index.ts';

const SUPERGRAPH = `subgraphs:
  - { name: traffic, local: true, schema: traffic.graphql }
  - { name: checkpoint, url: 'https://police.example/graphql' }
  - { name: mediation, local: true }
  - { name: oversight, local: true }
  - { name: weather, url: 'https://weather.example/graphql', foreign: true, schema: weather.graphql }
`;

const WEATHER = `
  extend schema @owner(agency: "AG-WEATHER")
    @link(url: "https://specs.apollo.dev/federation/v2.5", import: ["@key"])
  directive @sensitivity(level: Sensitivity!) on FIELD_DEFINITION
  enum Sensitivity { PUBLIC INTERNAL RESTRICTED SENSITIVE }
  type Query { "Warnings in force." weatherWarnings: [WeatherWarning!] @sensitivity(level: PUBLIC) }
  "A warning." type WeatherWarning @key(fields: "id") {
    "Id." id: ID! @sensitivity(level: PUBLIC)
    "Its colour." colour: String @sensitivity(level: PUBLIC)
  }
`;

describe('lukou compose', () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lukou-compose-'));
    file = join(folder, 'supergraph.yaml');
    await writeFile(file, SUPERGRAPH);
    await writeFile(join(folder, 'weather.graphql'), WEATHER);
    await cp('schema/traffic.graphql', join(folder, 'traffic.graphql'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  /** Runs the command as `lukou` does: an error that it throws is said on standard error, with status 1. */
  async function compose(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
    const [stdout, stderr] = [new PassThrough(), new PassThrough()];
    const command = buildComposeCommand(
      openComposeDesk(() => undefined),
      { stdout, stderr },
    );
    await command.parseAsync(args, { from: 'user' }).catch((error: unknown) => {
      if (!(error instanceof LukouError)) throw error;
      stderr.write(error.message);
      process.exitCode = 1;
    });
    const code = Number(process.exitCode ?? 0);
    process.exitCode = 0;
    return { code, stdout: readAll(stdout), stderr: readAll(stderr) };
  }
  const readAll = (stream: PassThrough): string => (stream.read() as Buffer | null)?.toString('utf8') ?? '';
  const composeListed = (...args: string[]) => compose('--supergraph', file, ...args);
  async function edit(name: string, find: string | RegExp, replacement: string): Promise<void> {
    const text = await readFile(join(folder, name), 'utf8');
    expect(text).toMatch(find);
    await writeFile(join(folder, name), text.replace(find, replacement));
  }

  it('prints the supergraph of the four that come with Lukou, and nothing else', async () => {
    const { stdout, stderr } = await compose();
    expect(stdout).toContain('TRAFFIC @join__graph(name: "traffic"');
    expect(stdout).not.toMatch(/classified|@sensitivity/);
    expect(stderr).toBe('');
  });

  it('joins what a file lists, agencies elsewhere and foreign ones too, and writes it to a file', async () => {
    const out = join(folder, 'out.graphql');
    const { stdout, stderr } = await composeListed('--out', out);
    expect(stdout).toBe('');
    expect(stderr).toContain('traffic, checkpoint, mediation, oversight, weather');
    expect(await readFile(out, 'utf8')).toContain('type WeatherWarning');
  });

  it('prints what clients see, with who decides about it', async () => {
    const { stdout } = await composeListed('--public');
    expect(stdout).toContain(
      'weatherWarnings: [WeatherWarning!] @owner(agency: "AG-WEATHER") @sensitivity(level: PUBLIC)',
    );
    expect(stdout).not.toMatch(/join__|RowOperand/);
  });

  it('names every problem with its subgraph, file, place and what to do, without colour, and ends with status 1', async () => {
    await edit('weather.graphql', 'colour: String', 'colour: String!');
    await edit('traffic.graphql', 'aadt: Int @sensitivity(level: PUBLIC)', 'aadt: Int');
    const { code, stdout, stderr } = await composeListed();
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(
      /^traffic {2}\S*traffic\.graphql\n {2}RoadSegment\.aadt\n {4}\S.*\(every-field-is-rated\)\n/,
    );
    expect(stderr).toMatch(/weather {2}\S*weather\.graphql\n {2}WeatherWarning\.colour\n {4}remove the "!"/);
    expect(stderr).toMatch(/2 problems: nothing was composed/);
    // eslint-disable-next-line no-control-regex -- colour would show as an escape.
    expect(stderr).not.toMatch(/\u001b/);
  });

  it.each([
    [
      'type WeatherWarning',
      'type WeatherWarning @rowScoped(by: [SPATIAL])',
      'WeatherWarning',
      'remove @rowScoped',
    ],
    [
      'weatherWarnings: [WeatherWarning!]',
      'weatherWarnings: [WeatherWarning!] @orderedBy(field: "WeatherWarning.id", bucketed: true)',
      'Query.weatherWarnings',
      'remove "bucketed: true"',
    ],
  ])('takes no promise about the rows of a foreign agency: %s', async (find, replacement, place, todo) => {
    await edit('weather.graphql', find, replacement);
    const refused = await composeListed('--json');
    expect(refused.code).toBe(1);
    expect((JSON.parse(refused.stdout) as { problems: object[] }).problems).toEqual([
      expect.objectContaining({
        subgraph: 'weather',
        place,
        rule: 'foreign-rows-are-not-promised',
        message: expect.stringContaining(todo),
      }),
    ]);
    // The agency's own process can keep such a promise.
    await edit('supergraph.yaml', 'foreign: true, ', '');
    expect(await composeListed('--json')).toMatchObject({ code: 0 });
  });

  it.each([
    ['weather.graphql', '"Its colour."', '"机密★10年 Its colour."', 'weather', 'WeatherWarning.colour'],
    [
      'traffic.graphql',
      'aadt: Int @',
      'aadt: Int @deprecated(reason: "绝密★") @',
      'traffic',
      'RoadSegment.aadt',
    ],
  ])('composes nothing where a secrecy mark stands in %s', async (name, find, marked, subgraph, place) => {
    await edit(name, find, marked);
    const { code, stdout, stderr } = await composeListed();
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/a secrecy mark stands here.*\(no-secrecy-marks\)/);
    // Where it stands, and never what it says.
    expect(stderr).not.toMatch(/★/);
    const { problems } = JSON.parse((await composeListed('--json')).stdout) as { problems: object[] };
    expect(problems).toEqual([expect.objectContaining({ subgraph, place, rule: 'no-secrecy-marks' })]);
    await edit(name, marked, find);
    expect(await composeListed('--json')).toMatchObject({ code: 0 });
  });

  it('says as one JSON document what keeps schemas from joining', async () => {
    await edit(
      'weather.graphql',
      'type Query {',
      'type Query { "A." roadSegment(id: ID!): WeatherWarning @sensitivity(level: PUBLIC) ',
    );
    const failed = await composeListed('--json');
    expect(failed).toMatchObject({ code: 1 });
    const { problems } = JSON.parse(failed.stdout) as { problems: { rule: string; message: string }[] };
    expect(problems).toContainEqual(
      expect.objectContaining({ rule: expect.any(String), place: 'Query.roadSegment' }),
    );
  });

  it.each([
    [
      'supergraph.yaml',
      'local: true, schema',
      'locall: true, schema',
      /supergraph\.yaml:2:\d+: "locall" is no key here/,
    ],
    [
      'supergraph.yaml',
      'schema: weather.graphql',
      'schema: wether.graphql',
      /wether\.graphql cannot be read/,
    ],
    ['supergraph.yaml', 'name: weather, url', 'local: true, name: weather #', /supergraph\.yaml/],
    ['weather.graphql', 'type Query {', 'type Query {{', /weather\.graphql:\d+:\d+: Syntax Error/],
  ])('says where %s is wrong: %j -> %j', async (name, find, replacement, message) => {
    await edit(name, find, replacement);
    expect(await composeListed()).toMatchObject({ code: 1, stderr: expect.stringMatching(message) });
  });

  describe('--check', () => {
    it('finds nothing where nothing changed, and ends well', async () => {
      const old = join(folder, 'old.graphql');
      await composeListed('--public', '--out', old);
      expect(await composeListed('--check', old)).toEqual({
        code: 0,
        stdout: 'Nothing changes for partners.\n',
        stderr: '',
      });
    });

    it('groups what changes for partners, and ends with status 1 where something breaks', async () => {
      const old = join(folder, 'old.graphql');
      await composeListed('--public', '--out', old);
      await edit('weather.graphql', '"AG-WEATHER"', '"AG-SKY"');
      await edit(
        'weather.graphql',
        'colour: String @sensitivity(level: PUBLIC)',
        'colour: String @sensitivity(level: INTERNAL)',
      );
      await edit('weather.graphql', '"Id."', '"Place." place: String @sensitivity(level: PUBLIC) "Id."');
      const failed = await composeListed('--check', old);
      expect(failed).toMatchObject({ code: 1 });
      expect(failed.stdout).toMatch(
        /^Breaking: [^]*WeatherWarning\.colour belongs to AG-SKY now[^]*Dangerous: [^]*WeatherWarning\.colour is INTERNAL now[^]*Safe\n {2}WeatherWarning\.place is new\.\n/,
      );
    });

    it('compares with an older supergraph as well, says what that leaves out, and ends well without a break', async () => {
      const old = join(folder, 'old.graphql');
      await composeListed('--out', old);
      await edit('weather.graphql', '"Id."', '"Place." place: String @sensitivity(level: PUBLIC) "Id."');
      const { stdout } = await composeListed('--check', old);
      expect(stdout).toMatch(
        /^Safe\n {2}WeatherWarning\.place is new\.\n\nOwners, sensitivities .* were not compared/,
      );
      const json = JSON.parse((await composeListed('--check', old, '--json')).stdout) as object;
      expect(json).toEqual({
        changes: [expect.objectContaining({ weight: 'safe', coordinate: 'WeatherWarning.place' })],
        factsCompared: false,
      });
    });

    it('says where the older file is none', async () => {
      expect(await compose('--check', 'README.md')).toMatchObject({
        code: 1,
        stderr: expect.stringMatching(/README\.md: It is neither a schema nor a supergraph/),
      });
    });
  });
});
