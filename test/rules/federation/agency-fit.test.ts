import * as fc from 'fast-check';
import {
  buildSchema,
  OverlappingFieldsCanBeMergedRule,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
} from 'graphql';
import { createLocalSubgraph } from '../../../src/federation/index.ts';
import { grantBut } from '../../flows/federation/open-grant.ts';

const SDL = `
  type Query { car(plate: String!, kind: Kind, first: Int = 20): Car cars(kinds: [Kind!], where: Where, on: Day): [Car!] any: [Any!] }
  type Mutation { paint(id: ID!): Car }
  type Car implements Named { id: ID! name: String maker(year: Int!): Maker seen(first: Int): [Seen!] }
  type Maker implements Named { id: ID! name(short: Boolean): String cars: [Car!] }
  type Seen { at: Day car: Car any: Any }
  interface Named { name: String }
  union Any = Maker | Seen
  enum Kind { NEW OLD }
  input Where { name: String not: Where }
  scalar Day
`;
const schema = buildSchema(SDL);
const RULES = specifiedRules.filter((rule) => rule !== OverlappingFieldsCanBeMergedRule);

const WRITTEN = [
  'query ($p: String!, $k: Kind, $y: Int!) { a: car(plate: $p, kind: $k) { id b: maker(year: $y) { name(short: true) } } }',
  'query ($w: Where, $k: [Kind!]) { cars(where: $w, kinds: $k) { __typename seen(first: 2) { at car { id } } ... on Named { name } } }',
  'query ($d: Day) { cars(on: $d) { maker(year: 3) { cars { name } } } any { ... on Maker { id } ... on Seen { any { __typename } } } }',
  '{ car(plate: "x", kind: NEW, first: 1) { ... on Car { id } ... { name } } }',
  'mutation ($i: ID!) { paint(id: $i) { id name } }',
  '{ cars(where: { name: "x" }, kinds: [OLD]) { ...F } } fragment F on Car { id @include(if: true) }',
] as const;
const WORDS =
  'car cars any id name maker seen at paint Car Maker Seen Named Any Kind Where Day Int String! $p $k $y $w $d $i NEW 1 null true ' +
  'plate first year short where query mutation __typename __schema F';

const UNFIT = [
  '{ car { id } }',
  '{ car(plate: "x", plate: "y") { id } }',
  '{ car(plate: "x", colour: "red") { id } }',
  '{ car(plate: 1) { id } }',
  '{ car(plate: null) { id } }',
  '{ car(plate: "x", kind: RED) { id } }',
  '{ car(plate: "x") }',
  '{ cars { id { name } } }',
  '{ cars { ... on Maker { id } } }',
  '{ cars { ... on Kind { id } } }',
  '{ any { id } }',
  '{ cars { __typename(x: 1) } }',
  '{ cars(on: { day: $p }) { id } }',
  '{ cars(on: [$p]) { id } }',
  '{ cars(on: { day: 1, day: 2 }) { id } }',
  'query ($p: String) { car(plate: $p) { id } }',
  'query ($p: String!, $p: String!) { car(plate: $p) { id } }',
  'query ($p: Car) { car(plate: $p) { id } }',
  'query ($p: String!, $k: Kind) { car(plate: $p) { id } }',
  '{ car(plate: $p) { id } }',
];

/** One of the texts, with a few of its words left out, said twice, or changed for others. */
const operations = fc
  .tuple(
    fc.constantFrom(...WRITTEN),
    fc.array(
      fc.record({
        at: fc.nat(),
        how: fc.constantFrom('drop', 'twice', 'other', 'other', 'other', 'other'),
        word: fc.constantFrom(...WORDS.split(' ')),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  )
  .map(([text, changes]) => {
    const words = text.match(/\$?\w+!?|\.\.\.|"\w*"|[^\s\w]/g)!;
    for (const { at, how, word } of changes) {
      const place = at % words.length;
      if (how === 'drop') words.splice(place, 1);
      else if (how === 'twice') words.splice(place, 0, words[place]!);
      else if (/\w/.test(words[place]!)) words[place] = word;
    }
    return words.join(' ');
  });

describe('An agency that is asked what a plan asks', () => {
  const subgraph = createLocalSubgraph({
    name: 'police',
    document: parse(SDL),
    resolvers: { Any: { __resolveType: () => 'Maker' }, Named: { __resolveType: () => 'Car' } },
    inputs: new Map(),
    openContext: () => ({ context: {}, close: () => undefined }),
    maskKeysFor: () => ({ tokenKey: () => Buffer.alloc(32, 1) }),
    onFault: () => undefined,
  });
  const isRefused = async (operation: string): Promise<boolean> => {
    const caller = { grant: grantBut(), requestId: 'r', nowMs: 0 };
    const signal = AbortSignal.timeout(10_000);
    const { errors = [] } = await subgraph.execute({
      operation,
      variables: {},
      caller,
      signal,
      isMutation: false,
    });
    return errors.some(({ extensions }) => extensions?.['code'] === 'SUBGRAPH_REFUSED');
  };

  it('answers what fits its schema', async () => {
    for (const text of WRITTEN) {
      expect(validate(schema, parse(text), RULES)).toEqual([]);
      expect(await isRefused(text)).toBe(false);
    }
  });

  it.each(UNFIT)('refuses what does not fit: %s', async (text) => {
    expect(validate(schema, parse(text), RULES)).not.toEqual([]);
    expect(await isRefused(text)).toBe(true);
  });

  it('refuses what does not fit by any rule of graphql-js, and nothing else', async () => {
    const counts = { fit: 0, unfit: 0 };
    await fc.assert(
      fc.asyncProperty(operations, async (text) => {
        const document = parsed(text);
        if (document === null) return;
        const isUnfit = validate(schema, document, RULES).length > 0;
        counts[isUnfit ? 'unfit' : 'fit'] += 1;
        expect({ text, isRefused: await isRefused(text) }).toEqual({ text, isRefused: isUnfit });
      }),
      { numRuns: 1_000, seed: 20_260_301 },
    );
    expect(counts.fit).toBeGreaterThan(150);
    expect(counts.unfit).toBeGreaterThan(150);
  });
});

function parsed(text: string): DocumentNode | null {
  try {
    return parse(text, { noLocation: true });
  } catch {
    // No operation, and so none of these.
    return null;
  }
}
