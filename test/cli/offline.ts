import { whyNotRun } from '../world/skip-aloud.ts';

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
  const [command, ...args] = [...inNamespace(before), 'true'];
  const why = whyNotRun(command, args);
  return why && `no such network namespace can be made here (${why})`;
}
