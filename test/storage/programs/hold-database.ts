import { openDatabase } from '../../../src/storage/index.ts';

// Opens the database of a folder and holds it: the tests kill this process in several ways.
const [dataFolder, id] = process.argv.slice(2) as [string, string];
const database = await openDatabase({
  dataFolder,
  mode: 'serve',
  onMessage: (message) => console.error(message),
});
const write = (suffix: string): Promise<unknown> =>
  database.ingest.query(
    `insert into traffic.road (id, code_system, road_ref, online_label) values ($1, 'GB_T_917', 'G10', 'PUBLIC')`,
    [`${id}${suffix}`],
  );
await write('');
const forever = setInterval(() => undefined, 60_000);
process.on('SIGINT', () => {
  void write('-after-signal')
    .then(() => database.close())
    .then(() => clearInterval(forever));
});
console.log('holding');
