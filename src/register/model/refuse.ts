import { LukouError } from '../../base/index.ts';

/** The refusal of what may not happen; says why, and what may be done instead. */
export function refuse(why: string): LukouError {
  return new LukouError('REGISTER_REFUSED', why);
}
