import { Kind, type InputValueDefinitionNode } from 'graphql';

/** Whether a value must be given. */
export function isRequired({ type, defaultValue }: InputValueDefinitionNode): boolean {
  return type.kind === Kind.NON_NULL_TYPE && defaultValue === undefined;
}
