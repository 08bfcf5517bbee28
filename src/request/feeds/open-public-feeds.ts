import { sha256Hex } from '../../base/index.ts';
import type { Policy } from '../../agreement/index.ts';
import type { Arrival } from '../arrival.ts';
import type { RequestPorts } from '../ports.ts';
import type { PublicFeed } from '../stages.ts';
import { readPublicEvents } from './read-public-events.ts';
import { tellEvent } from './told-event.ts';
import { writeCifs } from './write-cifs.ts';
import { writeWzdx } from './write-wzdx.ts';

/** How long a feed is kept, and may be kept by others. */
export const FEED_SECONDS = 30;

/** The feeds that there are. */
export type FeedName = 'wzdx' | 'cifs';

/** Public travel information, made when it is asked for and kept for a moment. */
export interface PublicFeeds {
  /** Throws what the public is refused with; AUDIT_UNAVAILABLE. */
  read(name: FeedName, asked: Pick<Arrival, 'requestId' | 'ip'>): Promise<PublicFeed>;
}

interface Kept {
  readonly policy: Policy;
  readonly madeAtMs: number;
  readonly feeds: Promise<Readonly<Record<FeedName, PublicFeed>>>;
}

/**
 * Opens the feeds. However many ask, road events are read once in {@link FEED_SECONDS}, and at once where other agreements
 * are in force. Two documents are kept, and nothing else.
 */
export function openPublicFeeds(ports: RequestPorts): PublicFeeds {
  let kept: Kept | null = null;
  let last: Partial<Readonly<Record<FeedName, PublicFeed>>> = {};

  return {
    async read(name, asked) {
      const nowMs = ports.clock.nowMs();
      using edition = ports.takeEdition();
      const { policy } = edition;
      const isFresh =
        kept !== null &&
        kept.policy === policy &&
        nowMs >= kept.madeAtMs &&
        nowMs < kept.madeAtMs + FEED_SECONDS * 1_000;
      const now: Kept = isFresh ? kept! : { policy, madeAtMs: nowMs, feeds: make(asked, nowMs) };
      kept = now;
      try {
        return (await now.feeds)[name];
      } catch (error) {
        // A refusal is kept for nobody: it may be over when the next one asks.
        if (kept === now) kept = null;
        throw error;
      }
    },
  };

  async function make(asked: Pick<Arrival, 'requestId' | 'ip'>, nowMs: number) {
    const events = await readPublicEvents(asked, ports);
    const told = events.flatMap((event) => tellEvent(event, nowMs) ?? []);
    const wzdx = writeWzdx(told, nowMs, FEED_SECONDS);
    const cifs = writeCifs(told);
    const made = {
      wzdx: asFeed('application/geo+json', wzdx, wzdx.features, last.wzdx),
      cifs: asFeed('application/json', cifs, cifs.incidents, last.cifs),
    };
    last = made;
    return made;
  }
}

/** The feed; the one before where it says the same: the instant of its making is no news. */
function asFeed(
  mediaType: string,
  feed: object,
  content: object,
  before: PublicFeed | undefined,
): PublicFeed {
  const etag = `"${sha256Hex(JSON.stringify(content))}"`;
  if (before?.etag === etag) return before;
  return { mediaType, body: JSON.stringify(feed), etag } as PublicFeed;
}
