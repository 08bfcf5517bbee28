import { createClient } from 'graphql-sse';
import {
  AlarmRaisedDocument,
  type AlarmRaisedSubscription,
  type ListedAlarmFragment,
} from '../../graphql/generated.ts';
import { headersOf, type Stated } from '../../graphql/index.ts';

/** One alarm as it was told, and its number among all that this agency may be told of. */
export interface ToldAlarm {
  readonly alarm: ListedAlarmFragment;
  readonly number: number;
}

/** Why a stream has ended: a code of docs/subscriptions.md, or null where the gateway gave none. */
export interface StreamEnd {
  readonly code: string | null;
  readonly message: string;
}

/** Who hears of a stream. */
export interface Follower {
  /** What happens from now on will be told. */
  onLive(): void;
  onAlarm(told: ToldAlarm): void;
  onEnd(end: StreamEnd): void;
}

/** Follows alarms as they are raised, from the one after a number on; what it returns leaves the stream. */
export function followAlarms(stated: Stated, afterNumber: number | null, follower: Follower): () => void {
  // By server-sent events: a browser sends no headers with a WebSocket, and the token belongs into one.
  const client = createClient({
    url: '/graphql',
    headers: headersOf(stated),
    credentials: 'omit',
    // Again only with the number of the last alarm: the client would begin from now on, and leave a hole.
    retryAttempts: 0,
  });
  let end: StreamEnd = { code: null, message: '' };
  return client.subscribe<AlarmRaisedSubscription, { readonly event?: { readonly number: number } }>(
    { query: AlarmRaisedDocument.toString(), variables: { afterNumber } },
    {
      next({ data, errors, extensions }) {
        const number = extensions?.event?.number;
        if (data?.alarmRaised && number !== undefined) follower.onAlarm({ alarm: data.alarmRaised, number });
        const [error] = errors ?? [];
        if (error === undefined) return;
        const { code } = error.extensions;
        end = { code: typeof code === 'string' ? code : null, message: error.message };
      },
      error: (error) =>
        follower.onEnd({ code: null, message: error instanceof Error ? error.message : String(error) }),
      complete: () => follower.onEnd(end),
    },
    { connected: () => follower.onLive() },
  );
}
