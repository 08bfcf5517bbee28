import { closeSync, fsyncSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { LukouError, sha256Hex, systemClock } from '../../base/index.ts';
import { addEntry, openRegister } from '../file/register-file.ts';
import { makeRelease, toReleaseEvent } from '../release/make-release.ts';
import { askPassphrase, openHands, printHead, type TwoPersonOptions, withTwoPersons } from './session.ts';

interface ReleaseOptions extends TwoPersonOptions {
  readonly extract: string;
  readonly decision: string;
  readonly authority: string;
  readonly decidedOn: string;
  readonly expires: string;
  readonly out: string;
}

/** `release`: the only way out of the register. */
export function addReleaseCommand(program: Command): void {
  withTwoPersons(program.command('release'))
    .description('make a signed package of a declassified extract 解密发布包')
    .argument('<number>', 'ledger number of the carrier that it was taken from 编号')
    .requiredOption('--extract <file>', 'the declassified text, in UTF-8 解密摘录')
    .requiredOption('--decision <reference>', 'reference of the decision 决定文号')
    .requiredOption('--authority <name>', 'who decided 决定机关')
    .requiredOption('--decided-on <day>', 'when, like 2026-03-02 决定日期')
    .requiredOption('--expires <instant>', 'until when it may be taken in, like 2026-04-01T00:00:00+08:00')
    .requiredOption('--out <file>', 'the package, a new file 发布包')
    .addHelpText(
      'after',
      '\nExample:\n  lukou register release 2026-017 --extract roads.csv --decision 密解〔2026〕3号 --authority 市保密局 \\' +
        '\n    --decided-on 2026-03-02 --expires 2026-04-01T00:00:00+08:00 --by 王敏 --with 李强 --out roads.release.json',
    )
    .action(release);
}

async function release(carrier: string, options: ReleaseOptions): Promise<void> {
  const passphrase = await askPassphrase(options);
  const { ledger } = openRegister(options.file, passphrase);
  ledger.requireCarrier(carrier);
  const content = readExtract(options.extract);
  const hands = await openHands(ledger, options);
  const made = makeRelease(
    {
      register: ledger.register ?? '',
      extract: { name: basename(options.extract), content },
      decision: {
        reference: options.decision,
        authority: options.authority,
        decidedOn: options.decidedOn,
      },
      expiresAt: options.expires,
    },
    hands,
    systemClock,
  );
  const text = `${JSON.stringify(made, null, 2)}\n`;
  const descriptor = openNew(options.out);
  try {
    const event = toReleaseEvent(carrier, made, hands, sha256Hex(text));
    // The ledger first: a crash between the two leaves a release on record that nobody holds, which is the safe side.
    const head = addEntry(options.file, passphrase, systemClock, { by: options.by, event });
    writeFileSync(descriptor, text);
    fsyncSync(descriptor);
    printHead(head);
  } catch (error) {
    rmSync(options.out, { force: true });
    throw error;
  } finally {
    closeSync(descriptor);
  }
}

function readExtract(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw unusable(path, cause);
  }
}

function openNew(path: string): number {
  try {
    return openSync(path, 'wx', 0o600);
  } catch (cause) {
    throw unusable(path, cause);
  }
}

function unusable(path: string, cause: unknown): LukouError {
  const code = String((cause as NodeJS.ErrnoException).code);
  return new LukouError(
    'FILE_UNREADABLE',
    `${path} (${code}); name an extract that exists and a package that does not.`,
    {
      cause,
    },
  );
}
