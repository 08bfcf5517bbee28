import { Kind, type DirectiveNode, type ValueNode } from 'graphql';
import { LukouError } from '../../base/index.ts';

/** Whether `@skip` and `@include` let a selection stand. */
export function isIncluded(
  directives: readonly DirectiveNode[],
  conditions: Readonly<Record<string, boolean>>,
): boolean {
  return directives.every(({ name, arguments: args }) => {
    if (name.value !== 'skip' && name.value !== 'include') return true;
    return readCondition(args?.[0]?.value, conditions) === (name.value === 'include');
  });
}

function readCondition(value: ValueNode | undefined, conditions: Readonly<Record<string, boolean>>): boolean {
  if (value?.kind === Kind.BOOLEAN) return value.value;
  const condition = value?.kind === Kind.VARIABLE ? conditions[value.name.value] : undefined;
  if (condition === undefined)
    throw new LukouError('OPERATION_INVALID', 'A directive needs "if" to be true or false.');
  return condition;
}
