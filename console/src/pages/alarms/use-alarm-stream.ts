import { useEffect, useRef, useState } from 'react';
import type { Stated } from '../../graphql/index.ts';
import { followAlarms, type StreamEnd, type ToldAlarm } from './follow-alarms.ts';

/** How the stream stands. */
export type StreamState =
  { readonly is: 'connecting' } | { readonly is: 'live' } | { readonly is: 'ended'; readonly end: StreamEnd };

/** Numbers of alarms that were not told, both included. */
export interface Gap {
  readonly from: number;
  readonly to: number;
}

/** What a stream has told so far, newest first. */
export interface AlarmStream {
  readonly state: StreamState;
  readonly told: readonly ToldAlarm[];
  readonly gaps: readonly Gap[];
  /** Goes on after the last alarm that was told. */
  readonly connect: () => void;
}

const CONNECTING: StreamState = { is: 'connecting' };

/** Follows alarms as long as the page is open. */
export function useAlarmStream(stated: Stated): AlarmStream {
  const [state, setState] = useState<StreamState>(CONNECTING);
  const [told, setTold] = useState<readonly ToldAlarm[]>([]);
  const [gaps, setGaps] = useState<readonly Gap[]>([]);
  const [attempt, setAttempt] = useState(0);
  const last = useRef<number | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const leave = followAlarms(stated, last.current, {
      onLive: () => isCurrent && setState({ is: 'live' }),
      onAlarm(alarm) {
        if (!isCurrent) return;
        const before = last.current ?? alarm.number - 1;
        if (alarm.number <= before) return;
        if (alarm.number > before + 1)
          setGaps((known) => [...known, { from: before + 1, to: alarm.number - 1 }]);
        last.current = alarm.number;
        setTold((known) => [alarm, ...known]);
      },
      onEnd(end) {
        if (!isCurrent) return;
        // What followed is not kept any more: the next stream begins from now on.
        if (end.code === 'EVENTS_FORGOTTEN') last.current = null;
        setState({ is: 'ended', end });
      },
    });
    return () => {
      isCurrent = false;
      leave();
    };
  }, [stated, attempt]);
  const connect = (): void => {
    setState(CONNECTING);
    setAttempt((count) => count + 1);
  };
  return { state, told, gaps, connect };
}
