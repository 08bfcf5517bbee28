import { parse } from 'graphql';
import { createLocalSubgraph } from '../../src/federation/index.ts';
import type { Decision, Grant } from '../../src/agreement/index.ts';

const SDL = `
  directive @key(fields: String!) repeatable on OBJECT
  type Query { camera: Camera }
  type Camera { place: Place passages(during: String): [Passage] }
  type Place { id: ID }
  type Passage { plate: String image: String }
`;
const ROWS = {
  camera: { place: { id: 'here' }, passages: [{ plate: '蒙E12345', image: 'kakou/secret.jpg' }] },
};
const MASKED: Decision = {
  kind: 'mask',
  mask: { fn: 'redact' },
  rule: 'x#p1',
  code: 'MASKED',
  agreementUid: 'x',
};
const DENIED: Decision = { kind: 'deny', mask: null, rule: 'x#x1', code: 'PROHIBITED', agreementUid: 'x' };
const ALLOWED: Decision = { kind: 'allow', mask: null, rule: 'x#p2', code: 'GRANTED', agreementUid: 'x' };
const DECISIONS: Readonly<Record<string, Decision>> = { 'Passage.plate': MASKED, 'Passage.image': DENIED };

const grant = {
  digest: 'one',
  decide: (coordinate: string) => DECISIONS[coordinate] ?? ALLOWED,
  decideUse: (_use: string, coordinate: string) => DECISIONS[coordinate] ?? ALLOWED,
} as unknown as Grant;

function ask(operation: string, variables: Record<string, unknown> = {}) {
  const agency = createLocalSubgraph({
    name: 'police',
    document: parse(SDL),
    resolvers: { Query: { camera: () => ROWS.camera } },
    inputs: new Map([
      ['Camera.passages(during:)', [{ coordinate: 'Passage.plate', use: 'filter' as const }]],
    ]),
    openContext: () => ({ context: {}, close: () => undefined }),
    maskKeysFor: () => ({ tokenKey: () => Buffer.alloc(32) }),
    onFault: () => undefined,
  });
  return agency.execute({
    operation,
    variables,
    caller: { grant, requestId: 'r', nowMs: 0 },
    signal: new AbortController().signal,
    isMutation: false,
  });
}

describe('F16 A gateway that lies with a text of two meanings', () => {
  it('is masked and refused where it asks plainly (positive control)', async () => {
    expect((await ask('{ camera { passages { plate } } }')).data).toEqual({
      camera: { passages: [{ plate: null }] },
    });
    expect((await ask('{ camera { passages { image } } }')).errors?.[0]?.extensions).toEqual({
      code: 'SUBGRAPH_REFUSED',
    });
  });

  it.each([
    [
      'another field under the key, skipped',
      '{ camera { a: place @skip(if: true) { id } a: passages { ... on Passage { plate image } } } }',
    ],
    [
      'another field under the key, not included',
      '{ camera { a: place @include(if: false) { id } a: passages { ... on Passage { plate } } } }',
    ],
    [
      'another field under the key, by a variable',
      'query ($s: Boolean!) { camera { a: place @skip(if: $s) { id } a: passages { ... on Passage { plate } } } }',
    ],
    ['a masked field under the key of an open one', '{ camera { passages { plate: image plate } } }'],
    ['a fragment on a type that cannot be there', '{ camera { place { ... on Passage { plate } } } }'],
    [
      'a filter below a skipped twin',
      '{ camera { a: place @skip(if: true) { id } a: passages(during: "x") { __typename } } }',
    ],
    ['a field that is not there', '{ camera { passages { colour } } }'],
  ])('gets nothing: %s', async (_how, operation) => {
    const { data, errors } = await ask(operation, { s: true });
    expect(data).toBeNull();
    expect(errors?.[0]?.extensions).toEqual({ code: 'SUBGRAPH_REFUSED' });
  });
});
