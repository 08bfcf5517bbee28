import { keyedName } from '../base/index.ts';
import type { MaskKind } from './mask-kind.ts';
import type { SpecOf } from './mask-spec.ts';

/**
 * `token(domain)`: the same value gives the same token within one agreement, domain and epoch, so rows can be joined
 * there and nowhere else. A keyed hash, because a plain one of a plate is undone by trying every plate of a city.
 */
export const token: MaskKind<SpecOf<'token'>> = {
  scalars: ['String', 'ID', 'PlateNo'],
  describe: ({ domain }) => domain,
  compile: ({ domain }, keys) => {
    const key = keys.tokenKey(domain);
    return (value) => (typeof value === 'string' && value !== '' ? keyedName('t1', key, value) : null);
  },
  pattern: () => /^t1_[A-Za-z0-9_-]{22}$/,
};
