import { Kind, parse } from 'graphql';
import type { TestAgency } from '../federate.ts';

/**
 * A small world that three agencies share and that one schema could hold as well. Every value follows from a row's
 * type and id, so both ways of asking must come to the same answer; so must both ways of failing.
 */
export interface Faults {
  readonly seed: number;
  /** Share of what fails, from 0 to 1. */
  readonly rate: number;
  /** Whether fields fail for some rows, or some fields for every row. */
  readonly by: 'row' | 'field';
}

interface Row {
  readonly __typename: string;
  readonly id: string;
}

type Arguments = Readonly<Record<string, unknown>>;
type Resolve = (row: Row, args: Arguments) => unknown;

/** The schema that a single server would have. */
export const MERGED_SDL = `
  type Query {
    users(first: Int! = 3): [User!]!
    user(id: ID!): User
    feed: [Item]
    medias: [Media!]
    one(kind: Kind = BOOK): Media
    shared: [User]
    top: [Media]
    notes(filter: NoteFilter, tags: [String!] = ["t"]): [Note!]
    named(match: Match): [Named]
  }
  enum Kind { BOOK FILM }
  input NoteFilter { from: Int = 0, to: Int!, kinds: [Kind!], inner: InnerFilter }
  input InnerFilter { low: Int! = 1, tags: [[String]] }
  input Match { not: Match, name: String = "n" }
  interface Named { name: String }
  interface Media { id: ID! title: String score(w: Int! = 1): Float reviews: [Review!] owner: User }
  type Book implements Media {
    id: ID! title: String score(w: Int! = 1): Float reviews: [Review!] owner: User
    pages: Int! sequel: Book author: User!
  }
  type Film implements Media {
    id: ID! title: String score(w: Int! = 1): Float reviews: [Review!] owner: User!
    minutes: Int cast: [User!]! similar: [[Media]]
  }
  union Item = Book | Film | User | Note
  type User implements Named {
    id: ID! name: String! org: Org! friends: [User!] favourite: Item
    karma(w: Int = 2): Int! best: User
    email: String phone: String! notes: [Note!]
  }
  type Org { id: ID! boss: User size: Int city: String! grade: Int }
  type Note implements Named { name: String text: String! by: User! about: [Item!] org: Org }
  type Review { body: String! stars: Int by: User! media: Media }
`;

const AGENCY_SDL = {
  a: `
    type Query {
      users(first: Int! = 3): [User!]!
      user(id: ID!): User
      feed: [Item]
      medias: [Media!]
      one(kind: Kind = BOOK): Media
      shared: [User] @shareable
    }
    enum Kind { BOOK FILM }
    interface Media @key(fields: "id") { id: ID! title: String owner: User }
    type Book implements Media @key(fields: "id") {
      id: ID! title: String owner: User pages: Int! sequel: Book author: User!
    }
    type Film implements Media @key(fields: "id") {
      id: ID! title: String owner: User! minutes: Int cast: [User!]! similar: [[Media]]
    }
    union Item = Book | Film | User
    type User @key(fields: "id") @key(fields: "org { id } name") {
      id: ID! name: String! @shareable org: Org! @shareable friends: [User!] @shareable favourite: Item
    }
    type Org @key(fields: "id") { id: ID! boss: User }
  `,
  b: `
    type Query { shared: [User] @shareable top: [Media] }
    type Media @interfaceObject @key(fields: "id") { id: ID! score(w: Int! = 1): Float reviews: [Review!] }
    type User @key(fields: "id") { id: ID! friends: [User!] @shareable karma(w: Int = 2): Int! best: User }
    type Org @key(fields: "id") { id: ID! size: Int }
    type Review { body: String! stars: Int by: User! media: Media }
  `,
  c: `
    type Query { notes(filter: NoteFilter, tags: [String!] = ["t"]): [Note!] named(match: Match): [Named] }
    enum Kind { BOOK FILM }
    input NoteFilter { from: Int = 0, to: Int!, kinds: [Kind!], inner: InnerFilter }
  input InnerFilter { low: Int! = 1, tags: [[String]] }
  input Match { not: Match, name: String = "n" }
    interface Named { name: String }
    type User implements Named @key(fields: "org { id } name") @key(fields: "id") {
      id: ID! org: Org! @shareable name: String! @shareable email: String phone: String! notes: [Note!]
    }
    type Org @key(fields: "id") {
      id: ID! city: String! size: Int @external grade: Int @requires(fields: "size")
    }
    union Item = User | Note | Book
    type Book @key(fields: "id") { id: ID! }
    type Note implements Named { name: String text: String! by: User! about: [Item!] org: Org }
  `,
} as const;

