import type { Agreement } from './agreement.ts';
import type { Catalogue } from './catalogue.ts';
import { compileAgreement, type CompiledAgreement } from './compile-agreement.ts';
import { resolveClauses } from './resolve-clauses.ts';

/**
 * An agreement that is in order, in a policy. Its tables are made when they are first looked into: of ten thousand
 * agreements most are of other years and of callers who are not here.
 */
export class FiledAgreement implements CompiledAgreement {
  readonly agreement: Agreement;
  readonly #catalogue: Catalogue;
  #compiled: CompiledAgreement | undefined;

  constructor(agreement: Agreement, catalogue: Catalogue) {
    this.agreement = agreement;
    this.#catalogue = catalogue;
  }

  get decisions(): CompiledAgreement['decisions'] {
    return this.#compile().decisions;
  }

  get withCase(): CompiledAgreement['withCase'] {
    return this.#compile().withCase;
  }

  get withoutCase(): CompiledAgreement['withoutCase'] {
    return this.#compile().withoutCase;
  }

  #compile(): CompiledAgreement {
    // What could be reported was, when the agreement was checked.
    return (this.#compiled ??= compileAgreement(
      resolveClauses(this.agreement, this.#catalogue, () => undefined),
      this.#catalogue.coordinates.length,
    ));
  }
}
