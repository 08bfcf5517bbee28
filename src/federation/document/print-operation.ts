import type { BoundField, BoundSelection } from './bound-selection.ts';
import type { TypeMatters } from './type-matters.ts';

/**
 * The operation for the planner, or null where nothing is left to fetch. A selection that lost all its fields asks
 * for `__typename`, so that the place itself is still known to be there or not.
 *
 * @param typeMatters - where the type of values is asked for.
 */
export function printOperation(
  root: BoundSelection,
  operation: string,
  variables: string,
  typeMatters: TypeMatters,
): string | null {
  const fields = printEntries(root, typeMatters);
  return fields === '' ? null : `${operation}${variables}{${fields}}`;
}

function printSelection(selection: BoundSelection, typeMatters: TypeMatters): string {
  const fields = printEntries(selection, typeMatters);
  if (typeMatters(selection)) return `{__typename ${fields}}`;
  return fields === '' ? '{__typename}' : `{${fields}}`;
}

function printEntries({ entries }: BoundSelection, typeMatters: TypeMatters): string {
  const parts: string[] = [];
  for (const entry of entries) {
    if (entry.kind === 'field' && !entry.denied) parts.push(printField(entry, typeMatters));
    if (entry.kind === 'fragment') {
      const inner = printEntries(entry.selection, typeMatters);
      if (inner !== '') parts.push(`...on ${entry.selection.parent.name}{${inner}}`);
    }
  }
  return parts.join(' ');
}

function printField(
  { alias, name, arguments: args, selection }: BoundField,
  typeMatters: TypeMatters,
): string {
  const list = args.map((argument) => `${argument.name}:$${argument.variable}`).join(',');
  const head = `${alias}:${name}${list === '' ? '' : `(${list})`}`;
  return selection === null ? head : head + printSelection(selection, typeMatters);
}
