import type { Pool } from 'pg';
import { runNamed } from '../run-named.ts';

/** One event of an audience: its number there and which row it tells of. */
export interface NumberedEvent {
  readonly number: number;
  readonly id: string;
}

/** Whom events are numbered for. */
export interface Audience {
  readonly topic: string;
  readonly audience: string;
}

const LAST_NUMBER = {
  name: 'live.last-number',
  text: 'select last_number as last from live.topic where topic = $1 and audience = $2',
};

const READ_EVENTS = {
  name: 'live.read-events',
  text: `
    select number, row_id as id from live.event
    where topic = $1 and audience = $2 and number > $3
    order by number
    limit $4`,
};

/** The number of the last event of an audience; 0 where there was none. */
export async function findLastNumber(pool: Pool, { topic, audience }: Audience): Promise<number> {
  const { rows } = await runNamed<{ last: number }>(pool, LAST_NUMBER, [topic, audience]);
  return rows[0]?.last ?? 0;
}

/** The next events after a number, in order. */
export async function readEvents(
  pool: Pool,
  { topic, audience }: Audience,
  after: number,
  most: number,
): Promise<readonly NumberedEvent[]> {
  const { rows } = await runNamed<NumberedEvent>(pool, READ_EVENTS, [topic, audience, after, most]);
  return rows.map(({ number, id }) => ({ number, id }));
}
