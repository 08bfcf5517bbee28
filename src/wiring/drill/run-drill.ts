import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DrillControl, Drilled } from '../../audit/index.ts';
import { type GuardGate, holdsText } from '../../classification/index.ts';
import { readConfig } from '../../config.ts';
import { createPlanner } from '../../federation/index.ts';
import { type Database, findTablesHolding, loadSecret, openDatabase } from '../../storage/index.ts';
import { openCurrentEdition } from '../edition/open-current-edition.ts';
import { openNotifier } from '../incidents/notify.ts';
import { openIncidentDesk } from '../incidents/open-incident-desk.ts';
import { logFolderOf, openLog } from '../open-log.ts';
import { type Canary, findFilesHolding, makeCanary } from './canary.ts';
import { drillGates } from './drill-gates.ts';
import { DRILL_CLOCK } from './drill-world.ts';
import { openSubjects } from '../subjects.ts';

/**
 * Brings a mark that nobody has written before to all four gates, in a database and a folder made for it, and then looks
 * for it in every table, every file and everything that was said.
 */
export async function runDrill(onStep: (step: string) => void): Promise<Drilled> {
  const folder = await mkdtemp(join(tmpdir(), 'lukou-drill-'));
  try {
    // As root the database server runs as another account, which must pass through.
    await chmod(folder, 0o711);
    const canary = makeCanary();
    onStep('making a database');
    const database = await openDatabase({
      dataFolder: folder,
      mode: 'serve',
      onMessage: onStep,
      secret: undefined,
    });
    let drilled: Drilled;
    try {
      onStep('bringing the mark to the gates');
      drilled = await drillDatabase(canary, { database, folder, without: new Set() });
    } finally {
      await database.close();
    }
    onStep('looking for it in the files');
    const [files, plainFiles] = [
      await findFilesHolding(folder, canary.token),
      await findFilesHolding(folder, canary.innocent.token),
    ];
    return {
      gates: drilled.gates,
      controls: [...drilled.controls, judgeSearch('SEARCH_OF_FILES', plainFiles)],
      // Not even the name of a file may carry it on.
      kept: [
        ...drilled.kept,
        ...files.map((path) => `the file ${path.replaceAll(canary.text, '…').replaceAll(canary.token, '…')}`),
      ],
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A search that finds nothing shows something only where it finds what is there. */
function judgeSearch(way: DrillControl['way'], places: readonly string[]): DrillControl {
  const isPassed = places.length > 0;
  return { gate: null, way, isPassed, by: isPassed ? 'found where it is' : 'not found where it is' };
}

/** What a drill is run in; the database is emptied by nobody. */
export interface DrillPlace {
  readonly database: Database;
  readonly folder: string;
  /** As in {@link drillGates}. */
  readonly without: ReadonlySet<GuardGate>;
}

/** Drills the gates over one database, and looks for the mark in its tables and in what was said. */
export async function drillDatabase(
  canary: Canary,
  { database, folder, without }: DrillPlace,
): Promise<Drilled> {
  const said: string[] = [];
  const onSaid = (text: string): void => void said.push(text);
  const secret = loadSecret(folder, undefined);
  const config = readConfig({ LUKOU_DATA: folder });
  await using opened = new AsyncDisposableStack();
  const audit = await openLog({
    database,
    folder: logFolderOf(folder),
    log: 'drill',
    gatewayName: 'drill',
    clock: DRILL_CLOCK,
    onMessage: onSaid,
  });
  opened.defer(() => audit.close());
  const notifier = openNotifier(undefined, onSaid);
  const incidents = openIncidentDesk({ database, secret, notify: notifier.notify });
  const { editions, stopLooking } = await openCurrentEdition({
    config,
    database,
    incidents,
    logFolder: logFolderOf(folder),
    audit,
    secret,
    subjectKeys: openSubjects({ secret, logFolder: logFolderOf(folder), clock: DRILL_CLOCK }),
    clock: DRILL_CLOCK,
    onFault: (_requestId, error) => onSaid(String(error)),
    onMessage: onSaid,
    openPlanner: (supergraphSdl) => Promise.resolve(createPlanner(supergraphSdl)),
  });
  opened.defer(() => editions.close());
  opened.defer(stopLooking);
  const { gates, controls } = await drillGates(canary, {
    database,
    audit,
    incidents,
    takeEdition: () => editions.take(),
    onSaid,
    without,
  });
  const search = (token: string): Promise<string[]> =>
    database.owner((client) => findTablesHolding(client, token));
  const [tables, plainTables] = [await search(canary.token), await search(canary.innocent.token)];
  const messages = said.some((text) => holdsText(text, canary.token)) ? ['a message'] : [];
  return {
    gates,
    controls: [...controls, judgeSearch('SEARCH_OF_TABLES', plainTables)],
    kept: [...tables.map((name) => `the table ${name}`), ...messages],
  };
}
