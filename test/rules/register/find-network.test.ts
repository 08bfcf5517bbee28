import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findNetwork, requireOffline } from '../../../src/register/index.ts';

const GROUPS_HEAD = 'Idx\tDevice    : Count Querier\tGroup    Users Timer\tReporter\n';
const ROUTE_HEAD = 'Iface\tDestination\tGateway\tFlags\tRefCnt\tUse\tMetric\tMask\tMTU\tWindow\tIRTT\n';
const NOWHERE = '0'.repeat(32);

describe('what connects a machine', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'lukou-net-'));
    mkdirSync(join(root, 'proc/net'), { recursive: true });
    writeFileSync(join(root, 'proc/net/dev'), 'Inter-|   Receive\n face |bytes    packets\n');
    writeFileSync(join(root, 'proc/net/igmp'), GROUPS_HEAD);
    addInterface('lo', '0x9');
    writeFileSync(join(root, 'proc/net/route'), ROUTE_HEAD);
    // What every kernel has on its loopback, and what leads nowhere.
    writeFileSync(
      join(root, 'proc/net/ipv6_route'),
      `${NOWHERE} 00 ${NOWHERE} 00 ${NOWHERE} ffffffff 1 0 00200200 lo\n`,
    );
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  /** One that the namespace has; without flags, sysfs is that of another namespace. */
  function addInterface(name: string, flags?: string): void {
    appendFileSync(join(root, 'proc/net/dev'), `${name.padStart(6)}:       0       0\n`);
    if (flags === undefined) return;
    mkdirSync(join(root, 'sys/class/net', name), { recursive: true });
    writeFileSync(join(root, 'sys/class/net', name, 'flags'), `${flags}\n`);
  }

  it('is nothing, on a machine with its loopback up and its card down', () => {
    addInterface('eth0', '0x1002');
    expect(findNetwork(root)).toEqual([]);
    expect(() => requireOffline(root)).not.toThrow();
  });

  it('is an interface that is up, with or without a cable in it', () => {
    addInterface('wlan0', '0x1003');
    expect(findNetwork(root)).toEqual(['wlan0 is up']);
    expect(() => requireOffline(root)).toThrow(/wlan0 is up/);
  });

  it('is not what another network namespace has, whose sysfs is still mounted here', () => {
    mkdirSync(join(root, 'sys/class/net/eth0'), { recursive: true });
    writeFileSync(join(root, 'sys/class/net/eth0/flags'), '0x1003\n');
    expect(findNetwork(root)).toEqual([]);
  });

  it('is an interface of this namespace that is up, though sysfs is that of another', () => {
    addInterface('va');
    expect(findNetwork(root)).toEqual([]);
    writeFileSync(
      join(root, 'proc/net/igmp'),
      `${GROUPS_HEAD}3\tva        :     1      V3\n\t\t\t\t010000E0     1\n`,
    );
    expect(findNetwork(root)).toEqual(['va is up']);
    writeFileSync(join(root, 'proc/net/igmp'), GROUPS_HEAD);
    writeFileSync(join(root, 'proc/net/if_inet6'), `${NOWHERE} 03 40 20 80       va\n`);
    expect(findNetwork(root)).toEqual(['va is up']);
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
    addInterface('eth0');
    rmSync(join(root, 'proc/net/igmp'));
    expect(() => requireOffline(root)).toThrow(/eth0 \(unknown\)/);
    rmSync(join(root, 'proc/net/dev'));
    expect(() => requireOffline(root)).toThrow(/cannot be listed/);
  });
});
