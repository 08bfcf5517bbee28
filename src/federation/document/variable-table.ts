import {
  isNonNullType,
  Kind,
  valueFromAST,
  type GraphQLArgument,
  type GraphQLInputType,
  type OperationDefinitionNode,
  type ValueNode,
} from 'graphql';
import { LukouError } from '../../base/index.ts';
import { printValue } from './alias-table.ts';
import { bareObject } from '../execute/bare-object.ts';

interface BoundVariable {
  readonly name: string;
  readonly declaredType: string;
  readonly type: GraphQLInputType;
  readonly node: ValueNode;
  readonly position: string;
  /** The value of a literal, which no variable of the client's is part of. */
  readonly literal: unknown;
}

/**
 * Turns every argument of an operation, literals too, into a variable of the gateway's own: `_v0`, `_v1` and so on.
 * So no text of the client's reaches the planner, a plan, or the code that is generated from plans.
 */
export class VariableTable {
  readonly #nullableVariables: ReadonlySet<string>;
  readonly #variables = new Map<string, BoundVariable>();

  constructor(operation: OperationDefinitionNode) {
    this.#nullableVariables = new Set(
      (operation.variableDefinitions ?? [])
        .filter(({ type }) => type.kind !== Kind.NON_NULL_TYPE)
        .map(({ variable }) => variable.name.value),
    );
  }

  /** The variable that carries `node` into `argument`; equal values in equal types share one. */
  bind(argument: GraphQLArgument, node: ValueNode, position: string): string {
    const declaredType = this.#declare(argument, node);
    const identity = `${declaredType} ${String(argument.type)} ${printValue(node)}`;
    let variable = this.#variables.get(identity);
    if (variable === undefined) {
      const { type } = argument;
      const literal = holdsVariable(node) ? undefined : valueFromAST(node, type);
      variable = { name: `_v${this.#variables.size}`, declaredType, type, node, position, literal };
      this.#variables.set(identity, variable);
    }
    return variable.name;
  }

  /** The operation's variable definitions, parentheses included. */
  print(): string {
    if (this.#variables.size === 0) return '';
    const definitions = [...this.#variables.values()].map(
      ({ name, declaredType }) => `$${name}:${declaredType}`,
    );
    return `(${definitions.join(',')})`;
  }

  /** The values to send, from the client's coerced variables. Throws OPERATION_INVALID where one may not be null. */
  evaluate(coerced: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
    const values = bareObject();
    for (const { name, type, node, position, literal } of this.#variables.values()) {
      const value =
        literal ??
        (node.kind === Kind.VARIABLE ? coerced[node.name.value] : valueFromAST(node, type, coerced));
      const absent = value === undefined && node.kind === Kind.VARIABLE;
      if (absent) continue;
      if (value === undefined || (value === null && isNonNullType(type))) {
        throw new LukouError('OPERATION_INVALID', `The value of ${position} does not fit its type.`);
      }
      values[name] = value;
    }
    return values;
  }

  // A nullable variable may stand where the argument has a default; declared as required, leaving it out would fail.
  #declare(argument: GraphQLArgument, node: ValueNode): string {
    const text = String(argument.type);
    const mayBeAbsent = node.kind === Kind.VARIABLE && this.#nullableVariables.has(node.name.value);
    return mayBeAbsent && argument.defaultValue !== undefined && isNonNullType(argument.type)
      ? text.slice(0, -1)
      : text;
  }
}

/** Whether a value depends on variables. */
export function holdsVariable(node: ValueNode): boolean {
  switch (node.kind) {
    case Kind.VARIABLE:
      return true;
    case Kind.LIST:
      return node.values.some(holdsVariable);
    case Kind.OBJECT:
      return node.fields.some(({ value }) => holdsVariable(value));
    default:
      return false;
  }
}
