import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** Where a door that listens is reached, under the host that it was told. */
export function listeningUrl({ server }: FastifyInstance, host: string, scheme = 'http'): string {
  const { port } = server.address() as AddressInfo;
  return `${scheme}://${host.includes(':') ? `[${host}]` : host}:${port}/graphql`;
}
