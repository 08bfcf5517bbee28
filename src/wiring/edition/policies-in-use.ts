import type { Policy } from '../../agreement/index.ts';

/** The policies that requests of one graph run under: the one in force, and those that requests under way began with. */
export class PoliciesInUse {
  readonly #held = new Map<string, { readonly policy: Policy; holders: number }>();

  #newest: Policy | undefined;

  /** The one that was taken into use last: what has gone on since an earlier one is judged by it. */
  get newest(): Policy | undefined {
    return this.#newest;
  }

  /** Counts one holder in; the function that it returns counts it out. */
  admit(policy: Policy): () => void {
    const { digest } = policy;
    const holding = this.#held.get(digest) ?? { policy, holders: 0 };
    holding.holders += 1;
    this.#held.set(digest, holding);
    this.#newest = policy;
    return () => {
      holding.holders -= 1;
      if (holding.holders === 0) this.#held.delete(digest);
    };
  }

  find(digest: string): Policy | undefined {
    return this.#held.get(digest)?.policy;
  }
}
