import { LukouError } from '../base/index.ts';
import type { Statement } from './statement.ts';

/**
 * Tests only: a row that has its statement's shape. Where the statement leaves fields out, reading one of them throws:
 * otherwise it would be undefined, and answered as null.
 */
export function checkRow<Row extends object>(statement: Statement<Row>, row: Row): Row {
  const { name, leftOut } = statement;
  requireShape(statement, row);
  if (leftOut === undefined) return row;
  return new Proxy(row, {
    get(fields, field) {
      if (typeof field === 'string' && leftOut.has(field))
        throw new LukouError(
          'INTERNAL',
          `A row of ${name} was read for ${field}, which the operation does not ask for: add it to what fields are made from, or to what the statement always reads.`,
        );
      return Reflect.get(fields, field);
    },
  });
}

function requireShape({ name, row: shape, leftOut }: Statement, row: object): void {
  const parsed = shape.safeParse(row);
  const issues = (parsed.error?.issues ?? []).filter(({ path }) => leftOut?.has(String(path[0])) !== true);
  if (issues.length === 0) return;
  const places = issues.map((issue) => `${issue.path.join('.')} (${issue.code})`).join(', ');
  throw new LukouError('STORAGE_FAULT', `Statement ${name} returned a row of another shape: ${places}.`);
}
