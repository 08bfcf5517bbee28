import cors from '@fastify/cors';
import type { FastifyInstance } from 'fastify';
import { LUKOU_HEADERS } from './lukou-headers.ts';

const REQUEST_HEADERS = ['accept', 'apollo-require-preflight', 'content-type', ...LUKOU_HEADERS];

/**
 * Lets pages of these origins, and of no other, read answers. Without origins nothing is registered, and browsers keep
 * answers from every page. Cookies and other credentials of the browser's own are never accepted.
 */
export async function openToBrowsers(app: FastifyInstance, origins: readonly string[]): Promise<void> {
  if (origins.length === 0) return;
  await app.register(cors, {
    origin: [...origins],
    methods: ['GET', 'POST'],
    allowedHeaders: REQUEST_HEADERS,
    exposedHeaders: ['retry-after'],
    credentials: false,
    maxAge: 600,
    // The preflight's answer leaves where every answer leaves.
    preflightContinue: true,
    strictPreflight: false,
  });
}
