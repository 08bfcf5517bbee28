import { openSampleWorld } from '../world/open-sample-world.ts';
import { copyAgreements } from '../world/copy-agreements.ts';
import { type AskOptions, type Asker, type Reply, type World } from '../world/open-world.ts';
import { readRecord } from '../world/read-record.ts';
import { withoutNames } from './without-names.ts';

const FILE = 'transport-centre-to-traffic-police.yaml';
// Beside the shipped gantryHex a field that inputs test: its arguments and input fields have to vanish with it.
const HIDE_DIVISION = (text: string): string =>
  text
    .replace('      - Gantry.divisionCode\n', '')
    .replace(
      'target: Gantry.gantryHex, invisible',
      'target: [Gantry.gantryHex, Gantry.divisionCode], invisible',
    );
// The guard off: the same fields are prohibited, and the caller may know of them.
const SHOW_THEM = (text: string): string =>
  HIDE_DIVISION(text).replace(', invisible: true', '').replace('deny:INVISIBLE', 'deny:PROHIBITED');

interface Probe {
  readonly as: Asker;
  readonly purpose: string;
  /** A name of the schema that is invisible to the caller. */
  readonly name: string;
  readonly query: string;
  readonly options?: AskOptions;
}

const POLICE = { as: 'analyst', purpose: 'ROAD_SAFETY', name: 'gantryHex' } as const;
const DIVISION = { as: 'analyst', purpose: 'ROAD_SAFETY', name: 'divisionCode' } as const;
const gantries = (selection: string): string => `{ gantries(first: 1) { nodes { id ${selection} } } }`;

const PROBES: Readonly<Record<string, Probe>> = {
  'a query': { ...POLICE, query: gantries('gantryHex') },
  'an alias': { ...POLICE, query: gantries('name: gantryHex') },
  'a selection below': { ...POLICE, query: gantries('gantryHex { x }') },
  'a fragment': {
    ...POLICE,
    query: `${gantries('...F')} fragment F on Gantry { gantryHex }`,
  },
  'an inline fragment': { ...POLICE, query: gantries('... on Gantry { gantryHex }') },
  'an entity of another agency': {
    ...POLICE,
    query: '{ checkpoints(first: 1) { nodes { segment { gantries { gantryHex } } } } }',
  },
  'a skipped field': { ...POLICE, query: gantries('gantryHex @skip(if: true)') },
  'two names at once': { ...POLICE, query: gantries('gantryHex absent') },
  'a name with arguments': { ...POLICE, query: gantries('gantryHex(first: 3)') },
  'an operation of several': {
    ...POLICE,
    query: `query A ${gantries('id')} query B ${gantries('gantryHex')}`,
    options: { operationName: 'A' },
  },
  'a filter': { ...DIVISION, query: '{ gantries(filter: { divisionCode: "150700" }) { nodes { id } } }' },
  'a filter by a variable': {
    ...DIVISION,
    query: 'query Q($f: GantryFilter) { gantries(filter: $f) { nodes { id } } }',
    options: { variables: { f: { divisionCode: '150700' } } },
  },
  'a filter by a variable of a wrong form': {
    ...DIVISION,
    query: 'query Q($f: GantryFilter) { gantries(filter: $f) { nodes { id } } }',
    options: { variables: { f: { divisionCode: 7 } } },
  },
  'a variable in a filter': {
    ...DIVISION,
    query: 'query Q($d: AdminDivisionCode) { gantries(filter: { divisionCode: $d }) { nodes { id } } }',
    options: { variables: { d: '150700' } },
  },
  'a field that the schema hides': {
    as: 'analyst',
    purpose: 'ROAD_SAFETY',
    name: 'subjectRef',
    query: '{ disputeWarnings(first: 1) { nodes { id subjectRef } } }',
  },
  'an explanation': {
    ...POLICE,
    query: `{ explain(operation: "${gantries('gantryHex')}") { fields { coordinate code } } }`,
  },
};

/** A name of the same length that no schema has. */
const unknownFor = (name: string): string => `${name.slice(0, -2)}Qq`;

