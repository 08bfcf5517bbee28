import { federate } from './federate.ts';

const SDL = `
  type Query { sites: [Site] signs: [Sign] parts: [Part] all: [Any] }
  interface Site { id: ID! name: String near: [Site] }
  type Gantry implements Site { id: ID! name: String near: [Site] lanes: Int }
  type Camera implements Site { id: ID! name: String near: [Site] }
  interface Sign { text: String size: Int }
  type Warning implements Sign { text: String! size: Int }
  type Notice implements Sign { text: String size: Int }
  interface Part { id: ID! }
  type Post implements Part { id: ID! }
  type Secret implements Part @inaccessible { id: ID! }
  union Any = Gantry | Notice
`;

const SITES = [
  { __typename: 'Gantry', id: 'g1', name: 'north', near: [{ __typename: 'Camera', id: 'c1', name: null }] },
  { __typename: 'Camera', id: 'c2', name: null, near: null },
];

/** The agency answers the same to everybody; what counts as a row is up to the test. */
function open(isRow: (typeName: string) => boolean = () => true) {
  return federate({ sites: { sdl: SDL, resolvers: { Query: { sites: () => SITES } } } }, { isRow });
}

describe('the type of a value', () => {
  it.each([
    ['fields that every type has alike', '{ sites { id near { name } } }', false],
    ['a fragment for all', '{ sites { ... on Site { id } } }', false],
    ['a fragment for some', '{ sites { id ... on Gantry { lanes } } }', true],
    ['__typename', '{ sites { __typename } }', true],
    ['__typename within', '{ sites { near { kind: __typename } } }', true],
    ['a field that may be null in some types', '{ signs { size text } }', true],
    ['other fields of those types', '{ signs { size } }', false],
    ['fields of types that are hidden', '{ parts { id } }', true],
    ['a union', '{ all { ... on Gantry { id } ... on Notice { size } } }', true],
  ])('is asked for where the answer depends on it: %s', (_name, query, isAsked) => {
    expect(open().plan(query).normalised.text?.includes('__typename')).toBe(isAsked);
  });

  it('is asked for where some of the types are rows and others are not', async () => {
    const { plan, ask } = open((typeName) => typeName === 'Camera');
    expect(plan('{ sites { id near { name } } }').normalised.text).toContain('__typename');
    expect((await ask('{ sites { id near { name } } }')).rows).toBe(2);
  });

  it('is not needed to answer and to count rows', async () => {
    const { data, errors, rows } = await open().ask('{ sites { id near { name } name } }');
    expect(errors).toEqual([]);
    expect(data).toEqual({
      sites: [
        { id: 'g1', near: [{ name: null }], name: 'north' },
        { id: 'c2', near: null, name: null },
      ],
    });
    expect(rows).toBe(3);
    expect((await open(() => false).ask('{ sites { id near { name } name } }')).rows).toBe(0);
  });
});
