import { LineCounter, isMap, isNode, isScalar, parseDocument, type Document } from 'yaml';
import { z } from 'zod';
import { LukouError } from '../../base/index.ts';
import { type ListedSubgraph, formOf } from './listed-subgraph.ts';

const WHOLE = z.strictObject({
  subgraphs: z.array(z.looseObject({}, 'is an entry with keys'), 'is a list').min(1, 'lists at least one'),
});

/**
 * Reads a supergraph file.
 *
 * @param source - the file's name, for messages.
 * @throws LukouError SETTING_INVALID with every wrong place, as file:line:column, and what to write instead.
 */
export function readSupergraphFile(text: string, source: string): readonly ListedSubgraph[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { strict: true, uniqueKeys: true, lineCounter: lines });
  const findings: [offset: number, message: string][] = document.errors.map(({ pos, message }) => [
    pos[0],
    message.split('\n')[0]!,
  ]);
  const report = (place: Place, message: string): void =>
    void findings.push([offsetOf(document, place), message]);
  const listed = findings.length === 0 ? readContent(document, report) : [];
  if (findings.length === 0) return listed;
  const problems = findings.map(([offset, message]) => {
    const { line, col } = lines.linePos(offset);
    return `\n  ${source}:${line}:${col}: ${message}`;
  });
  throw new LukouError('SETTING_INVALID', `The supergraph file (docs/federation.md):${problems.join('')}`);
}

type Place = readonly PropertyKey[];
type Report = (place: Place, message: string) => void;

function readContent(document: Document, report: Report): readonly ListedSubgraph[] {
  const whole = WHOLE.safeParse(document.toJS({ maxAliasCount: 0 }));
  if (!whole.success) {
    reportIssues(whole.error.issues, [], document, report);
    return [];
  }
  const names = new Set<unknown>();
  return whole.data.subgraphs.flatMap((entry, index): readonly ListedSubgraph[] => {
    const place = ['subgraphs', index];
    if (names.has(entry['name'])) report([...place, 'name'], `${String(entry['name'])} is listed twice`);
    names.add(entry['name']);
    const read = formOf(entry).safeParse(entry);
    if (read.success) return [read.data];
    reportIssues(read.error.issues, place, document, report);
    return [];
  });
}

function reportIssues(
  issues: readonly z.core.$ZodIssue[],
  above: Place,
  document: Document,
  report: Report,
): void {
  for (const issue of issues) {
    const place = [...above, ...issue.path];
    const key = place.findLast((step) => typeof step === 'string');
    if (issue.code === 'unrecognized_keys')
      for (const unknown of issue.keys)
        report([...place, unknown], `"${unknown}" is no key here: correct its spelling or remove it`);
    else if (place.length > 0 && !document.hasIn(place)) report(place, `"${String(key)}" is missing`);
    else
      report(
        place,
        key === undefined ? 'begin with "subgraphs:", and list them below' : `"${key}" ${issue.message}`,
      );
  }
}

/** Where a key stands in the text; for what is missing, where the thing around it stands. */
function offsetOf(document: Document, place: Place): number {
  for (let length = place.length; length > 0; length -= 1) {
    const parent: unknown = document.getIn(place.slice(0, length - 1), true);
    const last = place[length - 1];
    const pair = isMap(parent)
      ? parent.items.find(({ key }) => isScalar(key) && key.value === last)
      : undefined;
    const node = pair?.key ?? document.getIn(place.slice(0, length), true);
    if (isNode(node) && node.range != null) return node.range[0];
  }
  return 0;
}
