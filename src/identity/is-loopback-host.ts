import { BlockList, isIP } from 'node:net';

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/** True for `localhost` and for addresses that never leave this machine. `0.0.0.0`, `::` and an empty host are not. */
export function isLoopbackHost(host: string): boolean {
  const bare = host.startsWith('[') && host.endsWith(']') ? host.slice(1, -1) : host;
  if (bare.toLowerCase() === 'localhost') return true;
  const version = isIP(bare);
  return version !== 0 && loopback.check(bare, version === 4 ? 'ipv4' : 'ipv6');
}

/** Whether nobody between here and an address can read or change what is said: https, or this machine. True for no address. */
export function isCovered(address: string): boolean {
  const url = URL.parse(address);
  return url === null || url.protocol === 'https:' || isLoopbackHost(url.hostname);
}
