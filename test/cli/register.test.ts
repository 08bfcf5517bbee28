import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readReleasePackage, readReleaseSigners, verifyRelease } from '../../src/classification/index.ts';
import { itUnless, whyNotRun } from '../world/skip-aloud.ts';
import { inMountedNamespace, inNamespace, whyNoNamespace } from './offline.ts';

const UP = 'ip link add va type veth peer name vb && ip link set va up';
const ROUTE = 'ip link set lo up && ip route add default dev lo';

/** Every command pays half a second for its passphrase on an idle machine, and more on a busy one. */
const LONG_MS = 240_000;

const reason = whyNoNamespace();
const offline = itUnless(reason);

describe('lukou register', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'lukou-register-cli-'));
    write('passphrase', 'the passphrase of the register\n');
    write('wrong', 'another passphrase of it\n');
    write('wang', 'what Wang alone knows');
    write('li', 'what Li alone knows');
    write('extract.csv', 'code,name\n150724,鄂温克族自治旗\n');
    write('marked.csv', 'code,name\n150724,机密★1年\n');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  const env = { PATH: process.env['PATH'] };

  interface Answers {
    readonly passphrase?: string;
    readonly first?: string;
    readonly second?: string;
    readonly wrap?: readonly string[];
  }

  function register(args: readonly string[], answers: Answers = {}): SpawnSyncReturns<string> {
    const { passphrase = 'passphrase', first = 'wang', second = 'li', wrap = inNamespace() } = answers;
    const descriptors = [passphrase, first, second].map((name) => openSync(join(folder, name), 'r'));
    const secrets = ['--passphrase-fd', '3'];
    const takesPersons = ['init', 'enrol', 'destroy', 'release'].includes(args[0] ?? '');
    if (takesPersons) secrets.push('--secret-fd', '4');
    if (args.includes('--with')) secrets.push('--second-secret-fd', '5');
    const program = join(process.cwd(), 'bin', 'lukou.cjs');
    const [command, ...rest] = [...wrap, process.execPath, program, 'register', ...args, ...secrets];
    try {
      return spawnSync(command!, rest, {
        cwd: folder,
        env,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe', ...descriptors],
      });
    } finally {
      descriptors.forEach(closeSync);
    }
  }

  /** Runs it and expects success. */
  function done(args: readonly string[], answers?: Answers): string {
    const { status, stdout, stderr } = register(args, answers);
    expect([status, stderr]).toEqual([0, '']);
    return stdout.trim();
  }

  const CARD = [
    '--title',
    '值班表',
    '--level',
    '秘密',
    '--origin',
    '市局',
    '--custodian',
    '王敏',
    '--by',
    '王敏',
  ];

  offline(
    'keeps the loop of custody of one carrier, from the first entry to its destruction',
    () => {
      done(['init', '--unit', '森林公安分局', '--by', '王敏']);
      done(['enrol', '李强', '--by', '王敏'], { first: 'li' });
      const head = done(['receive', '2026-017', ...CARD]);
      expect(head).toMatch(/^4:[0-9a-f]{64}$/);
      done(['store', '2026-017', '--cabinet', '3号柜', '--by', '王敏']);
      done(['read', '2026-017', '--reader', '李强', '--by', '王敏']);
      done(['issue', '2026-017', '--to', '李强', '--due', '2999-01-01', '--by', '王敏']);
      expect(
        register([
          'destroy',
          '2026-017',
          '--method',
          '粉碎',
          '--place',
          '中心',
          '--by',
          '王敏',
          '--with',
          '李强',
        ]),
      ).toMatchObject({
        status: 1,
        stderr: expect.stringMatching(/is ISSUED; to destroy it, it has to be RECEIVED or STORED/),
      });
      done(['receive', '2026-017', '--back-from', '李强', '--by', '王敏']);
      done(['transmit', '2026-017', '--to', '旗局', '--courier', '李强', '--by', '王敏']);
      done(['receive', '2026-017', '--back-from', '旗局', '--by', '王敏']);
      expect(JSON.parse(done(['list', '--json']))).toMatchObject([
        { no: '2026-017', state: 'RECEIVED', level: 'CONFIDENTIAL' },
      ]);
      const destroy = [
        'destroy',
        '2026-017',
        '--method',
        '粉碎',
        '--place',
        '中心',
        '--by',
        '王敏',
        '--with',
      ];
      expect(register([...destroy, '王敏'], { second: 'wang' })).toMatchObject({
        status: 1,
        stderr: expect.stringMatching(/Two different persons/),
      });
      expect(register([...destroy, '李强'], { second: 'wang' })).toMatchObject({
        status: 1,
        stderr: expect.stringMatching(/REGISTER_PASSPHRASE.*李强/),
      });
      done([...destroy, '李强']);
      expect(register(['store', '2026-017', '--cabinet', '1', '--by', '王敏'])).toMatchObject({
        status: 1,
        stderr: expect.stringMatching(/is destroyed/),
      });
      expect(done(['verify', '--head', head])).toMatch(/^11:/);
      expect(done(['print'])).toMatch(/^涉密载体登记簿[\s\S]*销 destroy {2}粉碎，中心，监销 by 王敏、李强/);
    },
    LONG_MS,
  );

  offline('says that the passphrase is wrong, and that a head does not fit', () => {
    expect(register(['list'], { passphrase: 'wrong' })).toMatchObject({
      status: 1,
      stdout: '',
      stderr: expect.stringMatching(/^lukou: REGISTER_PASSPHRASE: The passphrase does not open this/),
    });
    expect(register(['verify', '--head', `2:${'0'.repeat(64)}`])).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/REGISTER_DAMAGED.*does not hold the 2 entries of that head/),
    });
  });

  offline(
    'reports a medium that was used on both sides',
    () => {
      done(['receive', 'U-1', '--type', 'medium', '--serial', 'SN77', ...CARD]);
      done(['inspect', 'U-1', '--side', 'classified', '--machine', '内网机', '--by', '王敏']);
      const { status, stdout } = register([
        'inspect',
        'U-1',
        '--side',
        'open',
        '--machine',
        '外网机',
        '--by',
        '王敏',
      ]);
      expect(status).toBe(1);
      expect(stdout).toMatch(/违规 VIOLATION {2}U-1 {2}值班表 {2}SN77\n.*内网机.*\n.*外网机/);
    },
    LONG_MS,
  );

  offline(
    'releases an unmarked extract in a package that two persons signed, and no other',
    () => {
      const common = '--decision 密解〔2026〕3号 --authority 市保密局 --by 王敏 --with 李强'.split(' ');
      const release = (
        extract: string,
        out: string,
        expires = '2999-01-01T00:00:00+08:00',
        day = '2026-03-02',
      ) =>
        ['release', 'U-1', '--extract', extract, '--out', out, '--expires', expires].concat(common, [
          '--decided-on',
          day,
        ]);
      const refused = (args: readonly string[]) => register(args);
      expect(refused(release('marked.csv', 'no.json'))).toMatchObject({
        status: 1,
        stderr: expect.stringMatching(/secrecy mark/),
      });
      expect(refused(release('extract.csv', 'no.json', '2020-01-01T00:00:00Z'))).toMatchObject({
        status: 1,
        stderr: expect.stringMatching(/expiresAt: a package expires after it was made/),
      });
      expect(refused(release('extract.csv', 'no.json', '2999-01-01T00:00:00'))).toMatchObject({
        status: 1,
        stderr: expect.stringMatching(/expiresAt: write an instant with its offset/),
      });
      expect(refused(release('extract.csv', 'no.json', undefined, '2998-01-01'))).toMatchObject({
        status: 1,
        stderr: expect.stringMatching(/decidedOn: no decision is taken after the package/),
      });
      expect(existsSync(join(folder, 'no.json'))).toBe(false);
      done(release('extract.csv', 'package.json'));
      const made = readReleasePackage(readFileSync(join(folder, 'package.json')));
      const signers = readReleaseSigners(JSON.parse(done(['persons'])), 'persons');
      expect(verifyRelease(made, signers, Date.now())).toMatchObject({
        statement: { extract: { name: 'extract.csv' } },
      });
      expect(done(['verify'])).toMatch(/^\d+:[0-9a-f]{64}$/m);
      expect(done(['print'])).toContain(
        '决定 decision 密解〔2026〕3号，市保密局，2026-03-02，签发 by 王敏、李强',
      );
    },
    LONG_MS,
  );

  offline(
    'says that its end is torn, reads what is before it, and sets it aside',
    () => {
      const path = join(folder, 'register.lukou');
      const sound = readFileSync(path);
      writeFileSync(path, Buffer.concat([sound, Buffer.alloc(7)]));
      const listed = register(['list']);
      expect(listed).toMatchObject({
        status: 0,
        stderr: expect.stringMatching(/a write was cut off: 7 bytes/),
      });
      expect(listed.stdout).toContain('U-1');
      expect(register(['verify']).status).toBe(1);
      expect(done(['verify', '--cut-torn-tail', '--by', '王敏'])).toMatch(
        /^set aside in register.lukou.torn-/,
      );
      expect(register(['verify']).status).toBe(0);
    },
    LONG_MS,
  );

  describe('on a machine that is connected', () => {
    offline('works where nothing is (control)', () => {
      expect(register(['list']).status).toBe(0);
      expect(register(['list'], { wrap: inMountedNamespace() }).status).toBe(0);
    });

    itUnless(whyNoNamespace(UP))('refuses while an interface is up', () => {
      for (const wrap of [inNamespace(UP), inMountedNamespace(UP)])
        expect(register(['list'], { wrap })).toMatchObject({
          status: 1,
          stdout: '',
          stderr: expect.stringMatching(/REGISTER_ONLINE.*Found: va is up/),
        });
    });

    itUnless(whyNoNamespace(ROUTE))('refuses while there is a default route', () => {
      expect(register(['list'], { wrap: inNamespace(ROUTE) })).toMatchObject({
        status: 1,
        stderr: expect.stringMatching(/REGISTER_ONLINE.*default route by lo/),
      });
    });

    it('explains itself all the same', () => {
      const { status, stdout } = register(['--help'], { wrap: [] });
      expect([status, stdout]).toEqual([0, expect.stringMatching(/收、发、传、阅、存、销/)]);
    });
  });

  const noTerminal = whyNotRun('script', ['--version']);
  itUnless(reason ?? (noTerminal && `there is no "script" here to make a terminal with (${noTerminal})`))(
    'reads the passphrase at the terminal, and shows none of it',
    async () => {
      const command = `"${process.execPath}" "${join(process.cwd(), 'bin', 'lukou.cjs')}" register list`;
      const [program, ...args] = [...inNamespace(), 'script', '-qfec', command, '/dev/null'];
      const child = spawn(program, args, { cwd: folder, env: { ...env, SHELL: '/bin/sh' }, stdio: 'pipe' });
      let shown = '';
      for await (const chunk of child.stdout) {
        const isAsked = shown.includes('口令: ');
        shown += String(chunk);
        if (!isAsked && shown.includes('口令: ')) child.stdin.write('the passphrase of the register\r');
        if (shown.includes('U-1')) break;
      }
      child.stdin.end();
      if (child.exitCode === null) await once(child, 'exit');
      expect(shown).toContain('2026-017');
      expect(shown).not.toContain('the passphrase');
    },
  );
});
