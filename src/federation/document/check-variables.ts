import {
  coerceInputValue,
  isInputType,
  isNonNullType,
  print,
  typeFromAST,
  valueFromAST,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type TypeNode,
} from 'graphql';
import { LukouError } from '../../base/index.ts';
import type { FederationLimits } from '../limits.ts';
import { bareObject } from '../execute/bare-object.ts';
import { refuseUnsafeName } from './unsafe-names.ts';

/**
 * Refuses variables that nest too deeply, hold too long a list or an unsafe name, before anything walks them
 * recursively. Throws LIMIT_VARIABLE_DEPTH, LIMIT_LIST_SIZE or OPERATION_INVALID.
 */
export function checkVariables(
  variables: Readonly<Record<string, unknown>>,
  { maxVariableDepth, maxListSize }: Pick<FederationLimits, 'maxVariableDepth' | 'maxListSize'>,
): void {
  let level: object[] = [variables];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > maxVariableDepth)
      throw new LukouError('LIMIT_VARIABLE_DEPTH', `The limit is ${maxVariableDepth} levels.`);
    const next: object[] = [];
    for (const value of level) {
      if (!Array.isArray(value)) for (const name of Object.keys(value)) refuseUnsafeName(name);
      else if (value.length > maxListSize)
        throw new LukouError('LIMIT_LIST_SIZE', `The limit is ${maxListSize} items a list.`);
      for (const inner of Object.values(value) as unknown[])
        if (inner !== null && typeof inner === 'object') next.push(inner);
    }
    level = next;
  }
}

/**
 * The variables as the operation declares them, defaults included. Throws OPERATION_INVALID naming the place that
 * does not fit, and never its value.
 */
export function coerceVariables(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  // A variable called toString that was left out must read as absent.
  const coerced = bareObject();
  for (const { variable, type: typeNode, defaultValue } of operation.variableDefinitions ?? []) {
    const name = variable.name.value;
    const type = typeFromAST(schema, typeNode);
    if (!isInputType(type)) throw doesNotFit(name, [], typeNode);
    const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
    if (value === undefined && defaultValue !== undefined) coerced[name] = valueFromAST(defaultValue, type);
    else if ((value ?? null) === null && isNonNullType(type)) throw doesNotFit(name, [], typeNode);
    else if (value !== undefined) coerced[name] = coerceValue(name, value, type, typeNode);
  }
  return coerced;
}

function coerceValue(name: string, value: unknown, type: GraphQLInputType, typeNode: TypeNode): unknown {
  return coerceInputValue(value, type, (path) => {
    throw doesNotFit(name, path, typeNode);
  });
}

function doesNotFit(name: string, path: readonly (string | number)[], type: TypeNode): LukouError {
  return new LukouError('OPERATION_INVALID', `$${[name, ...path].join('.')} does not fit ${print(type)}.`);
}
