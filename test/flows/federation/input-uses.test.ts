import { federate } from './federate.ts';
import { grantBut } from './open-grant.ts';
import { ROAD_AGENCIES } from './road-agencies.ts';

const { plan } = federate(ROAD_AGENCIES);

/** Positions used by an operation that is planned and asked with the same variables. */
function usesOf(query: string, variables: Readonly<Record<string, unknown>> = {}): readonly string[] {
  return plan(query, variables).inputUses(variables);
}

describe('inputs that a client uses', () => {
  it('are arguments, fields of input objects and enum values, written out or in variables', () => {
    const expected = [
      'Query.segments(filter:)',
      'Query.segments(first:)',
      'SegmentFilter.division',
      'SegmentFilter.order',
      'SegmentOrder.LENGTH',
    ];
    expect(usesOf('{ segments(first: 1, filter: {division: "1", order: LENGTH}) { id } }')).toEqual(expected);
    const query = 'query ($n: Int!, $f: SegmentFilter) { segments(first: $n, filter: $f) { id } }';
    expect(usesOf(query, { n: 1, f: { division: '1', order: 'LENGTH' } })).toEqual(expected);
    const mixed =
      'query ($d: String, $o: SegmentOrder = LENGTH) { segments(first: 1, filter: {division: $d, order: $o}) { id } }';
    expect(usesOf(mixed, { d: '1' })).toEqual(expected);
  });

  it('are not what the schema fills in, nor variables that are left out', () => {
    expect(usesOf('{ segments { id } }')).toEqual([]);
    expect(usesOf('query ($f: SegmentFilter) { segments(filter: $f) { id } }')).toEqual([]);
    expect(usesOf('query ($f: SegmentFilter) { segments(filter: $f) { id } }', { f: {} })).toEqual([
      'Query.segments(filter:)',
    ]);
  });

  it('are counted where the value is null, which may filter too', () => {
    expect(usesOf('{ segments(filter: {division: null}) { id } }')).toEqual([
      'Query.segments(filter:)',
      'SegmentFilter.division',
    ]);
    expect(usesOf('query ($f: SegmentFilter) { segments(filter: $f) { id } }', { f: null })).toEqual([
      'Query.segments(filter:)',
    ]);
  });

  it('are found in nested fields and fragments, but not on denied or skipped fields, which are never asked', () => {
    const query = `
      { segment(id: "s1") { ...F two: passages(first: 2) @skip(if: true) { plateNo } } }
      fragment F on Segment { passages(first: 1) { plateNo } }
    `;
    expect(usesOf(query)).toEqual(['Query.segment(id:)', 'Segment.passages(first:)']);
    const denied = plan(query, {}, grantBut({ 'Segment.passages': 'deny' }));
    expect(denied.inputUses({})).toEqual(['Query.segment(id:)']);
  });
});
