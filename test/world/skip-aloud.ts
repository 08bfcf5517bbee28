import { execFileSync } from 'node:child_process';

/** `it`, or a skip that says why where there is a reason not to try. */
export function itUnless(reason: string | null): typeof it {
  if (reason === null) return it;
  console.warn(`skipped: ${reason}`);
  return it.skip;
}

/** Why a command cannot be run here; null where it can, and has been. */
export function whyNotRun(command: string, args: readonly string[]): string | null {
  try {
    execFileSync(command, args, { stdio: 'pipe', env: { PATH: process.env['PATH'] } });
    return null;
  } catch (error) {
    return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
  }
}
