import {
  getNamedType,
  getNullableType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';

/** One way to put a value into an operation: an argument, a field of its filter, or a value of its order. */
export interface InputUse {
  /** As the catalogue names it: "Type.field(arg:)", "Input.field" or "Enum.VALUE". */
  readonly position: string;
  /** Field of Query that it is reached by, and the path below it. */
  readonly rootField: string;
  readonly coordinate: string;
  /** Ways to write an operation with the value in it. */
  readonly operations: readonly { readonly query: string; readonly variables: Record<string, unknown> }[];
}

/** Types that can be had by id alone, so that their own fields' arguments can be reached. */
const BY_ID: Readonly<Record<string, string>> = {
  adminDivision: 'code: "150702"',
  roadSegment: 'id: "G10-001"',
  gantry: 'id: "G0010150010101"',
  roadEvent: 'id: "EV-CL-0001"',
  checkpoint: 'id: "CP-001"',
  mediationCase: 'id: "MC-000001"',
};

/** Every position of the schema that a client may supply a value at, each with operations that do so. */
export function listInputs(schema: GraphQLSchema): InputUse[] {
  const query = schema.getQueryType()!;
  const fromRoot = Object.values(query.getFields()).flatMap((field) =>
    usesOf('Query', field, field.name, wrapRoot),
  );
  const below = Object.entries(BY_ID).flatMap(([rootField, key]) => {
    const type = getNamedType(query.getFields()[rootField]!.type);
    if (!isObjectType(type)) return [];
    return Object.values(type.getFields()).flatMap((field) =>
      usesOf(type.name, field, rootField, (inner) => `${rootField}(${key}) { ${inner} }`),
    );
  });
  return [...fromRoot, ...below];
}

const wrapRoot = (inner: string): string => inner;

function usesOf(
  typeName: string,
  field: GraphQLField<unknown, unknown>,
  rootField: string,
  wrap: (inner: string) => string,
): InputUse[] {
  const coordinate = `${typeName}.${field.name}`;
  const required = field.args.filter(
    ({ type, defaultValue }) => isNonNullType(type) && defaultValue === undefined,
  );
  return field.args.flatMap((argument) =>
    valuesOf(argument).map(({ position, value }) => {
      const others = required
        .filter((each) => each !== argument)
        .map((each) => written(each, sample(each.type)));
      const select = isCompositeType(getNamedType(field.type)) ? ' { __typename }' : '';
      const asked = (given: string): string =>
        wrap(`${field.name}(${[...others, `${argument.name}: ${given}`].join(', ')})${select}`);
      return {
        position: position ?? `${coordinate}(${argument.name}:)`,
        rootField,
        coordinate,
        operations: disguise(asked, argument, value),
      };
    }),
  );
}

/** One value as literal, as variable, as a variable's default, under an alias, and in fragments. */
function disguise(
  asked: (given: string) => string,
  { type }: GraphQLArgument,
  value: unknown,
): InputUse['operations'] {
  const literal = literalOf(value);
  return [
    { query: `{ ${asked(literal)} }`, variables: {} },
    { query: `query ($v: ${String(type)}) { ${asked('$v')} }`, variables: { v: plain(value) } },
    { query: `query ($v: ${String(getNullableType(type))} = ${literal}) { ${asked('$v')} }`, variables: {} },
    { query: `{ other: ${asked(literal)} }`, variables: {} },
    {
      query: `{ ... on Query { ...Hidden } } fragment Hidden on Query { ${asked(literal)} }`,
      variables: {},
    },
  ];
}

/** Each value that is a use of its own: every field of a filter, every value of an order, else one sample. */
function valuesOf(argument: GraphQLArgument): { position: string | null; value: unknown }[] {
  const type = getNullableType(argument.type);
  if (isEnumType(type)) {
    return type
      .getValues()
      .map(({ name }) => ({ position: `${type.name}.${name}`, value: new EnumValue(name) }));
  }
  if (!isInputObjectType(type) || type.name === 'TimeRange') return [{ position: null, value: sample(type) }];
  return Object.values(type.getFields()).map((each) => ({
    position: `${type.name}.${each.name}`,
    value: { [each.name]: sample(each.type) },
  }));
}

class EnumValue {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

const SAMPLES: Readonly<Record<string, unknown>> = {
  AdminDivisionCode: '150702',
  Boolean: true,
  DateTime: '2026-02-01T00:00:00+08:00',
  Float: 5,
  ID: 'G10-001',
  Int: 6,
  PlateNo: '蒙E12345',
  RoadCode: 'G10',
  StakeMark: 'K1330+000',
  String: 'x',
};

const FEBRUARY = { from: '2026-02-01T00:00:00+08:00', to: '2026-03-01T00:00:00+08:00' };

function sample(type: GraphQLInputType): unknown {
  const inner = getNullableType(type);
  if (isListType(inner)) return [sample(inner.ofType)];
  if (isEnumType(inner)) return new EnumValue(inner.getValues()[0]!.name);
  if (String(inner) === 'TimeRange') return FEBRUARY;
  if (isInputObjectType(inner)) {
    return Object.fromEntries(
      Object.values(inner.getFields()).map((field) => [field.name, sample(field.type)]),
    );
  }
  const value = SAMPLES[String(inner)];
  if (value === undefined) throw new Error(`No sample value for ${String(inner)}: add one here.`);
  return value;
}

function written(argument: GraphQLArgument, value: unknown): string {
  return `${argument.name}: ${literalOf(value)}`;
}

function literalOf(value: unknown): string {
  if (value instanceof EnumValue) return value.name;
  if (Array.isArray(value)) return `[${value.map(literalOf).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    return `{ ${Object.entries(value)
      .map(([name, inner]) => `${name}: ${literalOf(inner)}`)
      .join(', ')} }`;
  }
  return JSON.stringify(value);
}

function plain(value: unknown): unknown {
  if (value instanceof EnumValue) return value.name;
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, plain(inner)]));
}
