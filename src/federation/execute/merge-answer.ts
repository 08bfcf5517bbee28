import { ABSENT } from './absent.ts';
import { bareObject } from './bare-object.ts';
import type { FetchPlace, FetchShape } from '../plan/fetch-shape.ts';
import type { Supergraph } from '../supergraph.ts';

type Bare = Record<string, unknown>;

/** Stands where agencies contradict each other or answer without measure; completion makes it an error and null. */
const BROKEN = Symbol('broken');
const MAX_LIST_NESTING = 16;

/** Merges agencies' answers into the gateway's own tree of data. */
export class AnswerMerger {
  readonly #isObjectType: (typeName: string) => boolean;
  readonly #hasInheritedNames: boolean;

  constructor({ isObjectType, hasInheritedNames }: Pick<Supergraph, 'isObjectType' | 'hasInheritedNames'>) {
    this.#isObjectType = isObjectType;
    this.#hasInheritedNames = hasInheritedNames;
  }

  /**
   * Takes what the shape names from an agency's object into `target`: as copies, so that nothing is shared between two
   * places, or as it is where `mayKeep` says that no other place reads it. A null never overwrites a value, objects and
   * lists merge, other values replace.
   */
  merge(shape: FetchShape, source: Readonly<Bare>, target: Bare, mayKeep: boolean): void {
    for (const place of shape.places) {
      const { readKey, writeKey, below } = place;
      const value = source[readKey];
      if (value === undefined) continue;
      const existing = target[writeKey];
      if (below !== null) target[writeKey] = this.#mergePlace(place, below, value, existing, mayKeep);
      else if (readKey === '__typename') this.#mergeTypeName(value, target);
      else if (value !== null || existing === undefined || existing === ABSENT) target[writeKey] = value;
    }
  }

  /** The agency knows no such entity: what it was asked for is absent, not forgotten. */
  mergeAbsence(shape: FetchShape, target: Bare): void {
    for (const { readKey, writeKey } of shape.places) {
      if (readKey !== '__typename' && target[writeKey] === undefined) target[writeKey] = ABSENT;
    }
  }

  #mergePlace(
    { isRenamedBelow }: FetchPlace,
    below: FetchShape,
    value: unknown,
    existing: unknown,
    mayKeep: boolean,
  ): unknown {
    if (existing === undefined && mayKeep && !isRenamedBelow && !this.#hasInheritedNames) return value;
    return this.#mergeComposite(below, value, existing, 0);
  }

  #mergeComposite(shape: FetchShape, value: unknown, existing: unknown, nesting: number): unknown {
    if (existing === BROKEN) return BROKEN;
    if (typeof existing !== 'object' || existing === null) return this.#copyComposite(shape, value, nesting);
    if (value === null) return existing;
    if (typeof value !== 'object') return BROKEN;
    if (!Array.isArray(value)) {
      if (Array.isArray(existing)) return BROKEN;
      // Not the same object: what is granted of one type must not be read as a field of the other.
      if (this.#isOfAnotherType(value as Bare, existing as Bare)) return existing;
      this.merge(shape, value as Bare, existing as Bare, false);
      return existing;
    }
    if (!Array.isArray(existing) || nesting >= MAX_LIST_NESTING) return BROKEN;
    if (existing.length !== value.length) return BROKEN;
    for (let index = 0; index < value.length; index++) {
      existing[index] = this.#mergeItem(shape, value[index], existing[index], nesting);
    }
    return existing;
  }

  #mergeItem(shape: FetchShape, item: unknown, existing: unknown, nesting: number): unknown {
    return this.#mergeComposite(shape, item ?? null, existing, nesting + 1);
  }

  // What `merge` does, for a place where nothing is known yet: most values, so nothing is looked up.
  #copyComposite(shape: FetchShape, value: unknown, nesting: number): unknown {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) {
      if (nesting >= MAX_LIST_NESTING) return BROKEN;
      const copies: unknown[] = [];
      for (const item of value) copies.push(this.#copyComposite(shape, item ?? null, nesting + 1));
      return copies;
    }
    const copy = bareObject();
    for (const { readKey, writeKey, below } of shape.places) {
      const inner = (value as Bare)[readKey];
      if (inner === undefined) continue;
      if (below !== null) copy[writeKey] = this.#copyComposite(below, inner, 0);
      else if (readKey !== '__typename' || typeof inner === 'string') copy[writeKey] = inner;
    }
    return copy;
  }

  #isOfAnotherType(value: Bare, existing: Bare): boolean {
    const [said, known] = [value['__typename'], existing['__typename']];
    if (typeof said !== 'string' || typeof known !== 'string' || said === known) return false;
    return this.#isObjectType(said) && this.#isObjectType(known);
  }

  // A subgraph that knows only the interface answers with the interface's name.
  #mergeTypeName(value: unknown, target: Bare): void {
    const existing = target['__typename'];
    if (typeof value !== 'string') return;
    if (typeof existing !== 'string' || !this.#isObjectType(existing)) target['__typename'] = value;
  }
}
