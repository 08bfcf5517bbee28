import { Command } from 'commander';
import { type Drilled, type DrillWay, type KeptDrill, passedDrill } from '../../audit/index.ts';
import { findPerson, type Person, type PersonOptions, withPerson } from '../read-person.ts';

/**
 * Runs a drill in a world of its own, for a person, or for whoever sits there; what it found is kept only by `keep`, which
 * joins the database of the gateways.
 */
export type OpenDrill = (
  by: Person | null,
  onStep: (step: string) => void,
) => Promise<{ readonly drilled: Drilled; readonly keep: () => Promise<KeptDrill> }>;

/** `lukou guard drill`: shows that all four gates stop a mark. */
export function buildDrillCommand(callers: readonly string[], openDrill: OpenDrill): Command {
  return withPerson(new Command('drill'), callers)
    .description(
      'bring a mark to each of the four gates, in a world of its own, and look where it was stopped',
    )
    .option('--json', 'print one JSON document')
    .addHelpText(
      'after',
      '\nIt makes a database in a temporary folder, and removes it. What it found is kept in the database of the gateway\n' +
        '(Query.guardDrills) and recorded in its log, under the name of whom --as or --token-file says, or as "operator".\n' +
        'Exit status: 0 all four gates stopped it, nothing was kept and all controls passed, 1 otherwise.',
    )
    .action(async ({ json, ...person }: PersonOptions & { json?: true }) => {
      const onStep = (step: string): void => void process.stderr.write(`drill: ${step}\n`);
      const { drilled, keep } = await openDrill(findPerson(person), onStep);
      if (!passedDrill(drilled)) process.exitCode = 1;
      let record: KeptDrill | null = null;
      try {
        record = await keep();
      } finally {
        // Whoever has waited for it reads it, also where it could not be kept.
        process.stdout.write(json === true ? printJson(drilled, record) : describe(drilled, record));
      }
    });
}

function printJson(drilled: Drilled, record: KeptDrill | null): string {
  const place = record && { log: record.log, index: record.index };
  return `${JSON.stringify({ ...drilled, passed: passedDrill(drilled), record: place })}\n`;
}

const WAYS: Readonly<Record<DrillWay, string>> = {
  DESCRIPTION: 'a description',
  DEPRECATION_REASON: 'a deprecation reason',
  CELL: 'a cell of a file',
  CELL_IN_BASE64: 'a cell in base64',
  FILE_NAME: 'the name of a file',
  FREE_TEXT_BY_INGEST: 'SQL as lukou_ingest, free text',
  CODE_BY_INGEST: 'SQL as lukou_ingest, a code',
  ADDRESS_BY_INGEST: 'SQL as lukou_ingest, the address of a picture',
  FREE_TEXT_BY_APP: 'SQL as lukou_app, free text',
  CODE_BY_APP: 'SQL as lukou_app, a code',
  ANSWER: 'a value of an answer',
  ERROR_TEXT: 'the text of an error',
  SEARCH_OF_TABLES: 'the search of the tables',
  SEARCH_OF_FILES: 'the search of the files',
};

function describe({ gates, controls, kept }: Drilled, record: KeptDrill | null): string {
  const stops = gates.map(
    ({ gate, way, isStopped, by }) =>
      `${gate.padEnd(8)}${isStopped ? 'stopped' : 'NOT STOPPED'}  ${WAYS[way]} (${by})`,
  );
  const failures = controls
    .filter(({ isPassed }) => !isPassed)
    .map(({ gate, way, by }) => `${(gate ?? 'SEARCH').padEnd(8)}CONTROL FAILED  ${WAYS[way]} (${by})`);
  const passes = controls.length - failures.length;
  return [
    ...stops,
    ...failures,
    `${passes} of ${controls.length} controls passed: a text without a mark goes the same ways and is found`,
    ...(kept.length === 0 ? ['nothing of it was kept'] : kept.map((place) => `KEPT in ${place}`)),
    passedDrill({ gates, controls, kept }) ? 'passed' : 'FAILED',
    record === null ? 'this result was not kept' : `recorded in log ${record.log}, record ${record.index}`,
    '',
  ].join('\n');
}
