/** A clause of an agreement, and the agreement, both laid out for reading. */
export interface FoundClause {
  /** Null where the agreement has no clause of that name. */
  readonly clause: string | null;
  readonly whole: string;
}

/** Finds a clause by its id in an agreement's canonical JSON; null where that is none. */
export function findClause(document: string, id: string): FoundClause | null {
  try {
    const agreement = JSON.parse(document) as Readonly<Record<string, unknown>>;
    const clauses = Object.values(agreement).flatMap((part) =>
      Array.isArray(part) ? (part as unknown[]) : [],
    );
    const clause = clauses.find(
      (one) => typeof one === 'object' && one !== null && Reflect.get(one, 'id') === id,
    );
    return { clause: clause === undefined ? null : layOut(clause), whole: layOut(agreement) };
  } catch {
    return null;
  }
}

function layOut(value: unknown): string {
  return JSON.stringify(value, null, 2);
}
