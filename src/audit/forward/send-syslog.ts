import { createSocket } from 'node:dgram';
import { connect, type Socket } from 'node:net';
import { hostname } from 'node:os';
import { LukouError } from '../../base/index.ts';
import type { CopySender, RecordCopy } from './copy-sender.ts';

// RFC 5424: facility 13, log audit; severity 6, informational, and 4, warning.
const FACILITY = 13;
const INFORMATIONAL = 6;
const WARNING = 4;
const LONGEST_DATAGRAM = 65_507;
const TIMEOUT_MS = 10_000;

/** A copy as one message of RFC 5424: the OCSF event in JSON, which is one line. */
function printSyslog({ time, stage, text }: RecordCopy): string {
  const priority = FACILITY * 8 + (stage === 'DENY' || stage === 'ERROR' ? WARNING : INFORMATIONAL);
  const host =
    hostname()
      .replaceAll(/[^\x21-\x7e]/g, '')
      .slice(0, 255) || '-';
  return `<${priority}>1 ${time} ${host} lukou ${process.pid} ${stage} - ${text}`;
}

/** Sends over TCP, counting octets (RFC 6587). What the other side's host has taken over counts as sent. */
export function createTcpSender(to: URL): CopySender {
  let socket: Socket | null = null;
  return {
    async send(copies) {
      socket ??= await openSocket(hostOf(to), Number(to.port || 601));
      try {
        await writeAll(socket, Buffer.concat(copies.map((copy) => frame(printSyslog(copy)))));
      } catch (error) {
        socket.destroy();
        socket = null;
        throw error;
      }
    },
    async close() {
      socket?.destroy();
    },
  };
}

/** Sends one datagram a record (RFC 5426). Nobody says whether it arrives. */
export function createUdpSender(to: URL): CopySender {
  const host = hostOf(to);
  const socket = createSocket(host.includes(':') ? 'udp6' : 'udp4');
  return {
    async send(copies) {
      for (const copy of copies) {
        const datagram = Buffer.from(printSyslog(copy));
        if (datagram.length > LONGEST_DATAGRAM)
          throw new LukouError('FORWARD_IMPOSSIBLE', 'A record is longer than a datagram. Use syslog+tcp.');
        await new Promise<void>((resolve, reject) => {
          socket.send(datagram, Number(to.port || 514), host, (error) =>
            error === null ? resolve() : reject(error),
          );
        });
      }
    },
    async close() {
      socket.close();
    },
  };
}

/** The host as sockets take it: an address of IPv6 without its brackets. */
const hostOf = (url: URL): string => url.hostname.replaceAll(/^\[|\]$/g, '');

function frame(message: string): Buffer {
  const bytes = Buffer.from(message);
  return Buffer.concat([Buffer.from(`${bytes.length} `), bytes]);
}

function openSocket(host: string, port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port });
    socket.setTimeout(TIMEOUT_MS, () => socket.destroy(new Error('no answer')));
    socket.once('error', reject);
    socket.once('connect', () => {
      socket.off('error', reject);
      // A connection that ends between two sends is noticed by the next one.
      socket.on('error', () => undefined);
      socket.setTimeout(0);
      resolve(socket);
    });
  });
}

function writeAll(socket: Socket, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    if (!socket.writable) {
      reject(new Error('the connection was closed'));
      return;
    }
    socket.write(bytes, (error) => (error == null ? resolve() : reject(error)));
  });
}
