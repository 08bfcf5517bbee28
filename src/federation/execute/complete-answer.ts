import { ABSENT } from './absent.ts';
import type { AnswerField, AnswerObject, AnswerSelection, AnswerShape } from './answer-selection.ts';
import { bareObject } from './bare-object.ts';
import type { FaultLedger, FaultTrail } from './fault-ledger.ts';

/** Whether there is a record behind one place of the answer, of which nothing else is told. */
export interface Pointer {
  /** In the client's names, with list indices. */
  readonly path: readonly (string | number)[];
  readonly exists: boolean;
}

/** Everything fetched for one operation, and what it is completed by. */
export interface Completion {
  readonly selection: AnswerSelection;
  readonly data: Readonly<Record<string, unknown>>;
  readonly ledger: FaultLedger;
  /** What the gateway answers by itself, by response key. */
  readonly own: Readonly<Record<string, unknown>>;
}

/**
 * The answer as GraphQL defines it: the client's own names in the client's order, leaves checked against their
 * types, null where a value is missing, and a null in a non-null place passed up to the nearest place that may be
 * null. Every null that nothing has explained yet is reported.
 */
export function completeAnswer(completion: Completion): {
  readonly data: unknown;
  readonly rows: number;
  readonly pointers: readonly Pointer[];
} {
  const completer = new Completer(completion);
  const data = completer.completeRoot();
  return { data, rows: completer.rows, pointers: completer.pointers };
}

class Completer {
  rows = 0;
  readonly pointers: Pointer[] = [];
  readonly #completion: Completion;
  readonly #path: (string | number)[] = [];
  readonly #omitted = new Set<string>();

  constructor(completion: Completion) {
    this.#completion = completion;
  }

  completeRoot(): Record<string, unknown> | null {
    const { selection, data, ledger } = this.#completion;
    return selection.only === null ? null : this.#completeFields(selection.only, data, ledger.trail);
  }

  /** Returns undefined where the place may not be null but is: the null moves up. */
  #complete(shape: AnswerShape, value: unknown, trail: FaultTrail | undefined): unknown {
    if (value === null || value === undefined) {
      if (trail === undefined) this.#reportMissing(shape, value);
      return shape.nonNull ? undefined : null;
    }
    const rowsBefore = this.rows;
    const result = this.#completePresent(shape, value, trail);
    if (result !== null) return result;
    this.rows = rowsBefore;
    return shape.nonNull ? undefined : null;
  }

  #completePresent(shape: AnswerShape, value: unknown, trail: FaultTrail | undefined): unknown {
    if (shape.leaf !== null) {
      const leaf = shape.leaf(value);
      return leaf === undefined ? this.#reportWrong() : leaf;
    }
    if (shape.list !== null) {
      return Array.isArray(value) ? this.#completeList(shape.list, value, trail) : this.#reportWrong();
    }
    if (typeof value !== 'object' || Array.isArray(value)) return this.#reportWrong();
    return this.#completeObject(shape.selection!, value as Record<string, unknown>, trail);
  }

  #completeList(
    shape: AnswerShape,
    values: readonly unknown[],
    trail: FaultTrail | undefined,
  ): unknown[] | null {
    const completed = values.slice();
    let complete = true;
    for (let index = 0; index < values.length; index++) {
      this.#path.push(index);
      const item = this.#complete(shape, values[index], trail?.below(index));
      this.#path.pop();
      if (item === undefined) complete = false;
      completed[index] = item;
    }
    return complete ? completed : null;
  }

  #completeObject(
    selection: AnswerSelection,
    value: Readonly<Record<string, unknown>>,
    trail: FaultTrail | undefined,
  ): Record<string, unknown> | null {
    const object = selection.only ?? this.#objectFor(selection, value['__typename'] ?? selection.type.name);
    if (object === null) return this.#reportWrong();
    if (object.isRow) this.rows += 1;
    return this.#completeFields(object, value, trail);
  }

  #objectFor(selection: AnswerSelection, typeName: unknown): AnswerObject | null {
    return typeof typeName === 'string' ? selection.objectFor(typeName) : null;
  }

  #completeFields(
    { fields, typeName }: AnswerObject,
    source: Readonly<Record<string, unknown>>,
    trail: FaultTrail | undefined,
  ): Record<string, unknown> | null {
    const completed = bareObject();
    let complete = true;
    for (const field of fields) {
      // Most values are texts where any text may stand: nothing else is to be checked.
      const known = field.takesText ? source[field.alias] : undefined;
      const value = typeof known === 'string' ? known : this.#completeField(field, typeName, source, trail);
      if (value === undefined) complete = false;
      else completed[field.responseKey] = value;
    }
    return complete ? completed : null;
  }

  #completeField(
    field: AnswerField,
    typeName: string,
    source: Readonly<Record<string, unknown>>,
    trail: FaultTrail | undefined,
  ): unknown {
    switch (field.kind) {
      case 'typename':
        return typeName;
      case 'own':
        return this.#completion.own[field.responseKey] ?? null;
      case 'denied':
        // The denial itself is reported once, by whoever planned the operation.
        return field.shape.nonNull ? undefined : null;
      case 'pointer': {
        const known = source[field.alias];
        const value = known === ABSENT ? null : known;
        this.#path.push(field.responseKey);
        this.#completePointer(field.shape, value, trail?.below(field.alias));
        this.#path.pop();
        return field.shape.nonNull ? undefined : null;
      }
      case 'data': {
        const known = source[field.alias];
        const value = known === ABSENT ? null : known;
        // Most values are leaves that fit: they need no path.
        const leaf =
          field.shape.leaf !== null && value !== null && value !== undefined
            ? field.shape.leaf(value)
            : undefined;
        if (leaf !== undefined) return leaf;
        this.#path.push(field.responseKey);
        const completed = this.#complete(field.shape, value, trail?.below(field.alias));
        this.#path.pop();
        return completed;
      }
    }
  }

  /** Where the agency could not say, nothing is said but that. What is there counts as no row. */
  #completePointer(shape: AnswerShape, value: unknown, trail: FaultTrail | undefined): void {
    if (trail !== undefined) return;
    if (value === undefined) return this.#reportMissing(shape, value);
    const found = Array.isArray(value) ? value.some((item) => item !== null) : value !== null;
    this.pointers.push({ path: [...this.#path], exists: found });
  }

  #reportMissing({ nonNull }: AnswerShape, value: null | undefined): void {
    if (value === null && !nonNull) return;
    if (value === undefined) {
      const pattern = this.#path.filter((key) => typeof key === 'string').join('\n');
      if (this.#omitted.has(pattern)) return;
      this.#omitted.add(pattern);
    }
    this.#completion.ledger.add([...this.#path], { code: 'SUBGRAPH_FAULT' });
  }

  #reportWrong(): null {
    this.#completion.ledger.add([...this.#path], { code: 'SUBGRAPH_FAULT' });
    return null;
  }
}