export type AgencyName = keyof typeof AGENCY_SDL;

const row = (typeName: string, id: number | string): Row => ({ __typename: typeName, id: String(id) });
const user = (id: number): Row => row('User', (id % 5) + 1);
const media = (id: number): Row => (id % 2 === 0 ? row('Film', id % 6) : row('Book', id % 6));
const range = (length: number): number[] => [...Array(length).keys()];
const few = (id: string, salt: number): number => hash(`${id}/${salt}`) % 4;

/** Every field of the world but ids: the same function answers for the agency and for the single server. */
const FIELDS: Readonly<Record<string, Resolve>> = {
  'Query.users': (_, { first }) => range(Number(first)).map(user),
  'Query.user': (_, { id }) => (Number(id) >= 1 && Number(id) <= 5 ? row('User', String(id)) : null),
  'Query.feed': () => [media(1), user(1), null, media(2), user(2), media(3)],
  'Query.medias': () => range(4).map(media),
  'Query.one': (_, { kind }) => (kind === 'FILM' ? media(2) : kind === null ? null : media(3)),
  'Query.shared': () => [user(0), null, user(3)],
  'Query.top': () => [media(4), media(1), null, media(0)],
  'Query.notes': (_, { filter, tags }) =>
    range(1 + (hash(canonical([filter, tags])) % 3)).map((id) => row('Note', id)),
  'Query.named': (_, { match }) => [user(4), row('Note', hash(canonical(match)) % 4), null],
  'Media.title': ({ id }) => (id === '3' ? null : `title ${id}`),
  'Media.score': ({ id }, { w }) => Number(id) * Number(w) + 0.5,
  'Media.reviews': ({ id }) => range(few(id, 1)).map((n) => row('Review', `${id}.${n}`)),
  'Media.owner': ({ id }) => user(Number(id)),
  'Book.pages': ({ id }) => Number(id) * 100,
  'Book.sequel': ({ id }) => (id === '5' ? null : row('Book', ((Number(id) + 2) % 6) | 1)),
  'Book.author': ({ id }) => user(Number(id) + 1),
  'Film.minutes': ({ id }) => (id === '0' ? null : Number(id) * 30),
  'Film.cast': ({ id }) => range(few(id, 2)).map((n) => user(n + Number(id))),
  'Film.similar': ({ id }) => [
    [media(Number(id) + 1), null],
    null,
    [media(Number(id) + 3), media(Number(id) + 2)],
  ],
  'User.name': ({ id }) => `user ${id}`,
  'User.org': ({ id }) => row('Org', Number(id) % 2),
  'User.friends': ({ id }) => range(few(id, 3)).map((n) => user(n + Number(id))),
  'User.favourite': ({ id }) => (id === '4' ? null : id === '2' ? user(3) : media(Number(id))),
  'User.karma': ({ id }, { w }) => Number(id) * Number(w ?? 7),
  'User.best': ({ id }) => (id === '1' ? null : user(Number(id) + 2)),
  'User.email': ({ id }) => (id === '3' ? null : `u${id}@example.test`),
  'User.phone': ({ id }) => `555-${id}`,
  'User.notes': ({ id }) => range(few(id, 4)).map((n) => row('Note', n + Number(id))),
  'Org.boss': ({ id }) => (id === '0' ? null : user(2)),
  'Org.size': ({ id }) => sizeOf(id),
  'Org.grade': ({ id }) => sizeOf(id) * 10,
  'Org.city': ({ id }) => `city ${id}`,
  'Note.name': ({ id }) => `note ${id}`,
  'Note.text': ({ id }) => `text of ${id}`,
  'Note.by': ({ id }) => user(Number(id)),
  'Note.about': ({ id }) =>
    [user(Number(id) + 1), row('Note', Number(id) + 1), row('Book', 1)].slice(0, few(id, 5)),
  'Note.org': ({ id }) => (id === '1' ? null : row('Org', Number(id) % 2)),
  'Review.body': ({ id }) => `review ${id}`,
  'Review.stars': ({ id }) => few(id, 6),
  'Review.by': ({ id }) => user(hash(id) % 5),
  'Review.media': ({ id }) => media(hash(id) % 6),
};

