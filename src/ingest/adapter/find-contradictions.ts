import { RECORD_TYPES } from '../record-types.ts';
import type { AdapterForm, OutputForm, RuleForm } from './adapter-form.ts';
import { findFormatProblem } from './instant-format.ts';

const SOURCES = ['constant', 'from', 'template', 'hash'] as const;

/** What in an adapter cannot work, though every key is known: each with its place and its remedy. */
export function findContradictions(form: AdapterForm): string[] {
  return [
    ...findFormatContradictions(form),
    ...findDatumContradictions(form),
    ...form.outputs.flatMap((output, at) => findOutputContradictions(form, output, `outputs.${at}`)),
    ...form.records.flatMap((record, at) => {
      const { success, error } = RECORD_TYPES[record.type].schema.safeParse(record.values);
      return success
        ? []
        : error.issues.map(
            ({ path, message }) =>
              `records.${at}.values${path.map((key) => `.${String(key)}`).join('')}: ${message}`,
          );
    }),
  ];
}

function findFormatContradictions({ format, delimiter, heading, items }: AdapterForm): string[] {
  const ofItems = findItemsContradictions(format, items);
  if (format === 'csv') return ofItems;
  return [
    ...ofItems,
    ...(delimiter === undefined ? [] : ['delimiter: only a csv file has one; remove it']),
    ...(heading === undefined ? [] : ['heading: only a csv file has one; remove it']),
  ];
}

function findItemsContradictions(format: AdapterForm['format'], items: string | undefined): string[] {
  if (format === 'json' || format === 'xml' ? items === undefined : items !== undefined)
    return [
      'items: a json file says which members lead to its list, "Root.List", an xml file which elements in which others are its rows, "around.row"; no other file has it',
    ];
  if (format === 'xml' && items!.split('.').length !== 2)
    return ['items: of an xml file, name two elements: "around.row"'];
  return [];
}

function findDatumContradictions({ datum, outputs, records }: AdapterForm): string[] {
  const isGeographic =
    outputs.some(({ columns }) =>
      ['lon', 'lat', 'geometry'].some((field) => Object.hasOwn(columns, field)),
    ) ||
    records.some(({ values }) => ['lon', 'lat', 'geometry'].some((field) => Object.hasOwn(values, field)));
  if (isGeographic && datum === undefined)
    return ['datum: the file has coordinates; declare WGS84 or CGCS2000, whichever its owner states'];
  if (datum === 'GCJ02')
    return [
      'datum: GCJ02 coordinates are shifted and are not converted here; ask the owner for WGS84 or CGCS2000',
    ];
  return [];
}

function findOutputContradictions(form: AdapterForm, output: OutputForm, place: string): string[] {
  const type = RECORD_TYPES[output.type];
  const unknown = Object.keys(output.columns).filter((field) => !type.has(field));
  const missing = type.columns.filter(
    ({ field, isOptional }) => !isOptional && !Object.hasOwn(output.columns, field),
  );
  return [
    ...unknown.map(
      (field) =>
        `${place}.columns.${field}: ${output.type} has no such field; it has ${type.columns.map((column) => column.field).join(', ')}`,
    ),
    ...missing.map(({ field }) => `${place}.columns: ${output.type} needs ${field}; say where it comes from`),
    ...type.columns.flatMap(({ field, columnType }) => {
      const rule = output.columns[field];
      if (rule === undefined) return [];
      return findRuleContradictions(form, rule, `${place}.columns.${field}`, columnType === 'timestamptz');
    }),
  ];
}

function findRuleContradictions(
  form: AdapterForm,
  rule: string | RuleForm,
  place: string,
  isInstant: boolean,
): string[] {
  if (typeof rule === 'string') return isInstant ? findInstantContradictions(form, {}, place) : [];
  const given = SOURCES.filter((source) => rule[source] !== undefined);
  return [
    ...(given.length === 1 ? [] : [`${place}: give exactly one of ${SOURCES.join(', ')}`]),
    ...(rule.table !== undefined && rule.match !== undefined
      ? [`${place}: give table or match, not both`]
      : []),
    ...(rule.otherwise !== undefined && rule.table === undefined && rule.match === undefined
      ? [`${place}.otherwise: it belongs to a table or a match; add one or remove it`]
      : []),
    ...(typeof rule.table === 'string' && !Object.hasOwn(form.tables, rule.table)
      ? [`${place}.table: there is no table "${rule.table}"; tables are ${namesOf(form.tables)}`]
      : []),
    ...(rule.format !== undefined && !isInstant
      ? [`${place}.format: only a field that holds an instant has one; remove it`]
      : []),
    ...(isInstant && rule.constant === undefined ? findInstantContradictions(form, rule, place) : []),
    ...(rule.orElse === undefined
      ? []
      : findRuleContradictions(form, rule.orElse, `${place}.orElse`, isInstant)),
  ];
}

function findInstantContradictions(form: AdapterForm, rule: RuleForm, place: string): string[] {
  if (rule.format === undefined) return [];
  const problem = findFormatProblem(rule.format, form.timezone);
  return problem === null ? [] : [`${place}.format: ${problem}`];
}

function namesOf(tables: AdapterForm['tables']): string {
  const names = Object.keys(tables);
  return names.length === 0 ? 'none' : names.join(', ');
}
