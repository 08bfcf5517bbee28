import { hmacSha256 } from '../base/index.ts';
import type { MaskKind } from './mask-kind.ts';
import type { SpecOf } from './mask-spec.ts';

const TOKEN_BYTES = 16;

/**
 * `token(domain)`: the same value gives the same token within one agreement, domain and epoch, so rows can be joined
 * there and nowhere else. A keyed hash, because a plain one of a plate is undone by trying every plate of a city.
 */
export const token: MaskKind<SpecOf<'token'>> = {
  scalars: ['String', 'ID', 'PlateNo'],
  describe: ({ domain }) => domain,
  compile: ({ domain }, keys) => {
    const key = keys.tokenKey(domain);
    return (value) =>
      typeof value === 'string' && value !== ''
        ? `t1_${hmacSha256(key, value).subarray(0, TOKEN_BYTES).toString('base64url')}`
        : null;
  },
  pattern: () => /^t1_[A-Za-z0-9_-]{22}$/,
};
