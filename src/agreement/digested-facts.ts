/**
 * Facts as digests take them in: without those that say nothing (null, false). A fact that a later version of the
 * product knows then leaves the digest of every schema alone that makes no use of it, and with it all that was recorded
 * under that digest.
 */
export function digestedFacts<Facts extends object>(facts: Facts): Partial<Facts> {
  const said = Object.entries(facts).filter(([, value]) => value !== null && value !== false);
  return Object.fromEntries(said) as Partial<Facts>;
}
