/** Functions that read rows of one kind, by name. */
type Part = Readonly<Record<string, unknown>>;

/** All that several parts can do. */
type Together<Parts> = Parts extends readonly [infer First, ...infer Others]
  ? First & Together<Others>
  : unknown;

/**
 * Makes readers of parts, no two of which have a function of the same name. An operation asks for few of them: each part
 * is opened when the first of its functions is asked for, and kept for the operation.
 */
export function composeReader<Ground extends object, Parts extends readonly Part[]>(
  ...parts: readonly ((ground: Ground) => Part)[] & {
    readonly [At in keyof Parts]: (ground: Ground) => Parts[At];
  }
): (ground: Ground) => Together<Parts> {
  class Reader {
    readonly #ground: Ground;
    readonly #opened: Part[] = [];

    constructor(ground: Ground) {
      this.#ground = ground;
    }

    /** The names are the same whatever the operation: they are learned from the first one. */
    static learnNames(ground: Ground): void {
      const namesByPart = parts.map((openPart) => Object.keys(openPart(ground)));
      for (const [at, names] of namesByPart.entries())
        for (const name of names)
          Object.defineProperty(Reader.prototype, name, {
            get(this: Reader) {
              return (this.#opened[at] ??= parts[at]!(this.#ground))[name];
            },
          });
    }
  }

  let isKnown = false;
  return (ground) => {
    if (!isKnown) Reader.learnNames(ground);
    isKnown = true;
    return new Reader(ground) as Together<Parts>;
  };
}
