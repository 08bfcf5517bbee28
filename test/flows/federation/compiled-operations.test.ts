import { makeExecutableSchema } from '@graphql-tools/schema';
import {
  execute,
  parse,
  validate,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import { compileQuery } from 'graphql-jit';
import { compileOperation } from '../../../src/federation/index.ts';
import { findDifference } from './differential/compare-answers.ts';
import { hash, MERGED_SDL, mergedResolvers } from './differential/library.ts';
import { drawOperation, HOSTILE_TEXTS, type Draw } from './differential/random-operation.ts';

const OPERATIONS = 60;

function openWorld(rate: number): GraphQLSchema {
  const resolvers = mergedResolvers({ seed: 7, rate, by: 'row' });
  return makeExecutableSchema({ typeDefs: MERGED_SDL, resolvers });
}

function drawFrom(seed: string): Draw {
  let state = hash(seed);
  return (bound) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 0x1_0000_0000) * bound);
  };
}

/** Random operations that fit the schema, with literals as hostile as their names. */
function* drawOperations(schema: GraphQLSchema, count: number) {
  const draw = drawFrom('compiled');
  for (let drawn = 0; drawn < count;) {
    const { query, variables } = drawOperation(schema, draw);
    const document = parse(query);
    if (validate(schema, document).length > 0) continue;
    drawn += 1;
    yield { query, document, variables };
  }
}

/** The code that graphql-jit writes for an operation. */
function codeOf(schema: GraphQLSchema, document: DocumentNode): string {
  const compiled = compileQuery(schema, document, '', { debug: true } as Parameters<typeof compileQuery>[3]);
  const code: unknown = Reflect.get(compiled, '__DO_NOT_USE_THIS_OR_YOU_WILL_BE_FIRED_compilation');
  if (typeof code !== 'string') throw new TypeError('graphql-jit shows no code.');
  return code;
}

/** Code without its string literals: what is left is what runs. */
function withoutLiterals(code: string): string {
  return code.replaceAll(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g, '""');
}

/** An answer with its keys sorted: graphql-jit puts what `@include` lets in behind the rest, and the gateway orders anew. */
function inOneOrder(answer: ExecutionResult): ExecutionResult {
  const data = JSON.parse(JSON.stringify(answer.data ?? null), (_key, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  ) as Record<string, unknown> | null;
  return { ...answer, data };
}

describe('operations compiled with graphql-jit', () => {
  it.each([0, 0.1, 0.3])(
    'come to the data and the empty places that graphql-js comes to, where %d of all fields fail',
    async (rate) => {
      const schema = openWorld(rate);
      let compiledCount = 0;
      for (const { query, document, variables } of drawOperations(schema, OPERATIONS)) {
        const compiled = compileOperation(schema, document);
        if (compiled === null) continue;
        compiledCount += 1;
        const expected = await execute({ schema, document, variableValues: variables });
        const actual = await compiled.query(undefined, {}, variables);
        const difference = findDifference(inOneOrder(expected), inOneOrder(actual));
        expect({ query, difference }).toEqual({ query, difference: null });
      }
      expect(compiledCount).toBeGreaterThan(OPERATIONS / 2);
    },
    120_000,
  );

  describe('where types differ in what may be null', () => {
    const schema = makeExecutableSchema({
      typeDefs: `
        type Query { things: [Thing] any: [Any] }
        interface Thing { owner: Owner }
        union Any = Lent | Owned | Fleet
        type Lent implements Thing { owner: Owner }
        type Owned implements Thing { owner: Owner! }
        type Fleet { owner: Firm }
        type Owner { name: String! }
        type Firm { name: String }
      `,
      resolvers: {
        Query: {
          things: () => [{ __typename: 'Lent', owner: {} }],
          any: () => [
            { __typename: 'Lent', owner: {} },
            { __typename: 'Fleet', owner: {} },
          ],
        },
      },
    });

    it.each([
      ['{ things { owner { name } } }', { things: [{ owner: null }] }, { things: [null] }],
      [
        '{ things { ... on Owned { owner { name } } ... on Lent { owner { name } } } }',
        { things: [{ owner: null }] },
        { things: [null] },
      ],
      [
        '{ any { ... on Fleet { owner { name } } ... on Lent { owner { name } } } }',
        { any: [{ owner: null }, { owner: { name: null } }] },
        null,
      ],
    ])('are left to graphql-js: %s', async (query, right, careless) => {
      const document = parse(query);
      expect(compileOperation(schema, document)).toBeNull();
      expect((await execute({ schema, document })).data).toEqual(right);
      if (careless === null) return;
      // What it would have done: the null of one type's rule for the other's row.
      const compiled = compileQuery(schema, document);
      expect('query' in compiled && (await compiled.query(undefined, {}, {})).data).toEqual(careless);
    });

    it.each([
      '{ things { ... on Owned { one: owner { name } } ... on Lent { other: owner { name } } } }',
      '{ any { ... on Owned { owner { name } } } }',
      '{ things { ... on Lent { owner { name } } } any { ... on Owned { owner { name } } } }',
    ])('are compiled where each has a place of its own: %s', (query) => {
      expect(compileOperation(schema, parse(query))).not.toBeNull();
    });
  });

  it('answer enums by the names of their values, whatever resolvers call them', async () => {
    const schema = makeExecutableSchema({
      typeDefs: 'type Query { shade: Shade shades: [Shade!] } enum Shade { DARK LIGHT }',
      resolvers: {
        Shade: { DARK: 1, LIGHT: 2 },
        Query: { shade: () => 2, shades: () => [1, 2] },
      },
    });
    const document = parse('{ shade shades }');
    const { data } = await compileOperation(schema, document)!.query(undefined, {}, {});
    expect(data).toEqual({ shade: 'LIGHT', shades: ['DARK', 'LIGHT'] });
  });

  it('hold no text of a document as code: literals stay inside string literals', () => {
    const schema = openWorld(0);
    for (const { query, document } of drawOperations(schema, OPERATIONS)) {
      if (compileOperation(schema, document) === null) continue;
      const code = codeOf(schema, document);
      expect({ query, leaks: /planted|路口/.test(withoutLiterals(code)) }).toEqual({ query, leaks: false });
    }
  });

  it.each(HOSTILE_TEXTS)('run nothing of the literal %j', async (text) => {
    const schema = openWorld(0);
    const document = parse(`{
      notes(filter: { to: 1, inner: { tags: [[${JSON.stringify(text)}]] } }, tags: [${JSON.stringify(text)}]) { constructor: text valueOf: text }
      named(match: { name: ${JSON.stringify(text)}, not: { name: ${JSON.stringify(text)} } }) { __typename }
    }`);
    expect(validate(schema, document)).toEqual([]);
    const expected = await execute({ schema, document });
    const { data } = await compileOperation(schema, document)!.query(undefined, {}, {});
    expect(JSON.stringify(data)).toBe(JSON.stringify(expected.data));
    expect(Reflect.has(globalThis, 'planted')).toBe(false);
  });

  it('the check for leaks sees a leak', () => {
    expect(withoutLiterals('f("a \\" planted"); g(planted)')).toContain('planted');
    expect(withoutLiterals('f("a \\" planted")')).not.toContain('planted');
  });
});
