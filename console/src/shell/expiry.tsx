import { type ReactNode, useEffect, useState } from 'react';
import { useWords } from '../i18n/index.ts';
import { setSession, useSignedIn } from '../session/index.ts';
import { Time } from '../ui/index.ts';
import { shellWords } from './words.ts';

const COUNTDOWN_FROM_MS = 10 * 60_000;

/** When the session ends; near the end it counts down, and at the end the person is back at signing in. */
export function Expiry(): ReactNode {
  const words = useWords(shellWords);
  const { expiresAtMs } = useSignedIn();
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    const tick = setInterval(() => setNowMs(Date.now()), 1_000);
    return () => clearInterval(tick);
  }, []);
  const isOver = expiresAtMs !== null && expiresAtMs <= nowMs;
  useEffect(() => {
    if (isOver) setSession(null);
  }, [isOver]);
  if (expiresAtMs === null) return null;
  const leftMs = Math.max(0, expiresAtMs - nowMs);
  if (leftMs > COUNTDOWN_FROM_MS)
    return (
      <small>
        {words.expires} <Time at={expiresAtMs} />
      </small>
    );
  const seconds = Math.floor(leftMs / 1_000);
  const left = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  return (
    <strong className="badge" data-tone="mask" role="timer">
      {words.expiresIn(left)}
    </strong>
  );
}
