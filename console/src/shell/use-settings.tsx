import { createContext, use } from 'react';
import type { ConsoleSettings } from '../session/index.ts';

/** How people sign in, as the gateway said when the console opened. */
export const SettingsContext = createContext<ConsoleSettings>({ issuers: [], sampleCallers: [] });

/** How people sign in. */
export function useSettings(): ConsoleSettings {
  return use(SettingsContext);
}
