import {
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import { LukouError } from '../../base/index.ts';
import { bareObject } from '../execute/bare-object.ts';
import { leafCheckFor } from '../execute/check-leaf.ts';
import type { Path } from '../execute/fault-ledger.ts';
import { ArrivalReading } from './arrival-reading.ts';
import { OperationFields, selectionsBelow } from './operation-fields.ts';

/** An answer of which every value is of the schema's type at its place. */
export interface Arrival {
  readonly data: unknown;
  /** Where a value was not; it is null now. The first ones only. */
  readonly misfits: readonly Path[];
}

/** Cuts an agency's answer to the shape of the operation; the variables are those that were sent. */
export type ArrivalCheck = (data: unknown, variables: Readonly<Record<string, unknown>>) => Arrival;

type Fit = (value: unknown, reading: ArrivalReading) => unknown;
type ExpectType = (reading: ArrivalReading) => string | null;

/**
 * Compiles the shape that an agency's answer must have. What fits is copied, under the keys that were asked for and
 * no others; what does not fit becomes null. So every value that is left is of one coordinate of the operation: lists
 * are nested as the schema says, objects say which type they are, and entities are of the type that was asked about.
 *
 * The operation must ask for `__typename` in every selection whose type is abstract.
 */
export function compileArrivalCheck(schema: GraphQLSchema, document: DocumentNode): ArrivalCheck {
  const fields = new OperationFields(schema, document);
  const compiled = new Map<string, Fit>();
  const { operation, root } = fields;
  if (operation === null || root === null)
    throw new LukouError(
      'INTERNAL',
      'An agency was to be asked something that is no operation of its schema.',
    );
  const fitRoot = compileSelection(root, [operation.selectionSet], null);
  return (data, variables) => {
    const reading = new ArrivalReading(variables);
    return { data: fitRoot(data, reading), misfits: reading.misfits };
  };

  function compileSelection(
    type: GraphQLCompositeType,
    sets: readonly SelectionSetNode[],
    expectType: ExpectType | null,
  ): Fit {
    const key = fields.keyOf(type, sets);
    const known = expectType === null ? compiled.get(key) : undefined;
    if (known !== undefined) return known;
    const shapes = new Map(fields.possibleTypes(type).map((each) => [each.name, compileObject(each, sets)]));
    const fit: Fit = (value, reading) => {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return reading.reject();
      const said = ownValue(value, '__typename');
      const typeName = said === undefined && isObjectType(type) ? type.name : said;
      const shape = typeof typeName === 'string' ? shapes.get(typeName) : undefined;
      if (shape === undefined) return reading.reject();
      if (expectType !== null && !isExpected(typeName as string, expectType(reading)))
        return reading.reject();
      return shape(value, reading);
    };
    if (expectType === null) compiled.set(key, fit);
    return fit;
  }

  function isExpected(typeName: string, expected: string | null): boolean {
    const type = expected === null ? undefined : schema.getType(expected);
    if (!isCompositeType(type)) return false;
    return fields.possibleTypes(type).some(({ name }) => name === typeName);
  }

  function compileObject(type: GraphQLObjectType, sets: readonly SelectionSetNode[]): Fit {
    const places = [...fields.fieldsOf(type, sets)].map(([key, nodes]) => ({
      key,
      fit: compileField(type, key, nodes),
    }));
    return (value, reading) => {
      const copy = bareObject();
      for (const { key, fit } of places) {
        const inner = ownValue(value as object, key);
        if (inner !== undefined)
          copy[key] = reading.at(key, () => (inner === null ? null : fit(inner, reading)));
      }
      return copy;
    };
  }

  function compileField(type: GraphQLObjectType, key: string, nodes: readonly FieldNode[]): Fit {
    const name = nodes[0]!.name.value;
    // Masks look up the type of an object under this key: nothing else may stand there.
    if (key === '__typename' && name !== '__typename')
      throw new LukouError('INTERNAL', 'An agency was to be asked for something else as __typename.');
    if (name === '__typename')
      return (value, reading) => (value === type.name ? type.name : reading.reject());
    const field = type.getFields()[name];
    if (field === undefined)
      throw new LukouError(
        'INTERNAL',
        `An agency was to be asked for ${type.name}.${name}, which it has not.`,
      );
    const expectType = type === root && name === '_entities' ? compileExpectation(nodes[0]!) : null;
    return compileType(field.type, nodes, expectType);
  }

  function compileType(
    type: GraphQLOutputType,
    nodes: readonly FieldNode[],
    expectType: ExpectType | null,
  ): Fit {
    if (isNonNullType(type)) return compileType(type.ofType, nodes, expectType);
    if (isListType(type)) {
      const fitItem = compileType(type.ofType, nodes, expectType);
      return (value, reading) => (Array.isArray(value) ? fitList(value, fitItem, reading) : reading.reject());
    }
    if (isCompositeType(type)) return compileSelection(type, selectionsBelow(nodes), expectType);
    const check = leafCheckFor(type);
    return (value, reading) => {
      const checked = check(value);
      return checked === undefined ? reading.reject() : checked;
    };
  }
}

function fitList(list: readonly unknown[], fitItem: Fit, reading: ArrivalReading): unknown {
  return list.map((item, index) =>
    reading.at(index, () => (item === null || item === undefined ? null : fitItem(item, reading))),
  );
}

/** The type that the entity at hand was asked about, by the representation that was sent for it. */
function compileExpectation({ arguments: given = [] }: FieldNode): ExpectType {
  const argument = given.find(({ name }) => name.value === 'representations');
  if (argument?.value.kind !== Kind.VARIABLE)
    throw new LukouError('INTERNAL', 'An agency was to be asked for entities that no variable names.');
  const variable = argument.value.name.value;
  return (reading) => {
    const list = reading.variables[variable];
    const sent: unknown = Array.isArray(list) ? list[reading.index] : undefined;
    const typeName = typeof sent === 'object' && sent !== null ? ownValue(sent, '__typename') : undefined;
    return typeof typeName === 'string' ? typeName : null;
  };
}

function ownValue(holder: object, key: string): unknown {
  return Object.hasOwn(holder, key) ? Reflect.get(holder, key) : undefined;
}
