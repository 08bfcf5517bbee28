import { z } from 'zod';
import { LukouError } from '../base/index.ts';
import type { FollowStream } from '../cli/index.ts';
import { followStream, ownersOf, readsNoPlace } from '../ingest/index.ts';
import { closeNats, connectNats, openMessageStream } from '../nats/index.ts';
import type { DeskParts } from './desk-parts.ts';
import { findAdapter } from './find-adapter.ts';
import { readPlace } from './nats/read-place.ts';
import { readServer } from './nats/read-server.ts';
import { operatorIngestPorts } from './operator-ingest.ts';

const OPTIONS = z.strictObject({
  /** What remembers which messages were dealt with; one an adapter unless named. */
  consumer: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,64}$/)
    .optional(),
  subject: z
    .string()
    .regex(/^[\x21-\x7e]{1,255}$/)
    .optional(),
  /** Messages that become one publication, at most. */
  batch: z.coerce.number().int().min(1).max(5_000).default(500),
});

/** What takes in a stream of messages, for as long as it runs. */
export function openStreamDesk({
  readConfig,
  joinDatabase,
  onMessage,
}: Omit<DeskParts, 'production'>): FollowStream {
  return async ({ from, adapter: adapterName, signal }, report) => {
    const config = readConfig();
    const { place, options } = readPlace(from, '--from', OPTIONS);
    const adapter = await findAdapter(adapterName);
    const [owner, ...others] = ownersOf(adapter);
    if (others.length > 0)
      throw refuse(
        'its records belong to several agencies, and a stream is of one. Write an adapter for each.',
      );
    if (!readsNoPlace(adapter.form))
      throw refuse(
        'it reads @line or @file, and a message that comes twice would be two records. Leave them out.',
      );
    const server = await readServer(place, config);
    await using database = await joinDatabase(config);
    const connection = await connectNats(server, onMessage);
    try {
      const { consumer = `lukou-${adapter.name}`, subject, batch } = options;
      const maxBytes = config.LUKOU_MAX_DELIVERY_BYTES;
      const order = { stream: place.name, consumer, subject, batch, maxBytes };
      const stream = await openMessageStream(connection, order);
      const feeder = { actor: `stream ${place.name}`, agency: owner! };
      const ports = { ...operatorIngestPorts(config, { database, onMessage }), feeder };
      onMessage(`stream: taking in ${place.name} as ${adapter.name}`);
      return await followStream(
        { adapter, name: place.name, stream, signal, onReceipt: report, onMessage },
        ports,
      );
    } finally {
      await closeNats(connection);
    }

    function refuse(why: string): LukouError {
      return new LukouError('ADAPTER_INVALID', `${adapter.name} cannot take in a stream: ${why}`);
    }
  };
}
