import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LukouError } from '../../base/index.ts';

const IFF_UP = 0x1;
const IFF_LOOPBACK = 0x8;

/** What connects this machine, in words; empty where nothing does. Linux only: elsewhere it cannot be told. */
export function findNetwork(root = '/'): readonly string[] {
  return [...findInterfaces(join(root, 'sys/class/net')), ...findRoutes4(root), ...findRoutes6(root)];
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

function findInterfaces(folder: string): string[] {
  const names = read(() => readdirSync(folder));
  if (names === null || names.length === 0) return ['interfaces that cannot be listed (is this Linux?)'];
  return names.flatMap((name) => {
    const flags = read(() => readFileSync(join(folder, name, 'flags'), 'utf8'));
    // A plain file such as bonding_masters is no interface.
    if (flags === null)
      return read(() => readdirSync(join(folder, name))) === null ? [] : [`${name} (unknown)`];
    const bits = Number(flags.trim());
    return (bits & IFF_LOOPBACK) === 0 && (bits & IFF_UP) !== 0 ? [`${name} is up`] : [];
  });
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
