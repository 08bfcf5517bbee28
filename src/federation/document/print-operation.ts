import { isAbstractType } from 'graphql';
import type { BoundField, BoundSelection } from './bound-selection.ts';

/** Whether the gateway asks for the type of every value that may be of several, or only where the client depends on it. */
export type TypesAsked = 'everywhere' | 'where needed';

/**
 * The operation for the planner, or null where nothing is left to fetch. A selection that lost all its fields asks
 * for `__typename`, so that the place itself is still known to be there or not.
 */
export function printOperation(
  root: BoundSelection,
  operation: string,
  variables: string,
  types: TypesAsked,
): string | null {
  const fields = printEntries(root, types);
  return fields === '' ? null : `${operation}${variables}{${fields}}`;
}

function printSelection(selection: BoundSelection, types: TypesAsked): string {
  const fields = printEntries(selection, types);
  const asksType = isAbstractType(selection.parent) && (types === 'everywhere' || dependsOnType(selection));
  if (asksType) return `{__typename ${fields}}`;
  return fields === '' ? '{__typename}' : `{${fields}}`;
}

/** Whether what is selected here differs from type to type. */
export function dependsOnType({ entries }: BoundSelection): boolean {
  return entries.some(({ kind }) => kind === 'fragment' || kind === 'typename');
}

function printEntries({ entries }: BoundSelection, types: TypesAsked): string {
  const parts: string[] = [];
  for (const entry of entries) {
    if (entry.kind === 'field' && !entry.denied) parts.push(printField(entry, types));
    if (entry.kind === 'fragment') {
      const inner = printEntries(entry.selection, types);
      if (inner !== '') parts.push(`...on ${entry.selection.parent.name}{${inner}}`);
    }
  }
  return parts.join(' ');
}

function printField({ alias, name, arguments: args, selection }: BoundField, types: TypesAsked): string {
  const list = args.map((argument) => `${argument.name}:$${argument.variable}`).join(',');
  const head = `${alias}:${name}${list === '' ? '' : `(${list})`}`;
  return selection === null ? head : head + printSelection(selection, types);
}
