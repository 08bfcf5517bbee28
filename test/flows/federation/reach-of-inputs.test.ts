import fc from 'fast-check';
import { astFromValue, buildSchema, type GraphQLInputType, type ValueNode } from 'graphql';
import { collectInputUses, reachOfInputs } from '../../../src/federation/document/input-uses.ts';

const schema = buildSchema(`
  enum Order { LENGTH NAME }
  input Range { from: Int to: Int order: Order }
  input Filter { division: String order: Order ranges: [Range!] and: [Filter!] not: Filter }
  type Query { segments(filter: Filter, orders: [Order!], first: Int): Int }
`);
const { segments } = schema.getQueryType()!.getFields();
const [filter, orders, first] = segments!.args.map(({ type }) => type);

const order = fc.constantFrom('LENGTH', 'NAME', null);
const range = fc.record({ from: fc.integer(), to: fc.integer(), order }, { requiredKeys: [] });
const { anyFilter } = fc.letrec((tie) => ({
  anyFilter: fc.record(
    {
      division: fc.option(fc.string()),
      order,
      ranges: fc.array(range, { maxLength: 2 }),
      and: fc.array(tie('anyFilter'), { maxLength: 2 }),
      not: fc.option(tie('anyFilter'), { depthSize: 'small' }),
    },
    { requiredKeys: [] },
  ),
}));

const POSITION = 'Query.segments(x:)';

function input(type: GraphQLInputType | undefined, node: ValueNode) {
  return { positions: [POSITION], type: type!, node };
}

describe('what inputs could be used for', () => {
  it('holds whatever values use, written out or in a variable', () => {
    const given = fc.oneof(
      anyFilter.map((value) => ({ type: filter, value })),
      fc.array(fc.constantFrom('LENGTH', 'NAME'), { maxLength: 3 }).map((value) => ({ type: orders, value })),
      fc.option(fc.integer({ min: 0, max: 100 })).map((value) => ({ type: first, value })),
    );
    fc.assert(
      fc.property(given, fc.boolean(), ({ type, value }, isWritten) => {
        const node: ValueNode = isWritten
          ? astFromValue(value, type!)!
          : ({ kind: 'Variable', name: { kind: 'Name', value: 'v' } } as ValueNode);
        const inputs = [input(type, node)];
        const reach = reachOfInputs(inputs);
        const variables = { values: { v: value }, defaults: new Map() };
        expect(collectInputUses(inputs, variables).filter((position) => !reach.has(position))).toEqual([]);
      }),
    );
  });

  it('is every field and value of the types that can be given, however they refer to one another', () => {
    const node = { kind: 'NullValue' } as ValueNode;
    expect([...reachOfInputs([input(filter, node)])].toSorted()).toEqual([
      'Filter.and',
      'Filter.division',
      'Filter.not',
      'Filter.order',
      'Filter.ranges',
      'Order.LENGTH',
      'Order.NAME',
      POSITION,
      'Range.from',
      'Range.order',
      'Range.to',
    ]);
    expect([...reachOfInputs([input(first, node)])]).toEqual([POSITION]);
  });
});
