import { ERRORS, type ErrorCode } from '../../base/index.ts';

/** Where something stands: field names (the gateway's or the client's) and list indices. */
export type Path = readonly (string | number)[];

/** An error as the client reads it. */
export interface PublicError {
  readonly message: string;
  readonly path?: Path;
  readonly extensions: Readonly<Record<string, unknown>>;
}

/** What an error says, and of which agency. */
export interface Said {
  readonly code: ErrorCode;
  readonly subgraph?: string;
  /** The states that an act could come to instead. */
  readonly allowed?: readonly string[];
}

/** A trace that errors left in the tree of data, so that a null there is not reported a second time. */
export class FaultTrail {
  readonly #children = new Map<string | number, FaultTrail>();
  #whole = false;

  /** The trail one step down, or undefined where no error explains anything. */
  below(key: string | number): FaultTrail | undefined {
    return this.#children.get(key) ?? (this.#whole ? this : undefined);
  }

  mark(path: Path, whole: boolean): void {
    const [key, ...rest] = path;
    if (key === undefined) {
      this.#whole ||= whole;
      return;
    }
    let next = this.#children.get(key);
    if (next === undefined) this.#children.set(key, (next = new FaultTrail()));
    next.mark(rest, whole);
  }
}

/** Collects what goes wrong during one operation. Agencies' messages are not kept: they may hold row values. */
export class FaultLedger {
  readonly #responseKeys: ReadonlyMap<string, string>;
  readonly #maxErrors: number;
  readonly #errors = new Map<string, PublicError>();
  #trail: FaultTrail | undefined;

  constructor(responseKeys: ReadonlyMap<string, string>, maxErrors: number) {
    this.#responseKeys = responseKeys;
    this.#maxErrors = maxErrors;
  }

  /** What has been explained by an error so far; undefined while nothing is wrong. */
  get trail(): FaultTrail | undefined {
    return this.#trail;
  }

  /** An error at a place that is named in the gateway's names. */
  report(path: Path, said: Said): void {
    this.excuse(path, false);
    this.add(this.#toClientPath(path), said);
  }

  /** Nulls at the place, or all below it, are explained by an error that is reported elsewhere. */
  excuse(path: Path, whole: boolean): void {
    this.#trail ??= new FaultTrail();
    this.#trail.mark(path, whole);
  }

  /** An error at a place that is named in the client's names. */
  add(path: Path, said: Said): void {
    if (this.#errors.size >= this.#maxErrors) return;
    this.#errors.set(JSON.stringify([path, said.code]), {
      message: ERRORS[said.code].text,
      ...(path.length > 0 && { path }),
      extensions: { ...said },
    });
  }

  /** The errors of this answer, in the order of their paths. Errors at places that it does not have are left out. */
  list(data: unknown): readonly PublicError[] {
    return [...this.#errors.values()]
      .filter(({ path = [] }) => isPlaceOf(data, path))
      .toSorted((a, b) => comparePaths(a.path ?? [], b.path ?? []));
  }

  // Cut at the first name that the client did not choose: key fields of a join are not its business.
  #toClientPath(path: Path): Path {
    const clientPath: (string | number)[] = [];
    for (const key of path) {
      const clientKey = typeof key === 'number' ? key : this.#responseKeys.get(key);
      if (clientKey === undefined) break;
      clientPath.push(clientKey);
    }
    return clientPath;
  }
}

function isPlaceOf(data: unknown, path: Path): boolean {
  let value = data;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return true;
    if (!(key in value)) return false;
    value = Reflect.get(value, key);
  }
  return true;
}

function comparePaths(a: Path, b: Path): number {
  for (const [index, key] of a.entries()) {
    const other = b[index];
    if (other === undefined) return 1;
    if (key === other) continue;
    if (typeof key === 'number' && typeof other === 'number') return key - other;
    return String(key) < String(other) ? -1 : 1;
  }
  return a.length - b.length;
}
