import { LOG_KEEPER } from '../../../agreement/index.ts';
import type { ReaderGround } from '../ground.ts';

/** The one agency whose data a reader may read about, whatever it filters by; null for the keeper of the log. */
export function ownDataOf({ agency }: Pick<ReaderGround, 'agency'>): string | null {
  return agency === LOG_KEEPER ? null : agency;
}
