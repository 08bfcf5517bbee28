import { execFileSync } from 'node:child_process';

/** The beginning of a command that runs what follows in a network namespace of its own, with `before` done in it first. */
export const inNamespace = (before = 'true'): [string, ...string[]] => [
  'unshare',
  '--map-root-user',
  '--net',
  '--mount',
  'sh',
  '-c',
  `mount -t sysfs sysfs /sys && { ${before}; } && exec "$@"`,
  'sh',
];

/** Why no namespace can be made here; null where one can. */
export function whyNoNamespace(before?: string): string | null {
  try {
    const [command, ...args] = [...inNamespace(before), 'true'];
    execFileSync(command, args, { stdio: 'pipe', env: { PATH: process.env['PATH'] } });
    return null;
  } catch (error) {
    return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
  }
}
