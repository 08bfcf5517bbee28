import { LukouError } from '../base/index.ts';

/** The only sensitivity labels that data in the gateway may carry, least sensitive first. */
export const ONLINE_LABELS = ['PUBLIC', 'INTERNAL', 'RESTRICTED', 'SENSITIVE'] as const;

/** One of {@link ONLINE_LABELS}. State secrets have no label here: they may not be online at all. */
export type OnlineLabel = (typeof ONLINE_LABELS)[number];

/**
 * The label that `value` states. A missing or unknown label counts as the highest claimed (保密法实施条例 art. 26),
 * so anything that is not exactly one of {@link ONLINE_LABELS} refuses.
 *
 * @throws LukouError INGEST_REFUSED. The refused value is never echoed: it may itself be a secrecy mark.
 */
export function requireOnlineLabel(value: unknown): OnlineLabel {
  const label = ONLINE_LABELS.find((known) => known === value);
  if (label !== undefined) return label;
  const problem =
    value === undefined || value === null || value === ''
      ? 'The online label is missing.'
      : 'The online label is unknown.';
  throw new LukouError('INGEST_REFUSED', `${problem} Use exactly one of ${ONLINE_LABELS.join(', ')}.`);
}
