import { canonicalJson, sha256Hex } from '../base/index.ts';

/** The id of a warning, made of the facts that it is raised by: found again, it is the same warning. */
export function warningId(facts: readonly unknown[]): string {
  return `WN-${sha256Hex(canonicalJson(facts)).slice(0, 24)}`;
}
