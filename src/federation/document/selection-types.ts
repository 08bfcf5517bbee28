import {
  isCompositeType,
  isInterfaceType,
  isObjectType,
  isUnionType,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { LukouError } from '../../base/index.ts';

/** Whether every value selected from `parent` is of the fragment's type, so that the fragment says nothing new. */
export function coversSelection(
  schema: GraphQLSchema,
  type: GraphQLCompositeType,
  parent: GraphQLCompositeType,
): boolean {
  return type === parent || (!isUnionType(parent) && isMember(schema, type, parent));
}

/** Whether `member` implements the interface, or belongs to the union, `type`. */
export function isMember(
  schema: GraphQLSchema,
  type: GraphQLCompositeType,
  member: GraphQLCompositeType,
): boolean {
  return (
    (isInterfaceType(type) || isUnionType(type)) &&
    (isObjectType(member) || isInterfaceType(member)) &&
    schema.isSubType(type, member)
  );
}

/** The type that an operation starts from. Throws OPERATION_INVALID for a kind that the schema does not have. */
export function requireRootType(
  schema: GraphQLSchema,
  { operation }: OperationDefinitionNode,
): GraphQLObjectType {
  const type = schema.getRootType(operation);
  if (type === undefined || type === null) {
    throw new LukouError('OPERATION_INVALID', `This gateway answers no ${operation}.`);
  }
  return type;
}

export function requireCompositeType(schema: GraphQLSchema, name: string): GraphQLCompositeType {
  const type = schema.getType(name);
  if (type === undefined || !isCompositeType(type)) {
    throw new LukouError('OPERATION_INVALID', `There is no type ${name} to select from.`);
  }
  return type;
}

export function requireField(parent: GraphQLCompositeType, name: string): GraphQLField<unknown, unknown> {
  const field = isUnionType(parent) ? undefined : parent.getFields()[name];
  if (field === undefined)
    throw new LukouError('OPERATION_INVALID', `There is no field ${parent.name}.${name}.`);
  return field;
}
