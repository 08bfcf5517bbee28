import { canonicalJson, LukouError, sha256Hex } from '../../base/index.ts';
import type { ActKeeper, ActReceipt } from './ports.ts';

const KEY = /^[A-Za-z0-9_-]{16,64}$/;

/** What somebody asks for: its arguments, the key among them. */
interface AskedOnce {
  readonly key: string;
  readonly [argument: string]: unknown;
}

/**
 * Does an act once, however often it is asked for: under the same key and with the same arguments the answer is the same.
 * A refusal is not kept; the same act may be tried again.
 *
 * @throws LukouError ACT_KEY_INVALID, ACT_KEY_REUSED, and what `work` throws.
 */
export function doOnce<Desk>(
  coordinate: string,
  actor: string,
  { key, ...asked }: AskedOnce,
  keeper: ActKeeper<Desk>,
  work: (desk: Desk) => Promise<ActReceipt>,
): Promise<ActReceipt> {
  if (!KEY.test(key)) return Promise.reject(new LukouError('ACT_KEY_INVALID'));
  const argumentsSha256 = sha256Hex(canonicalJson(asked));
  return keeper.once({ coordinate, key, argumentsSha256, actor }, work);
}
