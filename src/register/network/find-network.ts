import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LukouError } from '../../base/index.ts';

const IFF_UP = 0x1;
const IFF_LOOPBACK = 0x8;

/**
 * What connects this machine, in words; empty where nothing does. Of a process in a network namespace of its own, what
 * connects that. Linux only: elsewhere it cannot be told.
 */
export function findNetwork(root = '/'): readonly string[] {
  return [...findInterfaces(root), ...findRoutes4(root), ...findRoutes6(root)];
}

/**
 * Refuses to go on where the machine is, or may be, on a network.
 *
 * @throws LukouError REGISTER_ONLINE naming every interface and route.
 */
export function requireOffline(root?: string): void {
  const found = findNetwork(root);
  if (found.length > 0) throw new LukouError('REGISTER_ONLINE', `Found: ${found.join('; ')}.`);
}

/**
 * The kernel says what interfaces there are for the namespace of who asks (`/proc/net/dev`), but which of them are up only
 * through sysfs, which belongs to the namespace that mounted it: after a plain `unshare --net` that is another one. So an
 * interface is up where sysfs says so, or where it has an IPv6 address or an IPv4 multicast group, as every one has that
 * is up and can carry IPv4, with or without a cable or an address. One that nothing is known of counts as up.
 */
function findInterfaces(root: string): string[] {
  const names = linesOf(join(root, 'proc/net/dev')).slice(2).map(nameBeforeColon);
  if (names.length === 0) return ['interfaces that cannot be listed (is this Linux?)'];
  const groups = linesOf(join(root, 'proc/net/igmp'));
  const addresses = linesOf(join(root, 'proc/net/if_inet6'));
  const active = new Set([
    // Lines of groups are indented, and stand below that of their interface: index, name, colon.
    ...groups.slice(1).flatMap((line) => /^\d+\s+(\S+)\s*:/.exec(line)?.[1] ?? []),
    ...addresses.flatMap((line) => line.split(/\s+/).at(-1) ?? []),
  ]);
  return names.flatMap((name) => {
    const flags = readFlags(root, name);
    if (name === 'lo' && (flags === null || (flags & IFF_LOOPBACK) !== 0)) return [];
    if (active.has(name) || (flags !== null && (flags & IFF_UP) !== 0)) return [`${name} is up`];
    return flags === null && groups.length === 0 ? [`${name} (unknown)`] : [];
  });
}

const nameBeforeColon = (line: string): string => line.slice(0, line.indexOf(':')).trim();

/** Null where sysfs does not know the interface. */
function readFlags(root: string, name: string): number | null {
  const text = read(() => readFileSync(join(root, 'sys/class/net', name, 'flags'), 'utf8'));
  return text === null ? null : Number(text.trim());
}

/** Routes to everywhere: destination and mask are zero. */
function findRoutes4(root: string): string[] {
  return linesOf(join(root, 'proc/net/route'))
    .slice(1)
    .map((line) => line.split('\t'))
    .filter((fields) => isZero(fields[1]) && isZero(fields[7]))
    .map(([name]) => `default route by ${name}`);
}

/** The kernel keeps a default route of its own on the loopback, which leads nowhere. */
function findRoutes6(root: string): string[] {
  return linesOf(join(root, 'proc/net/ipv6_route'))
    .map((line) => line.split(/\s+/))
    .filter(([destination, prefix, ...rest]) => isZero(destination) && isZero(prefix) && rest.at(-1) !== 'lo')
    .map((fields) => `default route by ${fields.at(-1)} (IPv6)`);
}

const isZero = (field: string | undefined): boolean => field !== undefined && /^0+$/.test(field);

/** Lines of a table of the kernel; none where the kernel has no such protocol. */
function linesOf(path: string): string[] {
  const text = read(() => readFileSync(path, 'utf8')) ?? '';
  return text.split('\n').filter((line) => line.trim() !== '');
}

function read<Value>(get: () => Value): Value | null {
  try {
    return get();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (['ENOENT', 'ENOTDIR'].includes(code)) return null;
    throw new LukouError('REGISTER_ONLINE', `What connects this machine cannot be read (${code}).`, {
      cause: error,
    });
  }
}