describe('What is invisible to a caller', () => {
  let world: World;
  let open: World;
  const copies: AsyncDisposable[] = [];

  beforeAll(async () => {
    const [hidden, shown] = await Promise.all([
      copyAgreements({ [FILE]: HIDE_DIVISION }),
      copyAgreements({ [FILE]: SHOW_THEM }),
    ]);
    copies.push(hidden, shown);
    world = await openSampleWorld({ LUKOU_AGREEMENTS: hidden.folder });
    open = await openSampleWorld({ LUKOU_AGREEMENTS: shown.folder });
  }, 180_000);
  afterAll(async () => {
    await world.close();
    await open.close();
    for (const copy of copies) await copy[Symbol.asyncDispose]();
  });

  async function askBoth(where: World, { as, purpose, name, query, options }: Probe) {
    const unknown = unknownFor(name);
    const rename = (text: string): string => text.replaceAll(name, unknown);
    const renamed = JSON.parse(rename(JSON.stringify(options ?? {}))) as AskOptions;
    const hidden = await where.ask(as, query, { purpose, ...options });
    const absent = await where.ask(as, rename(query), { purpose, ...renamed });
    return { hidden: comparable(hidden, name, unknown), absent: comparable(absent, name, unknown) };
  }

  it.each(Object.entries(PROBES))(
    'F18 is refused like an unknown name, byte for byte: %s',
    async (_how, probe) => {
      const { hidden, absent } = await askBoth(world, probe);
      expect(hidden).toEqual(absent);
      expect(hidden.status).toBe(400);
    },
  );

  it.each(Object.entries(PROBES).filter(([, { name }]) => name !== 'subjectRef'))(
    'F18 would be told from an unknown name, were it merely prohibited: %s',
    async (_how, probe) => {
      const { hidden, absent } = await askBoth(open, probe);
      expect(hidden).not.toEqual(absent);
    },
  );

  it('is no member of its type in introspection, nor of its input', async () => {
    const query = `{
      type: __type(name: "Gantry") { fields { name } }
      input: __type(name: "GantryFilter") { inputFields { name } }
    }`;
    const police = await world.ask('analyst', query, { purpose: 'ROAD_SAFETY' });
    expect(police.status).toBe(200);
    expect(police.text).not.toMatch(/gantryHex|divisionCode/);
    expect(police.text).toContain('orderNum');
    const owner = await world.ask('transport', query, { purpose: 'ROAD_SAFETY' });
    expect(owner.text).toMatch(/gantryHex.*divisionCode|divisionCode.*gantryHex/);
  });

  it('is there for whoever is granted it', async () => {
    const reply = await world.ask('transport', gantries('gantryHex'), { purpose: 'ROAD_SAFETY' });
    expect(reply.body.errors).toBeUndefined();
  });

  it('is explained to auditors, as invisible', async () => {
    const query = `{
      explain(operation: "${gantries('gantryHex')}", purpose: "ROAD_SAFETY", as: { agency: "AG-TRAFFIC-POLICE", role: "analyst" }) {
        fields { coordinate code clause }
      }
    }`;
    const { body } = await world.ask('auditor', query, { purpose: 'OVERSIGHT' });
    expect(JSON.stringify(body.data)).toContain(
      '{"coordinate":"Gantry.gantryHex","code":"INVISIBLE","clause":"urn:agr:hlbe:transport-police:0002@4#x1"}',
    );
  });

  it('is in the record of who asked for it, with the clause', async () => {
    const reply = await world.ask('analyst', gantries('gantryHex'), { purpose: 'ROAD_SAFETY' });
    const { fields, result } = await readRecord(world, reply);
    expect(fields).toEqual([
      ['Gantry.gantryHex', 'deny:INVISIBLE', 'urn:agr:hlbe:transport-police:0002@4#x1'],
    ]);
    expect(result.code).toBe('OPERATION_INVALID');
  });
});

/** A reply without its receipt and request id, which differ for any two; both names written alike. */
function comparable({ status, text }: Reply, name: string, unknown: string) {
  const bytes = withoutNames(text).replaceAll(name, 'NAME').replaceAll(unknown, 'NAME');
  return { status, bytes };
}
