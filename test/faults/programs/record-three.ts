// Records three entries in a log in memory whose signer is the one in files, and prints what came of each.
import { openFileSigner } from '../../../src/audit/index.ts';
import { LukouError } from '../../../src/base/index.ts';
import { entryWith } from '../../audit-log/entry.ts';
import { createMemoryStore, openMemoryLog } from '../../audit-log/memory-log.ts';

const [folder = ''] = process.argv.slice(2);
const signer = await openFileSigner({ folder, log: 'gateway', origin: 'lukou.test/gateway' });
const store = createMemoryStore();
const log = await openMemoryLog({ store, signer });
for (let at = 0; at < 3; at += 1) {
  const came = await log.record(entryWith()).then(
    ({ index }) => `answered on record ${index}`,
    (error: unknown) => (error instanceof LukouError ? error.code : String(error)),
  );
  console.log(`${came}, ${store.records.length} stored`);
}
await log.close();
