import { RECORD_TYPES } from '../record-types.ts';
import { refuseSource } from '../source/refuse-source.ts';
import type { SourceRow } from '../source/source-row.ts';
import type { MappedRecord, Withheld } from '../stages.ts';
import type { AdapterForm, OutputForm } from './adapter-form.ts';
import { compileRule, type Item, type Read } from './compile-rule.ts';
import { compileLabel } from './compile-label.ts';
import { columnsRead, namesOfGroups } from './names.ts';

/** What a row became. */
export interface RowSink {
  readonly records: MappedRecord[];
  readonly withheld: Withheld[];
}

/** Turns one row into records. */
export type MapRow = (row: SourceRow, into: RowSink) => void;

/**
 * Binds an adapter to the columns of a source.
 *
 * @param fileDigest SHA-256 of the source, or null where it is not known before the rows are.
 * @throws LukouError INGEST_REFUSED where the source lacks a column that the adapter reads.
 */
export function bindAdapter(
  form: AdapterForm,
  heading: readonly string[],
  fileDigest: string | null,
): MapRow {
  requireColumns(form, heading);
  const column = bindColumns(heading, fileDigest);
  const subject = form.outputs[0]!.type;
  const rejections = form.reject.map(({ column: name, is, code }) => ({
    read: column(name),
    is: new Set(is),
    code,
  }));
  const outputs = form.outputs.map((output) => compileOutput(form, output, column));

  return (row, into) => {
    const code = row.fault ?? rejections.find(({ read, is }) => is.has(textOf(read(row, undefined))))?.code;
    if (code === undefined) for (const output of outputs) output(row, into);
    else into.withheld.push({ line: row.line, type: subject, code });
  };
}

function compileOutput(form: AdapterForm, output: OutputForm, column: (name: string) => Read): MapRow {
  const groups = new Set(namesOfGroups(output.each?.pattern));
  const scope = {
    column: (name: string): Read =>
      groups.has(name) ? (_row, item) => item?.groups[name] ?? null : column(name),
    tables: form.tables,
    timezone: form.timezone,
  };
  const label = compileLabel(output.label, column);
  const reads = RECORD_TYPES[output.type].columns.map(({ field, columnType }) => {
    const rule = output.columns[field];
    return rule === undefined ? null : compileRule(rule, columnType, scope);
  });
  const mapOne = (row: SourceRow, item: Item | undefined, into: RowSink): void => {
    const values = reads.map((read) => (read === null ? null : read(row, item)));
    into.records.push({ type: output.type, line: row.line, label: label(row), values });
  };
  const { each } = output;
  if (each === undefined) return (row, into) => mapOne(row, undefined, into);

  const list = column(each.column);
  const shape = each.pattern === undefined ? null : new RegExp(each.pattern, 'u');
  return (row, into) => {
    splitList(list(row, undefined), each.separator).forEach((text, at) => {
      const found = shape?.exec(text);
      if (found === null) into.withheld.push({ line: row.line, type: output.type, code: 'ITEM_INVALID' });
      else mapOne(row, { text, ordinal: at + 1, groups: found?.groups ?? {} }, into);
    });
  };
}

function splitList(list: unknown, separator: string): string[] {
  const parts = Array.isArray(list) ? list.map(String) : textOf(list).split(separator);
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

function bindColumns(heading: readonly string[], fileDigest: string | null): (name: string) => Read {
  const places = new Map(heading.map((name, at) => [name, at]));
  return (name) => {
    const at = places.get(name);
    if (at !== undefined) return (row) => row.cells[at];
    if (name === '@line') return (row) => row.line;
    if (name === '@item') return (_row, item) => item?.text ?? null;
    if (name === '@ordinal') return (_row, item) => item?.ordinal ?? null;
    if (name === '@file' && fileDigest !== null) {
      const prefix = fileDigest.slice(0, 16);
      return () => prefix;
    }
    throw refuseSource('The adapter tells its rows apart by their file (@file), which a stream has none of.');
  };
}

function requireColumns(form: AdapterForm, heading: readonly string[]): void {
  const there = new Set(heading);
  const absent = columnsRead(form).filter((name) => !there.has(name));
  if (absent.length === 0) return;
  // The names are the adapter's own: those of the source may not be repeated before the guard has seen them.
  throw refuseSource(
    `It lacks ${absent.map((name) => `"${name}"`).join(', ')}, which the adapter ${form.adapter} reads; correct the adapter's columns, delimiter or encoding.`,
  );
}

function textOf(cell: unknown): string {
  return cell === null || cell === undefined ? '' : String(cell).trim();
}
