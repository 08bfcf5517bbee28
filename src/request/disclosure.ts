import { sha256Hex } from '../base/index.ts';
import type { Grant } from '../agreement/index.ts';
import type { OperationError, SelectedField } from './ports.ts';

/** What a caller is told about one place in its answer that it does not see as it is. */
export interface Disclosure {
  readonly path: readonly string[];
  readonly decision: string;
  readonly code: string;
  /** Names this decision to whoever is asked to explain it. */
  readonly explainId: string;
}

// A plan that is kept hands out the same list of fields each time, always to one grant.
const kept = new WeakMap<
  readonly SelectedField[],
  { readonly grantDigest: string; readonly disclosures: readonly Disclosure[] }
>();

/** One entry for every place that is masked or denied. */
export function listDisclosures(selected: readonly SelectedField[], grant: Grant): readonly Disclosure[] {
  const known = kept.get(selected);
  if (known?.grantDigest === grant.digest) return known.disclosures;
  const disclosures = disclose(selected, grant);
  kept.set(selected, { grantDigest: grant.digest, disclosures });
  return disclosures;
}

function disclose(selected: readonly SelectedField[], grant: Grant): readonly Disclosure[] {
  return selected
    .filter(({ decision }) => decision.kind !== 'allow')
    .map(({ path, coordinate, decision }) => ({
      path,
      decision: decision.kind === 'mask' ? `mask:${decision.mask?.fn ?? ''}` : 'deny',
      code: decision.code,
      explainId: explainIdOf(grant, coordinate),
    }));
}

/** Names what one grant decides about one field: `x1_` and 22 hexadecimal digits. */
export function explainIdOf(grant: Grant, coordinate: string): string {
  return `x1_${sha256Hex(`${grant.digest} ${coordinate}`).slice(0, 22)}`;
}

const REASONS: Readonly<Record<string, string>> = {
  NO_AGREEMENT: 'No agreement of the agency that owns this field covers you for this purpose.',
  NOT_GRANTED: 'Your agreement does not grant this field.',
  PROHIBITED: 'Your agreement prohibits this field.',
  NOT_IN_FORCE: 'The agreement that granted this field is not in force now.',
  PURPOSE_NOT_GRANTED:
    'Your agreement does not cover this purpose. State the purpose that it was signed for.',
  CASE_REQUIRED: 'This field is granted only with a case: send its number in the header lukou-case.',
};

/** One GraphQL error for every place that is denied: one a path pattern, however many rows there are. */
export function listDenials(disclosures: readonly Disclosure[]): readonly OperationError[] {
  return disclosures
    .filter(({ decision }) => decision === 'deny')
    .map(({ path, code, explainId }) => ({
      message: REASONS[code] ?? 'This field is not granted to you.',
      path,
      extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE', reason: code, explainId },
    }));
}
