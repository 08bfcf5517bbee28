import { isAbstractType } from 'graphql';
import type { BoundField, BoundSelection } from './bound-selection.ts';
import type { TypeMatters } from './type-matters.ts';

/**
 * The operation for the planner, or null where nothing is left to fetch. A selection that lost all its fields asks
 * for `__typename`, so that the place itself is still known to be there or not.
 *
 * @param asksType - whether the type of values is asked for in a selection.
 */
export function printOperation(
  root: BoundSelection,
  operation: string,
  variables: string,
  asksType: TypeMatters,
): string | null {
  const fields = printEntries(root, asksType);
  return fields === '' ? null : `${operation}${variables}{${fields}}`;
}

function printSelection(selection: BoundSelection, asksType: TypeMatters): string {
  const fields = printEntries(selection, asksType);
  if (isAbstractType(selection.parent) && asksType(selection)) return `{__typename ${fields}}`;
  return fields === '' ? '{__typename}' : `{${fields}}`;
}

function printEntries({ entries }: BoundSelection, asksType: TypeMatters): string {
  const parts: string[] = [];
  for (const entry of entries) {
    if (entry.kind === 'field' && !entry.denied) parts.push(printField(entry, asksType));
    if (entry.kind === 'fragment') {
      const inner = printEntries(entry.selection, asksType);
      if (inner !== '') parts.push(`...on ${entry.selection.parent.name}{${inner}}`);
    }
  }
  return parts.join(' ');
}

function printField({ alias, name, arguments: args, selection }: BoundField, asksType: TypeMatters): string {
  const list = args.map((argument) => `${argument.name}:$${argument.variable}`).join(',');
  const head = `${alias}:${name}${list === '' ? '' : `(${list})`}`;
  return selection === null ? head : head + printSelection(selection, asksType);
}
