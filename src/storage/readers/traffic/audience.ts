import { PARTIES } from '../../../loops/index.ts';
import type { Confidentiality } from '../../statements/traffic/event-audience.ts';
import type { ReaderGround } from '../ground.ts';

/** Which road events the asker is told of: the public of what nobody restricts, other agencies of what authorities may know. */
export function audienceOf({ agency }: Pick<ReaderGround, 'agency'>): readonly Confidentiality[] {
  if (agency === '') return ['NO_RESTRICTION'];
  if (agency !== PARTIES.RoadEvent['operator']) return ['NO_RESTRICTION', 'RESTRICTED_TO_AUTHORITIES'];
  return ['NO_RESTRICTION', 'RESTRICTED_TO_AUTHORITIES', 'INTERNAL_USE'];
}
