import type { Catalogue } from './catalogue.ts';
import { ROW_OPERANDS } from './codes.ts';
import type { ResolvedAgreement } from './resolve-clauses.ts';
import { suggestName } from './suggest-name.ts';

/** Whether `rows` says which rows are open wherever it must, and only what will be enforced. */
export function checkRows(resolved: ResolvedAgreement, catalogue: Catalogue): readonly string[] {
  return [...checkMissingRows(resolved, catalogue), ...checkStatedRows(resolved, catalogue)];
}

function checkMissingRows(resolved: ResolvedAgreement, catalogue: Catalogue): string[] {
  const { agreement, permissions, prohibitions } = resolved;
  const isOwnScoped = (typeName: string): boolean => {
    const facts = catalogue.types.get(typeName);
    return facts !== undefined && facts.rowOperands !== null && facts.owner === agreement.assigner;
  };
  const closed = new Set(
    prohibitions.filter(({ actions }) => actions.includes('read')).flatMap(({ coordinates }) => coordinates),
  );
  const needed = new Map<string, string>();
  for (const { id, contact, coordinates } of permissions) {
    for (const coordinate of coordinates.filter((candidate) => !closed.has(candidate))) {
      const { name, typeName, namedType, derivedFrom } = coordinate;
      // Whether a record is there, its own row scope says: other fields that lead to it show nothing of it.
      const pointedAt = contact === null ? [] : [namedType];
      for (const source of [typeName, ...derivedFrom, ...pointedAt].filter(isOwnScoped)) {
        if (!agreement.rows.has(source) && !needed.has(source)) needed.set(source, `${id} grants ${name}`);
      }
    }
  }
  return [...needed].map(
    ([typeName, because]) =>
      `rows: ${because}, so say which rows of ${typeName} are open (all, or a list of constraints)`,
  );
}

function checkStatedRows({ agreement }: ResolvedAgreement, catalogue: Catalogue): string[] {
  return [...agreement.rowOperands].flatMap(([typeName, operands]) => {
    const facts = catalogue.types.get(typeName);
    if (facts === undefined) {
      const name = suggestName(typeName, catalogue.types.keys());
      return [
        `rows.${typeName} is no type of the schema.${name === undefined ? '' : ` Did you mean ${name}?`}`,
      ];
    }
    if (facts.owner !== agreement.assigner) return [`rows.${typeName} belongs to ${facts.owner}: remove it`];
    const enforced = facts.rowOperands;
    if (enforced === null) return [`rows.${typeName} has no rows that are opened one by one: remove it`];
    return operands
      .filter((operand) => !enforced.includes(ROW_OPERANDS[operand]))
      .map((operand) => `rows.${typeName}: ${operand} is not enforced for this type: remove it`);
  });
}
