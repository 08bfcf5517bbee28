import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';

/** An operation and the variables that go with it. */
export interface RandomOperation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Draws whole numbers from 0 up to, and not including, the bound. */
export type Draw = (bound: number) => number;

/** Names that break gateways whose own names can meet the client's. */
const ALIASES = [
  'id',
  'name',
  '__typename',
  '_entities',
  'representations',
  '_a0',
  '_a1',
  '_v0',
  '_e0',
  'toString',
  'valueOf',
  'hasOwnProperty',
  'key',
  'title',
  'org',
  'x',
  'y',
  'z',
  '_internal_qp_alias_0',
] as const;
/** Texts that break code which is put together from texts. */
export const HOSTILE_TEXTS = [
  't',
  'quote " and \\ back',
  "'; globalThis.planted = 1; '",
  '"); globalThis.planted = 1; ("',
  '\\"); globalThis.planted = 1; //',
  '${globalThis.planted = 1}`',
  '*/ globalThis.planted = 1 /*',
  'line\nbreak\u2028and\u2029more',
  '路口',
] as const;
const MAX_DEPTH = 5;

/** A random operation over the schema. It may break rules of validation: draw again then. */
export function drawOperation(schema: GraphQLSchema, draw: Draw): RandomOperation {
  const fragments: string[] = [];
  const definitions: string[] = [];
  const variables: Record<string, unknown> = {};
  const root = schema.getQueryType()!;
  const selection = drawSelection(root, 0);
  const head = definitions.length === 0 ? 'query' : `query (${definitions.join(', ')})`;
  return { query: [`${head} ${selection}`, ...fragments].join('\n'), variables };

  function drawSelection(type: GraphQLCompositeType, depth: number): string {
    const count = 1 + draw(depth === 0 ? 3 : 4);
    const parts = Array.from({ length: count }, () => drawPart(type, depth));
    return `{ ${parts.join(' ')} }`;
  }

  function drawPart(type: GraphQLCompositeType, depth: number): string {
    const kind = draw(10);
    if (kind === 0) return `${drawAlias()}__typename`;
    const abstract = isAbstractType(type);
    if (depth <= MAX_DEPTH && ((kind < 6 && abstract) || kind === 1)) return drawFragment(type, depth);
    if (!('getFields' in type)) return '__typename';
    const fields = Object.values(type.getFields()).filter(
      (field) => depth < MAX_DEPTH || !isCompositeType(getNamedType(field.type)),
    );
    const field = fields[draw(fields.length)];
    return field === undefined ? '__typename' : drawField(field, depth);
  }

  function drawField(field: GraphQLField<unknown, unknown>, depth: number): string {
    const args = field.args.flatMap((argument) => {
      const required = isNonNullType(argument.type) && argument.defaultValue === undefined;
      if (!required && draw(3) === 0) return [];
      return [`${argument.name}: ${drawArgument(argument.type, argument.defaultValue !== undefined)}`];
    });
    const type = getNamedType(field.type);
    const below = isCompositeType(type) ? ` ${drawSelection(type, depth + 1)}` : '';
    return `${drawAlias()}${field.name}${args.length === 0 ? '' : `(${args.join(', ')})`}${drawDirective()}${below}`;
  }

  function drawFragment(type: GraphQLCompositeType, depth: number): string {
    const candidates = isObjectType(type)
      ? [type, ...type.getInterfaces()]
      : [type, ...schema.getPossibleTypes(type), ...abstractTypesOver(type)];
    const condition = candidates[draw(candidates.length)]!;
    const body = drawSelection(condition, depth + 1);
    if (draw(3) > 0) return `... on ${condition.name}${drawDirective()} ${body}`;
    const name = `F${fragments.length}`;
    fragments.push(`fragment ${name} on ${condition.name} ${body}`);
    return `...${name}${drawDirective()}`;
  }

  function abstractTypesOver(type: GraphQLCompositeType): GraphQLCompositeType[] {
    const members = isAbstractType(type) ? schema.getPossibleTypes(type) : [];
    return Object.values(schema.getTypeMap()).filter(
      (other): other is GraphQLCompositeType & { readonly name: string } =>
        isAbstractType(other) && other !== type && members.some((member) => schema.isSubType(other, member)),
    );
  }

  function drawAlias(): string {
    return draw(3) === 0 ? `${ALIASES[draw(ALIASES.length)]!}: ` : '';
  }

  function drawDirective(): string {
    if (draw(8) > 0) return '';
    const name = draw(2) === 0 ? 'skip' : 'include';
    if (draw(2) === 0) return ` @${name}(if: ${draw(2) === 0})`;
    return ` @${name}(if: ${declare('Boolean!', draw(2) === 0)})`;
  }

  function drawArgument(type: GraphQLInputType, mayBeAbsent: boolean): string {
    if (draw(3) > 0) return drawLiteral(type, 0);
    if (mayBeAbsent && draw(3) === 0) return declare(String(type).replace(/!$/, ''), undefined);
    return declare(String(type), drawValue(type, 0));
  }

  function declare(type: string, value: unknown): string {
    const name = `v${definitions.length}`;
    definitions.push(`$${name}: ${type}`);
    if (value !== undefined) variables[name] = value;
    return `$${name}`;
  }

  function drawLiteral(type: GraphQLInputType, depth: number): string {
    return printLiteral(drawValue(type, depth), type);
  }

  function drawValue(type: GraphQLInputType, depth: number): unknown {
    if (!isNonNullType(type)) return draw(6) === 0 ? null : drawPresent(type, depth);
    return drawPresent(type.ofType, depth);
  }

  function drawPresent(type: GraphQLInputType, depth: number): unknown {
    if (isListType(type)) return Array.from({ length: draw(3) }, () => drawValue(type.ofType, depth));
    if (isEnumType(type)) return type.getValues()[draw(type.getValues().length)]!.name;
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter(
        (field) => isNonNullType(field.type) || (draw(2) === 0 && depth < 2),
      );
      return Object.fromEntries(fields.map((field) => [field.name, drawValue(field.type, depth + 1)]));
    }
    if (String(type) === 'Int') return draw(4);
    if (String(type) === 'ID') return String(draw(7));
    return HOSTILE_TEXTS[draw(HOSTILE_TEXTS.length)];
  }
}

function printLiteral(value: unknown, type: GraphQLInputType): string {
  const inner = isNonNullType(type) ? type.ofType : type;
  if (value === null) return 'null';
  if (Array.isArray(value) && isListType(inner)) {
    return `[${value.map((item) => printLiteral(item, inner.ofType)).join(', ')}]`;
  }
  if (isEnumType(inner)) return value as string;
  if (isInputObjectType(inner)) {
    const fields = inner.getFields();
    const parts = Object.entries(value as object).map(
      ([name, item]) => `${name}: ${printLiteral(item, fields[name]!.type)}`,
    );
    return `{${parts.join(', ')}}`;
  }
  return JSON.stringify(value);
}
