// Writes entry after entry into a register, and prints each head once it is told that the entry is on the disk.
import { readFileSync } from 'node:fs';
import { systemClock } from '../../../src/base/index.ts';
import { addEntry, openRegister } from '../../../src/register/index.ts';

const [path = ''] = process.argv.slice(2);
const passphrase = readFileSync(0, 'utf8');
const by = 'keeper';
const { size } = openRegister(path, passphrase).tree;
for (let count = 0; ; count++) {
  const carrier = `N-${size}-${count}`;
  const details = { type: 'DOCUMENT', title: '卷', level: 'SECRET', origin: '市局', custodian: by } as const;
  const head = addEntry(path, passphrase, systemClock, { by, event: { kind: 'receive', carrier, details } });
  process.stdout.write(`${head.size}:${head.root}\n`);
}
