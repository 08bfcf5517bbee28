import { execFileSync } from 'node:child_process';
import type { Command } from 'commander';
import { LukouError } from '../../../src/base/index.ts';

/**
 * Runs the lines of a block in a folder: `npx lukou …` in this process, whose clock the story sets, everything else by sh.
 * Resolves with what they printed.
 */
export async function runCommands(text: string, folder: string, openProgram: () => Command): Promise<string> {
  const lines = text
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  const printed: string[] = [];
  for (const line of lines) {
    const [npx, lukou, ...words] = splitWords(line);
    printed.push(
      npx === 'npx' && lukou === 'lukou'
        ? await runLukou(openProgram(), words, folder)
        : execFileSync('sh', ['-c', line], { cwd: folder, encoding: 'utf8' }),
    );
  }
  return printed.join('');
}

/** As a terminal shows it: what is printed, then why it failed. */
async function runLukou(program: Command, words: readonly string[], folder: string): Promise<string> {
  const home = process.cwd();
  const { exitCode } = process;
  let said = '';
  const write = jest.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    said += chunk.toString();
    return true;
  });
  const progress = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  process.chdir(folder);
  try {
    await program.parseAsync(words, { from: 'user' });
  } catch (error) {
    if (!(error instanceof LukouError)) throw error;
    said += `lukou: ${error.code}: ${error.message}\n`;
  } finally {
    process.chdir(home);
    write.mockRestore();
    progress.mockRestore();
    process.exitCode = exitCode;
  }
  return said;
}

function splitWords(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, bare]) => double ?? single ?? bare!,
  );
}
