import { sha256Hex } from '../base/index.ts';
import type { Contact, Grant } from '../agreement/index.ts';
import { describeDecision } from '../audit/index.ts';
import type { FoundPointer, OperationError, SelectedField } from './ports.ts';

/** What a caller is told about one place in its answer that it does not see as it is. */
export interface Disclosure {
  /** Lists without their indices; of a pointer with them, since records may be behind one place and not another. */
  readonly path: readonly (string | number)[];
  readonly decision: string;
  readonly code: string;
  /** Names this decision to whoever is asked to explain it. */
  readonly explainId: string;
  /** Of a pointer: whether there is a record. */
  readonly exists?: boolean;
  /** Of a pointer: whom to ask about it. */
  readonly contact?: Contact;
}

// A plan that is kept hands out the same list of fields each time, always to one grant.
const kept = new WeakMap<
  readonly SelectedField[],
  { readonly grantDigest: string; readonly disclosures: readonly Disclosure[] }
>();

/** One entry for every place that is masked, denied or told of groups only. */
export function listDisclosures(selected: readonly SelectedField[], grant: Grant): readonly Disclosure[] {
  const known = kept.get(selected);
  if (known?.grantDigest === grant.digest) return known.disclosures;
  const disclosures = disclose(selected, grant);
  kept.set(selected, { grantDigest: grant.digest, disclosures });
  return disclosures;
}

function disclose(selected: readonly SelectedField[], grant: Grant): readonly Disclosure[] {
  return selected
    .filter(
      ({ decision: { kind, statistic } }) => kind === 'mask' || kind === 'deny' || statistic !== undefined,
    )
    .map(({ path, coordinate, decision }) => ({
      path,
      decision: decision.kind === 'deny' ? 'deny' : describeDecision(decision),
      code: decision.code,
      explainId: explainIdOf(grant, coordinate),
    }));
}

/** One entry for every place at which a record may be pointed at, whether or not there is one. */
export function listPointers(
  found: readonly FoundPointer[],
  selected: readonly SelectedField[],
  grant: Grant,
): readonly Disclosure[] {
  if (found.length === 0) return [];
  const pointers = selected.filter(({ decision }) => decision.kind === 'pointer');
  const byPath = new Map(pointers.map((field) => [JSON.stringify(field.path), field] as const));
  return found.flatMap(({ path, exists }) => {
    const field = byPath.get(JSON.stringify(path.filter((key) => typeof key === 'string')));
    const contact = field?.decision.contact;
    if (field === undefined || contact === undefined) return [];
    const explainId = explainIdOf(grant, field.coordinate);
    return [{ path, decision: 'pointer', code: field.decision.code, explainId, exists, contact }];
  });
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
