import type { AdapterForm, OutputForm, RuleForm } from './adapter-form.ts';

const REFERENCE = /\{([^{}]+)\}/g;

/** A template in its parts: texts as they stand and names of columns, by turns, beginning with a text. */
export function splitTemplate(template: string): string[] {
  return template.split(REFERENCE);
}

/** Names that the groups of a pattern give to parts of an item. */
export function namesOfGroups(pattern: string | undefined): string[] {
  if (pattern === undefined) return [];
  return Object.keys(new RegExp(`${pattern}|`, 'u').exec('')?.groups ?? {});
}

/** Every column of the source that an adapter reads. */
export function columnsRead({ reject, outputs }: AdapterForm): string[] {
  const named = [...reject.map(({ column }) => column), ...outputs.flatMap(columnsOfOutput)];
  return [...new Set(named.filter((name) => !MADE.has(name)))];
}

/** Whether a row becomes the same record wherever it stands: of which file, and in which line, then says nothing of it. */
export function readsNoPlace({ outputs }: AdapterForm): boolean {
  return !outputs.flatMap(columnsOfOutput).some((name) => name === '@line' || name === '@file');
}

// Made by the ingest itself: line, file, number in an item list.
const MADE = new Set(['@line', '@file', '@item', '@ordinal']);

function columnsOfOutput({ label, each, columns }: OutputForm): string[] {
  const groups = new Set(namesOfGroups(each?.pattern));
  return [
    ...(typeof label === 'string' ? [] : [label.column]),
    ...(each === undefined ? [] : [each.column]),
    ...Object.values(columns).flatMap((rule) => columnsOfRule(rule)),
  ].filter((name) => !groups.has(name));
}

function columnsOfRule(rule: string | RuleForm): string[] {
  if (typeof rule === 'string') return [rule];
  return [
    ...(rule.from === undefined ? [] : [rule.from]),
    ...(rule.template === undefined ? [] : splitTemplate(rule.template).filter((_part, at) => at % 2 === 1)),
    ...(rule.hash ?? []),
    ...Object.keys(rule.noDataWhen ?? {}),
    ...(rule.orElse === undefined ? [] : columnsOfRule(rule.orElse)),
  ];
}
