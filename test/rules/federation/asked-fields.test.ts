import { buildSchema, parse } from 'graphql';
import { listAskedFields } from '../../../src/federation/index.ts';

const schema = buildSchema(`
  interface Place { id: ID! name: String near: [Place] }
  type Road implements Place { id: ID! name: String near: [Place] length: Int }
  type Gate implements Place { id: ID! name: String near: [Place] road: Road }
  union Found = Road | Gate
  type Query { road(id: ID): Road place: Place found: [Found!] }
  type Mutation { open(id: ID): Gate }
`);

function asked(text: string): object {
  const fields = listAskedFields(schema, parse(text));
  return Object.fromEntries([...fields].map(([type, ofType]) => [type, [...ofType].toSorted()]));
}

it('names a field and not the key that it is answered under', () => {
  expect(asked('{ here: road { length: name other: id __typename } }')).toEqual({
    Query: ['road'],
    Road: ['id', 'name'],
  });
});

it('puts the fields of one type together, wherever it stands', () => {
  expect(asked('{ road { id } found { ... on Gate { road { length } } } }')).toEqual({
    Query: ['found', 'road'],
    Road: ['id', 'length'],
    Gate: ['road'],
  });
});

it('counts a field of an interface for every type that implements it', () => {
  expect(asked('{ place { name ... on Gate { id } } }')).toEqual({
    Query: ['place'],
    Road: ['name'],
    Gate: ['id', 'name'],
  });
});

it('counts what a fragment asks for, spread or not, and where it may not apply', () => {
  expect(
    asked(`
      query { found { ...Named ... @include(if: false) { ... on Road { length } } } }
      fragment Named on Place { name near { ...Longer } }
      fragment Longer on Road { id @skip(if: true) }
    `),
  ).toEqual({ Query: ['found'], Road: ['id', 'length', 'name', 'near'], Gate: ['name', 'near'] });
});

it('counts what is asked for of the answer of a mutation', () => {
  expect(asked('mutation { open { road { name } } }')).toEqual({
    Mutation: ['open'],
    Gate: ['road'],
    Road: ['name'],
  });
});

it('has nothing to say of what is asked of the schema itself', () => {
  expect(asked('{ __typename __schema { types { name } } }')).toEqual({});
});
