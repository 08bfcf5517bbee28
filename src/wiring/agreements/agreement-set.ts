import type { Agreement, Suspension } from '../../agreement/index.ts';
import { canonicalJson, sha256Hex } from '../../base/index.ts';

/** What a folder of agreements says at one time. */
export interface AgreementSet {
  readonly agreements: readonly Agreement[];
  readonly suspensions: readonly Suspension[];
  /** Equal for sets that decide alike. */
  readonly digest: string;
}

/** Agreements and their suspensions as one thing that can be told from another. */
export function makeAgreementSet(
  agreements: readonly Agreement[],
  suspensions: readonly Suspension[],
): AgreementSet {
  const contents = { agreements: agreements.map(({ sha256 }) => sha256).toSorted(), suspensions };
  return { agreements, suspensions, digest: sha256Hex(canonicalJson(contents)) };
}
