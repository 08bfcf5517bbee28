import { whyNotRun } from '../world/skip-aloud.ts';

/**
 * The beginning of a command that runs what follows in a network namespace of its own, with `before` done in it first, and
 * with the sysfs of the namespace it came from, as a plain `unshare --net` leaves it.
 */
export const inNamespace = (before = 'true'): [string, ...string[]] => [
  'unshare',
  '--map-root-user',
  '--net',
  'sh',
  '-c',
  `{ ${before}; } && exec "$@"`,
  'sh',
];

/** The same with a sysfs of its own. */
export const inMountedNamespace = (before = 'true'): [string, ...string[]] =>
  inNamespace(`mount -t sysfs sysfs /sys && { ${before}; }`).toSpliced(3, 0, '--mount') as [
    string,
    ...string[],
  ];

/** Why no namespace can be made here; null where one can. */
export function whyNoNamespace(before?: string): string | null {
  const [command, ...args] = [...inNamespace(before), 'true'];
  const why = whyNotRun(command, args);
  return why && `no such network namespace can be made here (${why})`;
}
