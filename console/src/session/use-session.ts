import { useSyncExternalStore } from 'react';
import { currentSession, type Session, watchSession } from './session.ts';

/** Who is signed in; null where nobody is. */
export function useSession(): Session | null {
  return useSyncExternalStore(watchSession, currentSession);
}

/** Who is signed in, for what is shown only where somebody is. */
export function useSignedIn(): Session {
  const session = useSession();
  if (session === null) throw new Error('Pages are shown to people who have signed in.');
  return session;
}
