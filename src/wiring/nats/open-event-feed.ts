import { z } from 'zod';
import type { Config } from '../../config.ts';
import { createEventFeed, type Database, type EventFeed, passOn } from '../../storage/index.ts';
import { readPlace } from './read-place.ts';
import { readServer } from './read-server.ts';

const NO_OPTIONS = z.strictObject({});

/**
 * The events of a database as this process follows them: told by the database itself, or where LUKOU_EVENTS is set by NATS. Of
 * the processes that hear of them by NATS, one passes on to it what the database tells.
 *
 * @throws LukouError SETTING_INVALID.
 */
export async function openEventFeed(
  config: Config,
  { app }: Pick<Database, 'app'>,
  onMessage: (message: string) => void,
): Promise<EventFeed> {
  if (config.LUKOU_EVENTS === undefined) return createEventFeed(app);
  const { place } = readPlace(config.LUKOU_EVENTS, 'LUKOU_EVENTS', NO_OPTIONS);
  // Only here: whoever does without would take a tenth longer to start.
  const { openNews } = await import('../../nats/index.ts');
  const news = openNews(await readServer(place, config), place.name, onMessage);
  const feed = createEventFeed(app, news.listen);
  const closing = new AbortController();
  const passingOn = passOn(app, news, closing.signal);
  return {
    follow: feed.follow,
    async close() {
      await feed.close();
      closing.abort();
      await passingOn;
      await news.close();
    },
  };
}
