import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findNetwork, requireOffline } from '../../../src/register/index.ts';

const ROUTE_HEAD = 'Iface\tDestination\tGateway\tFlags\tRefCnt\tUse\tMetric\tMask\tMTU\tWindow\tIRTT\n';
const NOWHERE = '0'.repeat(32);

describe('what connects a machine', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'lukou-net-'));
    mkdirSync(join(root, 'proc/net'), { recursive: true });
    addInterface('lo', '0x9');
    writeFileSync(join(root, 'proc/net/route'), ROUTE_HEAD);
    // What every kernel has on its loopback, and what leads nowhere.
    writeFileSync(
      join(root, 'proc/net/ipv6_route'),
      `${NOWHERE} 00 ${NOWHERE} 00 ${NOWHERE} ffffffff 1 0 00200200 lo\n`,
    );
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  function addInterface(name: string, flags: string): void {
    mkdirSync(join(root, 'sys/class/net', name), { recursive: true });
    writeFileSync(join(root, 'sys/class/net', name, 'flags'), `${flags}\n`);
  }

  it('is nothing, on a machine with its loopback up and its card down', () => {
    addInterface('eth0', '0x1002');
    writeFileSync(join(root, 'sys/class/net/bonding_masters'), '\n');
    expect(findNetwork(root)).toEqual([]);
    expect(() => requireOffline(root)).not.toThrow();
  });

  it('is an interface that is up, with or without a cable in it', () => {
    addInterface('wlan0', '0x1003');
    expect(findNetwork(root)).toEqual(['wlan0 is up']);
    expect(() => requireOffline(root)).toThrow(/wlan0 is up/);
  });

  it('is a default route, of either protocol', () => {
    const route = ['ppp0', '00000000', '00000000', '0001', '0', '0', '0', '00000000', '0', '0', '0'];
    writeFileSync(join(root, 'proc/net/route'), `${ROUTE_HEAD}${route.join('\t')}\n`);
    expect(findNetwork(root)).toEqual(['default route by ppp0']);
    writeFileSync(join(root, 'proc/net/route'), ROUTE_HEAD);
    writeFileSync(join(root, 'proc/net/ipv6_route'), `${NOWHERE} 00 ${NOWHERE} 00 fd00 1 2 0 3     tun0\n`);
    expect(findNetwork(root)).toEqual(['default route by tun0 (IPv6)']);
  });

  it('is unknown, where the machine does not say', () => {
    rmSync(join(root, 'sys'), { recursive: true });
    expect(() => requireOffline(root)).toThrow(/cannot be listed/);
    mkdirSync(join(root, 'sys/class/net/eth0'), { recursive: true });
    expect(() => requireOffline(root)).toThrow(/eth0 \(unknown\)/);
  });
});
