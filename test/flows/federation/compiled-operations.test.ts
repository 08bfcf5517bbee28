import { makeExecutableSchema } from '@graphql-tools/schema';
import { execute, parse, validate, type DocumentNode, type GraphQLSchema } from 'graphql';
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
        expect({ query, difference: findDifference(expected, actual) }).toEqual({ query, difference: null });
      }
      expect(compiledCount).toBeGreaterThan(OPERATIONS / 2);
    },
    120_000,
  );

  it('are left to graphql-js where the types of an interface differ in what may be null', async () => {
    const schema = makeExecutableSchema({
      typeDefs: `
        type Query { things: [Thing] }
        interface Thing { owner: Owner }
        type Lent implements Thing { owner: Owner }
        type Owned implements Thing { owner: Owner! }
        type Owner { name: String! }
      `,
      resolvers: { Query: { things: () => [{ __typename: 'Lent', owner: {} }] } },
    });
    const document = parse('{ things { owner { name } } }');
    expect(compileOperation(schema, document)).toBeNull();
    // What it would have done: the null of one type's rule for the other's row.
    const careless = compileQuery(schema, document);
    const { data } = await execute({ schema, document });
    expect(data).toEqual({ things: [{ owner: null }] });
    expect('query' in careless && (await careless.query(undefined, {}, {})).data).toEqual({ things: [null] });
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
