import { parse } from 'graphql';
import { checkDocument, DEFAULT_LIMITS } from '../../../src/federation/index.ts';
import { expectRefused } from './expect-refused.ts';
import { federate } from './federate.ts';
import { ROAD_AGENCIES } from './road-agencies.ts';

const check = (query: string, limits = DEFAULT_LIMITS) => checkDocument(parse(query), limits);

describe('limits on documents, checked before anything walks them', () => {
  it('refuses a kilobyte of fragments that expand to a million fields', () => {
    const bomb = Array.from(
      { length: 20 },
      (_, n) => `fragment F${n} on Query { ...F${n + 1} ...F${n + 1} }`,
    );
    const query = `{ ...F0 } ${bomb.join(' ')} fragment F20 on Query { divisions { code } }`;
    expectRefused(() => check(query), 'LIMIT_FRAGMENTS', /1000 fragments/);
    expectRefused(() => check(query, { ...DEFAULT_LIMITS, maxFragments: 10_000_000 }), 'LIMIT_FIELDS');
  });

  it('measures a chain of ten thousand reused spreads in the time that its text takes', () => {
    const chain = Array.from(
      { length: 22 },
      (_, n) => `fragment F${n} on Query { ${`...F${n + 1} `.repeat(400)} }`,
    );
    const startedMs = performance.now();
    expectRefused(() => check(`{ ...F0 } ${chain.join(' ')} fragment F22 on Query { a }`), 'LIMIT_FRAGMENTS');
    expect(performance.now() - startedMs).toBeLessThan(1_000);
  });

  it('refuses twenty thousand aliases of __typename', () => {
    const aliases = Array.from({ length: 20_000 }, (_, n) => `a${n}: __typename`);
    expectRefused(() => check(`{ ${aliases.join(' ')} }`), 'LIMIT_ALIASES', /1000 aliases/);
  });

  it('refuses fragments that spread themselves, or each other', () => {
    expectRefused(() => check('{ ...F } fragment F on Query { ...F }'), 'OPERATION_INVALID', /itself/);
    const mutual = '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }';
    expectRefused(() => check(mutual), 'OPERATION_INVALID', /itself/);
  });

  it('refuses depth, whether written out or hidden in a fragment that was measured higher up', () => {
    const nested = (levels: number) => 'a { '.repeat(levels) + 'b' + ' }'.repeat(levels);
    const limits = { ...DEFAULT_LIMITS, maxDepth: 10 };
    expect(() => checkDocument(parse(`{ ${nested(9)} }`), limits)).not.toThrow();
    expectRefused(() => checkDocument(parse(`{ ${nested(10)} }`), limits), 'LIMIT_DEPTH', /10 levels/);
    const hidden = `{ ...F ${'a { '.repeat(5)} ...F ${' }'.repeat(5)} } fragment F on Query { ${nested(5)} }`;
    expectRefused(() => checkDocument(parse(hidden), limits), 'LIMIT_DEPTH', /10 levels/);
  });

  it('takes a thousand fields, and not one more', () => {
    const fields = (count: number) =>
      `{ a { ${Array.from({ length: count }, (_, n) => `f${n}`).join(' ')} } }`;
    expect(() => check(fields(999))).not.toThrow();
    expectRefused(() => check(fields(1_000)), 'LIMIT_FIELDS');
  });

  it.each(['__proto__', 'constructor', 'prototype'])('refuses %s as an alias or a variable', (name) => {
    expectRefused(() => check(`{ ${name}: divisions { code } }`), 'OPERATION_INVALID', new RegExp(name));
    expectRefused(
      () => check(`query ($${name}: Int!) { segments(first: $${name}) { id } }`),
      'OPERATION_INVALID',
    );
    const inFragment = `{ ...F } fragment F on Query { divisions { ${name}: code } }`;
    expectRefused(() => check(inFragment), 'OPERATION_INVALID');
  });
});

describe('limits on variables', () => {
  const { plan } = federate(ROAD_AGENCIES);
  const query = 'query ($filter: SegmentFilter) { segments(filter: $filter) { id } }';

  it('refuses fifty thousand levels without following them', () => {
    let deep: unknown = 'x';
    for (let level = 0; level < 50_000; level++) deep = { division: deep };
    expectRefused(() => plan(query, { filter: deep }), 'LIMIT_VARIABLE_DEPTH', /nest/);
  });

  it.each(['__proto__', 'constructor', 'prototype'])('refuses the key %s at any depth', (name) => {
    const variables = JSON.parse(`{"filter": {"division": {"a": [{"${name}": 1}]}}}`) as Record<
      string,
      unknown
    >;
    expectRefused(() => plan(query, variables), 'OPERATION_INVALID', new RegExp(name));
  });

  it('names the place that does not fit, and never the value', () => {
    expectRefused(
      () => plan(query, { filter: { division: ['secret 4711'] } }),
      'OPERATION_INVALID',
      /^(?!.*4711).*\$filter\.division does not fit SegmentFilter\./,
    );
    expectRefused(
      () => plan('query ($id: ID!) { segment(id: $id) { id } }', {}),
      'OPERATION_INVALID',
      /\$id/,
    );
  });
});
