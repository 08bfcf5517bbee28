import {
  getNamedType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';

/** Draws whole numbers from 0 up to, and not including, the bound. */
export type Draw = (bound: number) => number;

const JANUARY = '{ from: "2026-01-01T00:00:00+08:00", to: "2026-02-01T00:00:00+08:00" }';
const MORNING = '{ from: "2026-01-10T08:00:00+08:00", to: "2026-01-10T08:30:00+08:00" }';
/** Values of the small sample, hidden ones among them. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  AdminDivisionCode: ['"150700"', '"150724"', '"150430"'],
  Boolean: ['true', 'false'],
  DateTime: ['"2026-01-13T00:00:00+08:00"', '"2026-01-10T08:15:00+08:00"'],
  Float: ['5', '50'],
  ID: ['"c1"', '"c3"', '"a0"', '"s1"', '"s2"', '"g1"', '"m1"', '"e1"', '"d1"', '"none"'],
  Int: ['1', '2', '7'],
  MonthRange: ['{ from: "2025-12", to: "2026-01" }', '{ from: "2026-01", to: "2026-01" }'],
  PlateNo: ['"蒙E12345"', '"蒙E87654"'],
  RoadCode: ['"G10"'],
  StakeMark: ['"K5+000"'],
  String: ['"1303"', '"secret"'],
  TimeRange: [JANUARY, MORNING],
};
const MAX_DEPTH = 5;
/** The log is of the two worlds' own requests and signed with their own keys, and each loaded its agreements when it began. */
const OF_ONE_WORLD: ReadonlySet<string> = new Set([
  'explain',
  'disclosureRecord',
  'disclosureRecords',
  'logs',
  'loadedAt',
]);
const BY_KIND: Readonly<Record<string, string>> = {
  checkpoint: 'c1',
  gantry: 'g1',
  roadSegment: 's1',
  roadEvent: 'e1',
  mediationCase: 'm1',
};

/** A random question over a schema, mostly about rows that the small sample has. */
export function drawQuestion(schema: GraphQLSchema, draw: Draw): string {
  return drawSelection(schema.getQueryType()!, 0) ?? '{ __typename }';

  function drawSelection(type: GraphQLObjectType, depth: number): string | null {
    const fields = Object.values(type.getFields()).filter(({ name }) => !OF_ONE_WORLD.has(name));
    const parts = Array.from({ length: 1 + draw(depth === 0 ? 2 : 4) }, (_, at) =>
      drawField(fields[draw(fields.length)]!, depth, `a${at}`),
    ).filter((part) => part !== null);
    return parts.length === 0 ? null : `{ ${parts.join(' ')} }`;
  }

  function drawField(field: GraphQLField<unknown, unknown>, depth: number, alias: string): string | null {
    const type = getNamedType(field.type);
    const below = isObjectType(type) ? (depth < MAX_DEPTH ? drawSelection(type, depth + 1) : null) : '';
    if (below === null) return null;
    const args = field.args.flatMap((argument) => {
      const isNeeded = isNonNullType(argument.type) && argument.defaultValue === undefined;
      if (argument.name === 'after' || (!isNeeded && draw(3) > 0)) return [];
      const known = argument.name === 'id' && draw(3) > 0 ? BY_KIND[field.name] : undefined;
      return [`${argument.name}: ${known === undefined ? drawValue(argument.type) : JSON.stringify(known)}`];
    });
    return `${alias}: ${field.name}${args.length === 0 ? '' : `(${args.join(', ')})`} ${below}`;
  }

  function drawValue(type: GraphQLInputType): string {
    if (isNonNullType(type)) return drawValue(type.ofType);
    if (isListType(type)) return `[${drawValue(type.ofType)}]`;
    const known = VALUES[type.name];
    if (known !== undefined) return known[draw(known.length)]!;
    if (isEnumType(type)) return type.getValues()[draw(type.getValues().length)]!.name;
    if (!isInputObjectType(type)) throw new Error(`No value is known for ${type.name}: add one here.`);
    const fields = Object.values(type.getFields());
    const chosen = fields.filter(({ type: inner }) => isNonNullType(inner) || draw(fields.length) === 0);
    return `{ ${chosen.map((each) => `${each.name}: ${drawValue(each.type)}`).join(', ')} }`;
  }
}
