import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { stoppedClock } from '../../../src/base/index.ts';
import {
  addEntry,
  cutTornTail,
  foundRegister,
  layOutLedger,
  Ledger,
  openRegister,
  printHtml,
  printText,
  readLedger,
  type RegisterEvent,
} from '../../../src/register/index.ts';
import { LOW_COST, PEOPLE, signedRelease } from './people.ts';

const PASSPHRASE = 'a passphrase of many words';
const clock = stoppedClock('2026-03-02T00:00:00.000Z');
const BY = PEOPLE[0]!.person.name;
const CARD = {
  kind: 'receive',
  carrier: 'A-1',
  details: {
    type: 'DOCUMENT',
    title: '值班<表>',
    level: 'SECRET',
    term: '1年',
    origin: '市局',
    custodian: BY,
  },
} satisfies RegisterEvent;

describe('the register file', () => {
  let folder: string;
  let path: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lukou-register-'));
    path = join(folder, 'register.lukou');
    foundRegister(path, PASSPHRASE, { by: BY, unit: '森林公安分局' }, clock, LOW_COST);
    const { name, ...key } = PEOPLE[0]!.person;
    write({ kind: 'enrol', person: name, ...key });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const write = (event: RegisterEvent, by = BY) => addEntry(path, PASSPHRASE, clock, { by, event });
  const open = () => openRegister(path, PASSPHRASE);

  it('holds what was written, under heads that it can be held to', () => {
    const head = write(CARD);
    const { ledger, roots, tornBytes } = open();
    expect(ledger.carriers.get('A-1')).toMatchObject({
      state: 'RECEIVED',
      level: 'SECRET',
      title: '值班<表>',
    });
    expect([head.size, head.root, tornBytes]).toEqual([3, roots.at(-1), 0]);
    const later = write({ kind: 'store', carrier: 'A-1', cabinet: '1号柜' });
    expect(open().roots).toEqual([...roots, later.root]);
  });

  it('shows nothing of it without the passphrase', () => {
    write(CARD);
    const file = readFileSync(path);
    for (const word of ['值班', '市局', BY, 'A-1', 'SECRET', '森林'])
      expect([word, file.includes(word)]).toEqual([word, false]);
    expect(() => openRegister(path, 'another passphrase')).toThrow(/REGISTER_PASSPHRASE|does not open/);
  });

  it('tells of a flip of any byte', () => {
    write(CARD);
    const sound = readFileSync(path);
    const passed: number[] = [];
    // Every byte of the entries, and of the first line those after its costly key: any flip of that line is one of text.
    const start = sound.indexOf('\n') + 1;
    const places = Array.from({ length: sound.length - start }, (_, at) => start + at);
    const keyed = openRegister(path, PASSPHRASE).fileKey;
    expect(keyed.bytes).toBe(start);
    for (const at of places) {
      const flipped = Buffer.from(sound);
      flipped[at]! ^= 1 << (at % 8);
      if (isFound(flipped, keyed)) continue;
      passed.push(at);
    }
    expect(passed).toEqual([]);
    expect(isFound(sound, keyed)).toBe(false);
  });

  it('tells of a flip of any byte of its first line', () => {
    const sound = readFileSync(path);
    const end = sound.indexOf('\n') + 1;
    const passed = Array.from({ length: end }, (_, at) => at).filter((at) => {
      const flipped = Buffer.from(sound);
      flipped[at]! ^= 1;
      writeFileSync(path, flipped);
      try {
        open();
        return true;
      } catch {
        return false;
      }
    });
    expect(passed).toEqual([]);
  });

  it('tells of an entry that was left out, doubled, or brought from an older state', () => {
    const older = readFileSync(path);
    write(CARD);
    const second = readFileSync(path);
    write({ kind: 'store', carrier: 'A-1', cabinet: '1号柜' });
    const whole = readFileSync(path);
    const entry = whole.subarray(second.length);
    for (const forged of [Buffer.concat([older, entry]), Buffer.concat([whole, entry])]) {
      writeFileSync(path, forged);
      expect(open).toThrow(/Entry \d+: its length was changed, or it stands in another place/);
    }
    // Taken from its end, nothing inside can tell; the head that was written down can.
    writeFileSync(path, whole);
    const head = open().roots.at(-1);
    writeFileSync(path, second);
    expect(open().roots).not.toContain(head);
  });

  it('finds a write that was cut off anywhere, loses nothing before it, and goes on after it is set aside', () => {
    const before = readFileSync(path).length;
    write(CARD);
    const whole = readFileSync(path);
    for (const length of [before + 1, before + 11, before + 12, before + 40, whole.length - 1]) {
      writeFileSync(path, whole);
      truncateSync(path, length);
      const { ledger, tornBytes } = open();
      expect([ledger.entries.length, tornBytes]).toEqual([2, length - before]);
      expect(() => write(CARD)).toThrow(/cut off/);
      const aside = cutTornTail(path, PASSPHRASE, BY, clock)!;
      expect(readFileSync(aside)).toEqual(whole.subarray(before, length));
      write(CARD);
      expect(open()).toMatchObject({ tornBytes: 0 });
      expect(open().ledger.entries.map(({ event }) => event.kind)).toEqual([
        'found',
        'enrol',
        'cut',
        'receive',
      ]);
    }
    expect(cutTornTail(path, PASSPHRASE, BY, clock)).toBeNull();
  });

  it('refuses an entry that may not be, and leaves the file as it was', () => {
    write(CARD);
    const sound = readFileSync(path);
    expect(() => write(CARD)).toThrow(/in the ledger already/);
    expect(() => write({ ...CARD, carrier: '../x' })).toThrow(/REGISTER_REFUSED|letters, digits/);
    expect(() => write({ kind: 'issue', carrier: 'A-1', to: BY, dueOn: '2026-02-30' })).toThrow(/dueOn/);
    expect(readFileSync(path)).toEqual(sound);
  });

  it('tells of a release that two persons did not sign, also where somebody with the passphrase wrote it', () => {
    const { name, ...key } = PEOPLE[1]!.person;
    write({ kind: 'enrol', person: name, ...key });
    write(CARD);
    const before = readFileSync(path);
    const register = open().ledger.register!;
    const sound = signedRelease('A-1', 0, 1, { register });
    const [first, second] = sound.signatures;
    const forged = { ...sound, signatures: [first, { ...second, signature: first.signature }] };
    for (const [event, why] of [
      [signedRelease('A-1', 0, 0, { register }), /Entry 4: Two different persons sign a release/],
      [forged as typeof sound, new RegExp(`Entry 4: The signature of ${name} does not fit this release`)],
    ] as const) {
      writeUnchecked(event);
      expect(open).toThrow(why);
      writeFileSync(path, before);
    }
    write(sound);
    const { ledger, roots } = open();
    expect(ledger.entries.at(-1)?.event).toEqual(sound);
    const sheet = layOutLedger(
      ledger,
      { size: roots.length, root: roots.at(-1)! },
      '2026-03-02T00:00:00.000Z',
    );
    expect(printText(sheet)).toContain(
      `解密发布 release  决定 decision 密解〔2026〕3号，市保密局，2026-03-01，签发 by ${BY}、${name}`,
    );
  });

  /** As a program writes that knows no rules. */
  function writeUnchecked(event: RegisterEvent): void {
    const rules = jest.spyOn(Ledger.prototype, 'apply').mockReturnValue();
    write(event);
    rules.mockRestore();
  }

  it('is written by one at a time', async () => {
    // Another process, which lets go when it is killed.
    const holder = spawn(
      process.execPath,
      [
        '--disable-warning=ExperimentalWarning',
        '--input-type=module',
        '--eval',
        `import { whileLocked } from ${JSON.stringify(pathToFileURL(resolve('src/register/file/lock-file.ts')).href)};
         import { writeSync } from 'node:fs';
         whileLocked(process.argv[1], () => {
           writeSync(1, 'held\\n');
           for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
         });`,
        path,
      ],
      { env: { PATH: process.env['PATH'] }, stdio: ['ignore', 'pipe', 'inherit'] },
    );
    await once(holder.stdout, 'data');
    expect(() => write(CARD)).toThrow(/is writing in/);
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    write(CARD);
    expect(open().roots).toHaveLength(3);
    expect(statSync(`${path}.lock`).mode & 0o777).toBe(0o600);
  });

  it('is never made over another file, nor with a short passphrase', () => {
    const found = (passphrase: string) =>
      foundRegister(path, passphrase, { by: BY, unit: 'x' }, clock, LOW_COST);
    expect(() => found(PASSPHRASE)).toThrow(/EEXIST/);
    expect(() => found('short')).toThrow(/12 characters/);
    appendFileSync(path, '');
    expect(open().tornBytes).toBe(0);
  });

  it('prints as text and as a page, Chinese first, with nothing that was typed taken for markup', () => {
    write(CARD);
    const { ledger, roots } = open();
    const sheet = layOutLedger(
      ledger,
      { size: roots.length, root: roots.at(-1)! },
      '2026-03-02T00:00:00.000Z',
    );
    const text = printText(sheet);
    expect(text).toMatch(/^涉密载体登记簿/);
    expect(text).toContain('A-1 | 文件 document | 机密★1年 | 值班<表>');
    expect(text).toContain(roots.at(-1));
    expect(printHtml(sheet)).toContain('<td>值班&lt;表&gt;</td>');
  });

  function isFound(file: Buffer, keyed: ReturnType<typeof open>['fileKey']): boolean {
    try {
      return readLedger(file, keyed).tornBytes > 0;
    } catch {
      return true;
    }
  }
});
