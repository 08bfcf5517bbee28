import { createContext, use } from 'react';
import type { Page } from '../pages/page.ts';

/** Every page of the console, in the order of the navigation. */
export const PagesContext = createContext<readonly Page[]>([]);

/** Every page of the console, in the order of the navigation. */
export function usePages(): readonly Page[] {
  return use(PagesContext);
}
