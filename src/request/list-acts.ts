import { Kind, OperationTypeNode } from 'graphql';
import type { Account } from './account.ts';
import type { SelectedField } from './ports.ts';

/** The fields of Mutation that an operation asks for and that are not denied: what it will change. Mostly none. */
export function listActs({ operation, selected, catalogue }: Account): readonly SelectedField[] {
  const mayAct = operation?.document.definitions.some(
    (node) => node.kind === Kind.OPERATION_DEFINITION && node.operation === OperationTypeNode.MUTATION,
  );
  if (mayAct !== true) return [];
  return selected.filter(
    ({ coordinate, decision }) =>
      decision.kind !== 'deny' && catalogue?.byName.get(coordinate)?.isAct === true,
  );
}
