import type { Policy } from '../../agreement/index.ts';

/** The policies that requests of one graph run under: the one in force, and those that requests under way began with. */
export class PoliciesInUse {
  readonly #held = new Map<string, { readonly policy: Policy; holders: number }>();

  /** Counts one holder in; the function that it returns counts it out. */
  admit(policy: Policy): () => void {
    const { digest } = policy;
    const holding = this.#held.get(digest) ?? { policy, holders: 0 };
    holding.holders += 1;
    this.#held.set(digest, holding);
    return () => {
      holding.holders -= 1;
      if (holding.holders === 0) this.#held.delete(digest);
    };
  }

  find(digest: string): Policy | undefined {
    return this.#held.get(digest)?.policy;
  }
}
