import type { FastifyInstance } from 'fastify';
import { FEED_SECONDS, type FeedName, openPublicFeeds, type RequestPorts } from '../request/index.ts';
import { writeFeed, writeRefusedPage } from './exit.ts';

const FEEDS: Readonly<Record<string, FeedName>> = {
  '/public/wzdx.geojson': 'wzdx',
  '/public/cifs.json': 'cifs',
};

/** Public travel information, for whoever asks: without a token, and with one nothing more. */
export function openPublicDoor(app: FastifyInstance, ports: RequestPorts): void {
  const feeds = openPublicFeeds(ports);
  for (const [path, name] of Object.entries(FEEDS)) {
    app.get(path, { exposeHeadRoute: false }, async (request, reply) => {
      try {
        const feed = await feeds.read(name, { requestId: request.id, ip: request.ip });
        return writeFeed(reply, feed, isKnown(request.headers['if-none-match'], feed.etag), FEED_SECONDS);
      } catch (error) {
        return writeRefusedPage(reply, error, request.id);
      }
    });
  }
}

/** Whether the client has the feed already (RFC 9110, section 13.1.2): a proxy on the way may have made the tag a weak one. */
function isKnown(ifNoneMatch: string | undefined, etag: string): boolean {
  const tags = new Set((ifNoneMatch ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, '')));
  return tags.has(etag) || tags.has('*');
}
