import { readFileSync } from 'node:fs';
import type { ReadStream } from 'node:tty';
import { LukouError } from '../../base/index.ts';

/** Where a passphrase comes from: a file descriptor, or the terminal where there is none. Never argv, never environment. */
export interface SecretSource {
  readonly descriptor: number | undefined;
  /** What to ask for at the terminal. */
  readonly prompt: string;
  /** A new passphrase is typed twice. */
  readonly isNew?: boolean;
}

const LONGEST_BYTES = 4096;

/**
 * Reads a passphrase: everything from the descriptor but one line end, or a line from the terminal without echo.
 *
 * @throws LukouError REGISTER_PASSPHRASE where there is none to read.
 */
export async function readSecret({ descriptor, prompt, isNew = false }: SecretSource): Promise<string> {
  if (descriptor !== undefined) return readDescriptor(descriptor);
  const { stdin } = process;
  if (!stdin.isTTY)
    throw new LukouError(
      'REGISTER_PASSPHRASE',
      'There is no terminal to type it at: name a file descriptor that it can be read from (--help names the options).',
    );
  const secret = requireText(await ask(stdin, prompt));
  if (isNew && (await ask(stdin, `${prompt}, again`)) !== secret)
    throw new LukouError('REGISTER_PASSPHRASE', 'It was typed in two ways.');
  return secret;
}

function readDescriptor(descriptor: number): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(descriptor);
  } catch (cause) {
    const code = String((cause as NodeJS.ErrnoException).code);
    throw new LukouError('REGISTER_PASSPHRASE', `File descriptor ${descriptor} cannot be read (${code}).`, {
      cause,
    });
  }
  return requireText(bytes.toString().replace(/\r?\n$/, ''));
}

function requireText(secret: string): string {
  if (secret === '') throw new LukouError('REGISTER_PASSPHRASE', 'It is empty.');
  if (Buffer.byteLength(secret) > LONGEST_BYTES || /[\r\n]/.test(secret))
    throw new LukouError('REGISTER_PASSPHRASE', 'It is one line of 4096 bytes at most.');
  return secret;
}

const ENTER = new Set(['\r', '\n', '\u0004']);
const ERASE = new Set(['\u007f', '\b']);
const INTERRUPT = '\u0003';

/** What the terminal sent behind the line that was asked for last: a paste may hold several lines. */
let ahead = '';

/** Reads a line without showing it. */
function ask(stdin: ReadStream, prompt: string): Promise<string> {
  // The echo goes off before the question is seen, so that nothing typed in answer is shown.
  stdin.setRawMode(true).setEncoding('utf8').resume();
  process.stderr.write(`${prompt}: `);
  return new Promise((resolve, reject) => {
    let typed: string[] = [];
    const settle = (finish: () => void): void => {
      stdin.off('data', onData).setRawMode(false).pause();
      process.stderr.write('\n');
      finish();
    };
    const onData = (chunk: string): void => {
      const letters = [...chunk];
      for (const [at, letter] of letters.entries()) {
        if (letter === INTERRUPT) {
          settle(() => reject(new LukouError('REGISTER_PASSPHRASE', 'Interrupted; nothing was written.')));
          return;
        }
        if (ENTER.has(letter)) {
          ahead = letters.slice(at + 1).join('');
          settle(() => resolve(typed.join('')));
          return;
        }
        typed = ERASE.has(letter) ? typed.slice(0, -1) : [...typed, letter];
      }
    };
    stdin.on('data', onData);
    const waiting = ahead;
    ahead = '';
    if (waiting !== '') onData(waiting);
  });
}
