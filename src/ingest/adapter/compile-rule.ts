import { sha256Hex } from '../../base/index.ts';
import type { SourceRow } from '../source/source-row.ts';
import type { ColumnType } from '../records/field.ts';
import type { RuleForm } from './adapter-form.ts';
import { splitTemplate } from './names.ts';
import { compileReadValue, NOT_READ } from './read-value.ts';

/** One part of a row's list column, where an output makes a record of each. */
export interface Item {
  readonly text: string;
  /** Place in the list, from 1. */
  readonly ordinal: number;
  readonly groups: Readonly<Record<string, string>>;
}

/** What one row, and one item of it, gives. */
export type Read = (row: SourceRow, item: Item | undefined) => unknown;

/** What rules may refer to. */
export interface RuleScope {
  /** The reader of a column; throws where the source has none of that name. */
  readonly column: (name: string) => Read;
  readonly tables: Readonly<Record<string, CodeTable>>;
  readonly timezone: string | undefined;
}

type CodeTable = Readonly<Record<string, string | number | boolean | null>>;

/** Compiles how a field gets its value: a closure that builds nothing but the value. */
export function compileRule(rule: string | RuleForm, columnType: ColumnType, scope: RuleScope): Read {
  const form = typeof rule === 'string' ? { from: rule } : rule;
  const source = compileSource(form, scope);
  const steps = compileSteps(form, scope);
  const convert = compileReadValue(columnType, form, scope.timezone);
  const isText = columnType === 'text';
  const orElse = form.orElse === undefined ? undefined : compileRule(form.orElse, columnType, scope);

  return (row, item) => {
    let value = source(row, item);
    if (typeof value === 'string') value = value.trim();
    for (const step of steps) {
      if (isNothing(value) || value === NOT_READ) break;
      value = step(value, row, item);
    }
    if (isNothing(value)) return orElse === undefined ? null : orElse(row, item);
    return value === NOT_READ || (isText && typeof value === 'string') ? value : convert(value);
  };
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined || value === '';
}

function compileSource(form: RuleForm, scope: RuleScope): Read {
  if (form.from !== undefined) return scope.column(form.from);
  if (form.template !== undefined) return compileTemplate(form.template, scope);
  if (form.hash !== undefined) {
    const parts = form.hash.map(scope.column);
    return (row, item) => sha256Hex(JSON.stringify(parts.map((part) => part(row, item)))).slice(0, 32);
  }
  const constant = form.constant ?? null;
  return () => constant;
}

function compileTemplate(template: string, scope: RuleScope): Read {
  const parts = splitTemplate(template);
  const texts = parts.filter((_part, at) => at % 2 === 0);
  const columns = parts.filter((_part, at) => at % 2 === 1).map(scope.column);
  return (row, item) => {
    let built = texts[0]!;
    for (let at = 0; at < columns.length; at++) {
      const value = columns[at]!(row, item);
      if (isNothing(value)) return null;
      built += String(value).trim() + texts[at + 1]!;
    }
    return built;
  };
}

type Step = (value: unknown, row: SourceRow, item: Item | undefined) => unknown;

function compileSteps(form: RuleForm, scope: RuleScope): Step[] {
  const steps: Step[] = [];
  const { noData, noDataWhen, remove, pattern, split } = form;
  if (noData !== undefined) steps.push((value) => (noData.includes(String(value)) ? null : value));
  if (noDataWhen !== undefined) steps.push(compileNoDataWhen(noDataWhen, scope));
  if (remove !== undefined) steps.push((value) => String(value).replaceAll(remove, ''));
  if (form.case === 'upper') steps.push((value) => String(value).toUpperCase());
  if (form.case === 'lower') steps.push((value) => String(value).toLowerCase());
  if (pattern !== undefined) {
    const expression = new RegExp(pattern, 'u');
    steps.push((value) => {
      const found = expression.exec(String(value));
      return found === null ? null : (found[1] ?? found[0]);
    });
  }
  const decode = compileDecode(form, scope);
  if (split === undefined) {
    if (decode !== undefined) steps.push(decode);
    return steps;
  }
  steps.push((value) => {
    const parts = Array.isArray(value) ? (value as unknown[]) : String(value).split(split);
    const texts = parts.map((part) => String(part).trim()).filter((part) => part !== '');
    return decode === undefined ? texts : texts.map(decode);
  });
  return steps;
}

function compileNoDataWhen(conditions: Readonly<Record<string, string>>, scope: RuleScope): Step {
  const tests = Object.entries(conditions).map(([name, is]) => ({ column: scope.column(name), is }));
  return (value, row, item) =>
    tests.every(({ column, is }) => String(column(row, item) ?? '').trim() === is) ? null : value;
}

function compileDecode(form: RuleForm, scope: RuleScope): ((value: unknown) => unknown) | undefined {
  const otherwise = form.otherwise === undefined ? NOT_READ : form.otherwise;
  if (form.table !== undefined) {
    const table = typeof form.table === 'string' ? scope.tables[form.table]! : form.table;
    const known = new Map(Object.entries(table));
    return (value) => {
      const found = known.get(String(value));
      return found === undefined ? otherwise : found;
    };
  }
  if (form.match !== undefined) {
    const cases = form.match.map(({ like, is }) => ({ like: new RegExp(like, 'u'), is }));
    return (value) => {
      const text = String(value);
      const found = cases.find(({ like }) => like.test(text));
      if (found === undefined) return otherwise;
      return typeof found.is === 'string' ? expand(text, found.like, found.is) : found.is;
    };
  }
  return undefined;
}

// What `is` says for the part that matched, with $1 and $<name> filled in, and nothing of the text around it.
function expand(text: string, like: RegExp, is: string): string {
  const found = like.exec(text)!;
  const after = text.length - found.index - found[0].length;
  const replaced = text.replace(like, is);
  return replaced.slice(found.index, replaced.length - after);
}
