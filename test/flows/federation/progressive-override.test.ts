import { federate, type TestAgency, type TestOptions } from './federate.ts';

/** The field moves from the old agency to the new one as far as the label says. */
function moving(label: string): Readonly<Record<'old' | 'new', TestAgency>> {
  return {
    old: {
      sdl: `
        type Query { road(at: Int): Road }
        type Road @key(fields: "id") { id: ID! name: String }
      `,
      resolvers: { Road: { name: () => 'old' }, Query: { road: () => ({ id: '1' }) } },
    },
    new: {
      sdl: `type Road @key(fields: "id") { id: ID! name: String @override(from: "old", label: "${label}") }`,
      resolvers: { Road: { name: () => 'new' } },
    },
  };
}

async function readName(label: string, options: TestOptions = {}): Promise<unknown> {
  const { ask } = federate(moving(label), options);
  const { data } = await ask('{ road { name } }');
  return (data as { road: { name: string } }).road.name;
}

describe('a progressive override', () => {
  it.each([
    ['percent(0)', 'old'],
    ['percent(100)', 'new'],
    ['trial', 'old'],
  ])('of %s leaves the field with the %s agency', async (label, agency) => {
    expect(await readName(label)).toBe(agency);
  });

  it('holds where its label is switched on, and no other label', async () => {
    expect(await readName('trial', { overrideLabels: ['trial'] })).toBe('new');
    expect(await readName('trial', { overrideLabels: ['other'] })).toBe('old');
  });

  it('sends about its share of operations to the new agency, and one operation always to the same', async () => {
    const served = async (): Promise<readonly boolean[]> => {
      const { ask } = federate(moving('percent(30)'));
      const operations = Array.from({ length: 200 }, (_, at) => `{ ${listFields(at)} }`);
      return Promise.all(
        operations.map(async (text) => JSON.stringify((await ask(text)).data).includes('"new"')),
      );
    };
    const first = await served();
    const share = first.filter(Boolean).length / first.length;
    expect(share).toBeGreaterThan(0.2);
    expect(share).toBeLessThan(0.4);
    expect(await served()).toEqual(first);
  });
});

/** Operations of different form, by the bits of a number. */
function listFields(bits: number): string {
  return Array.from(
    { length: 8 },
    (_, place) => `r${place}: road(at: ${place}) { ${(bits >> place) % 2 === 1 ? 'id name' : 'name'} }`,
  ).join(' ');
}
