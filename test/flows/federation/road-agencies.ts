import type { TestAgency } from './federate.ts';

interface Segment {
  readonly id: string;
  readonly name: string;
  readonly divisionCode: string;
}

const SEGMENTS: readonly Segment[] = [
  { id: 's1', name: 'G10 east', divisionCode: '150700' },
  { id: 's2', name: 'G10 west', divisionCode: '150700' },
  { id: 's3', name: 'S201', divisionCode: '150724' },
];

const PASSAGES: Readonly<Record<string, readonly string[]>> = {
  s1: ['蒙E12345', '蒙E00001'],
  s2: [],
  s3: ['黑A6F888'],
};

/** Two agencies that meet in road segments and divisions: the traffic centre and the police. */
export const ROAD_AGENCIES: Readonly<Record<'traffic' | 'police', TestAgency>> = {
  traffic: {
    sdl: `
      type Query {
        segment(id: ID!): Segment
        segments(first: Int! = 2, filter: SegmentFilter): [Segment!]
        divisions: [Division!]!
      }
      input SegmentFilter { division: String, order: SegmentOrder = NAME }
      enum SegmentOrder { NAME LENGTH }
      type Segment @key(fields: "id") { id: ID! name: String lengthKm: Float division: Division }
      type Division @key(fields: "code") { code: ID! name: String }
    `,
    resolvers: {
      Query: {
        segment: (_root: unknown, { id }: { id: string }) => findSegment(id),
        segments: (_root: unknown, { first }: { first: number }) => SEGMENTS.slice(0, first),
        divisions: () => [{ code: '150700' }, { code: '150724' }],
      },
      Segment: {
        __resolveReference: ({ id }: { id: string }) => findSegment(id),
        lengthKm: ({ id }: Segment) => Number(id.slice(1)) + 0.5,
        division: ({ divisionCode }: Segment) => ({ code: divisionCode }),
      },
      Division: { name: ({ code }: { code: string }) => `division ${code}` },
    },
  },
  police: {
    sdl: `
      type Query { passage(plate: String!): Passage }
      type Segment @key(fields: "id") { id: ID! passages(first: Int! = 20): [Passage!] passageCount: Int! }
      type Division @key(fields: "code") { code: ID! station: Station }
      type Station { name: String! segment: Segment }
      type Passage { plateNo: String segment: Segment }
    `,
    resolvers: {
      Query: { passage: (_root: unknown, { plate }: { plate: string }) => findPassage(plate) },
      Segment: {
        passages: ({ id }: Segment, { first }: { first: number }) =>
          (PASSAGES[id] ?? []).slice(0, first).map((plateNo) => ({ plateNo, segment: { id } })),
        passageCount: ({ id }: Segment) => PASSAGES[id]?.length,
      },
      Division: {
        station: ({ code }: { code: string }) => ({ name: `station ${code}`, segment: { id: 's1' } }),
      },
    },
  },
};

function findSegment(id: string): Segment | null {
  return SEGMENTS.find((segment) => segment.id === id) ?? null;
}

function findPassage(plate: string): object | null {
  const found = Object.entries(PASSAGES).find(([, plates]) => plates.includes(plate));
  return found === undefined ? null : { plateNo: plate, segment: { id: found[0] } };
}