/** What keys and requirements are made of never fails: what follows from that is each gateway's own choice. */
const NEVER_FAILS: ReadonlySet<string> = new Set(['User.name', 'User.org', 'Org.size']);

const sizeOf = (id: string): number => Number(id) + 40;

/** Three agencies that share the world in one given way. */
export function libraryAgencies(faults: Faults): Readonly<Record<AgencyName, TestAgency>> {
  return {
    a: openAgency(AGENCY_SDL.a, faults),
    b: openAgency(AGENCY_SDL.b, faults),
    c: openAgency(AGENCY_SDL.c, faults),
  };
}

/** An agency that answers the fields of its schema as the world has them. */
export function openAgency(sdl: string, faults: Faults): TestAgency {
  const resolvers = resolversFor(sdl, faults);
  for (const typeName of ['User', 'Org', 'Book', 'Film']) {
    const ofType = resolvers[typeName];
    if (ofType !== undefined)
      ofType['__resolveReference'] = (reference: Reference) => findRow(typeName, reference);
  }
  if (/(interface|type) Media /.test(sdl)) {
    resolvers['Media'] = {
      ...resolvers['Media'],
      __resolveReference: ({ id }: Reference): Row => media(Number(id)),
    };
  }
  if (sdl.includes('@requires')) {
    resolvers['Org'] = {
      ...resolvers['Org'],
      __resolveReference: (reference: Reference) => ({
        ...findRow('Org', reference),
        size: reference['size'],
      }),
      grade: (source: Row & { readonly size: number }, args: Arguments) =>
        answer(
          'Org.grade',
          ({ id }) => (source.size === sizeOf(id) ? source.size * 10 : -1),
          source,
          args,
          faults,
        ),
    };
  }
  return { sdl, resolvers };
}

/** Resolvers for the single server. */
export function mergedResolvers(faults: Faults): Resolvers {
  return resolversFor(MERGED_SDL, faults);
}

type Reference = Readonly<Record<string, unknown>>;
/** By type and field. */
export type Resolvers = Record<string, Record<string, unknown>>;

function findRow(typeName: string, reference: Reference): Row | null {
  if (typeof reference['id'] === 'string') return row(typeName, reference['id']);
  const name = reference['name'];
  return typeof name === 'string' ? row(typeName, name.replace('user ', '')) : null;
}

/** A resolver for every field of the world that the schema has; fields of Media serve what implements it too. */
function resolversFor(sdl: string, faults: Faults): Resolvers {
  const resolvers: Resolvers = {};
  for (const definition of parse(sdl).definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
    const typeName = definition.name.value;
    const ofType: Record<string, unknown> = (resolvers[typeName] = {});
    for (const { name } of definition.fields ?? []) {
      const own = `${typeName}.${name.value}`;
      const coordinate = own in FIELDS ? own : `Media.${name.value}`;
      const resolve = FIELDS[coordinate];
      if (resolve === undefined) continue;
      ofType[name.value] = (source: Row | undefined, args: Arguments) =>
        answer(coordinate, resolve, source ?? row('Query', 'root'), args, faults);
    }
  }
  return resolvers;
}

function answer(coordinate: string, resolve: Resolve, source: Row, args: Arguments, faults: Faults): unknown {
  if (NEVER_FAILS.has(coordinate)) return resolve(source, args);
  const place = faults.by === 'field' ? coordinate : `${coordinate} ${source.id} ${canonical(args)}`;
  const draw = hash(`${faults.seed} ${place}`);
  if (draw / 0x1_0000_0000 >= faults.rate) return resolve(source, args);
  if (draw % 3 === 0) return null;
  throw new Error(`planted secret in ${coordinate}`);
}

/** Text of a value that does not depend on the order of keys. */
function canonical(value: unknown): string {
  return JSON.stringify(value ?? null, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** FNV-1a: small, and the same on every machine. */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return (value ^ (value >>> 15)) >>> 0;
}
