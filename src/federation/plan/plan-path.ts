import type { PathSegment } from './query-plan.ts';
import type { Supergraph } from '../supergraph.ts';

type Bare = Record<string, unknown>;

/** One step down the data: into a field, or on only for values of these types. Lists are entered wherever they are. */
type PlanStep =
  | { readonly kind: 'field'; readonly name: string }
  | { readonly kind: 'types'; readonly names: ReadonlySet<string> };

/** A path of a plan, compiled: finds the objects that it leads to. */
export class PlanPath {
  readonly #steps: readonly PlanStep[];

  constructor(segments: readonly PathSegment[], supergraph: Supergraph) {
    this.#steps = segments
      .filter((segment) => segment !== '@')
      .map((segment) =>
        'Field' in segment
          ? { kind: 'field', name: segment.Field }
          : {
              kind: 'types',
              names: new Set(segment.TypeCondition.flatMap((name) => [...supergraph.typeNamesUnder(name)])),
            },
      );
  }

  /** Every object at the path. */
  collect(root: Readonly<Bare>): Bare[] {
    const found: Bare[] = [];
    this.#collect(root, 0, found);
    return found;
  }

  /** The full path, with list indices, of every object at the path. Walks again, since only faults need it. */
  locate(root: Readonly<Bare>): ReadonlyMap<Bare, readonly (string | number)[]> {
    const located = new Map<Bare, readonly (string | number)[]>();
    this.#locate(root, 0, [], located);
    return located;
  }

  #collect(value: unknown, index: number, found: Bare[]): void {
    if (typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) {
      for (const item of value) this.#collect(item, index, found);
      return;
    }
    const step = this.#steps[index];
    if (step === undefined) found.push(value as Bare);
    else if (step.kind === 'field') this.#collect((value as Bare)[step.name], index + 1, found);
    else if (mayBeOneOf(value as Bare, step.names)) this.#collect(value, index + 1, found);
  }

  #locate(
    value: unknown,
    index: number,
    path: readonly (string | number)[],
    located: Map<Bare, readonly (string | number)[]>,
  ): void {
    if (typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) {
      for (const [position, item] of value.entries()) this.#locate(item, index, [...path, position], located);
      return;
    }
    const step = this.#steps[index];
    if (step === undefined) located.set(value as Bare, path);
    else if (step.kind === 'types') {
      if (mayBeOneOf(value as Bare, step.names)) this.#locate(value, index + 1, path, located);
    } else this.#locate((value as Bare)[step.name], index + 1, [...path, step.name], located);
  }
}

// Plans ask for __typename only where a path needs it, so a value without one is on the path.
function mayBeOneOf(value: Readonly<Bare>, names: ReadonlySet<string>): boolean {
  const typeName = value['__typename'];
  return typeof typeName !== 'string' || names.has(typeName);
}
