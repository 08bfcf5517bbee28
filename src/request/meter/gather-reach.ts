import type { Catalogue } from '../../agreement/index.ts';
import { dayOf } from '../../base/index.ts';
import type { SelectedField } from '../ports.ts';

/** How far an answer reaches: over which divisions and which days it tells. */
export interface Reach {
  /** GB/T 2260 codes without their trailing zeros: `1507`, `150724`. */
  readonly divisions: ReadonlySet<string>;
  /** Days at +08:00: `2026-03-02`. */
  readonly days: ReadonlySet<string>;
}

/** What reach is gathered from. */
export interface Reached {
  readonly catalogue: Catalogue;
  readonly selected: readonly SelectedField[];
  readonly data: unknown;
  /** Visits every position of an input that was given a value, with its text. */
  readonly visitInputs: (visit: (position: string, text: string | null) => void) => void;
}

/** Days that one span counts for at most: more than any ceiling has a use for. */
const LONGEST_SPAN_DAYS = 4_000;
const DAY_MS = 86_400_000;

/**
 * The divisions and days that an answer shows, masked or not, and those that its question names: whoever asks for what lies
 * in one division knows where it lies, whether or not the answer says so. A span names every day that it touches.
 */
export function gatherReach({ catalogue, selected, data, visitInputs }: Reached): Reach {
  const divisions = new Set<string>();
  const days = new Set<string>();
  const addDivision = (code: string): void => {
    if (/^\d{6}$/.test(code)) divisions.add(code.replace(/(?:00){1,2}$/, ''));
  };
  for (const { coordinate, decision, path } of selected) {
    const kind = catalogue.byName.get(coordinate)?.namedType;
    if (decision.kind === 'deny') continue;
    if (kind === 'AdminDivisionCode') visitTexts(data, path, 0, addDivision);
    if (kind === 'DateTime') visitTexts(data, path, 0, (text) => addDay(text, days));
  }
  let from: string | null = null;
  visitInputs((position, text) => {
    if (position === 'TimeRange.from') from = text;
    else if (position === 'TimeRange.to') {
      if (from !== null && text !== null) addSpan(from, text, days);
    } else if (text !== null && isDivision(catalogue, position)) addDivision(text);
  });
  return { divisions, days };
}

function isDivision({ inputs, byName }: Catalogue, position: string): boolean {
  const backings = inputs.get(position) ?? [];
  return backings.some(({ coordinate }) => byName.get(coordinate)?.namedType === 'AdminDivisionCode');
}

function visitTexts(
  value: unknown,
  path: readonly string[],
  at: number,
  visit: (text: string) => void,
): void {
  if (Array.isArray(value)) for (const item of value) visitTexts(item, path, at, visit);
  else if (typeof value === 'string') visit(value);
  else if (typeof value === 'object' && value !== null && at < path.length)
    visitTexts((value as Readonly<Record<string, unknown>>)[path[at]!], path, at + 1, visit);
}

function addDay(text: string, days: Set<string>): void {
  const instantMs = Date.parse(text);
  if (!Number.isNaN(instantMs)) days.add(text.endsWith('+08:00') ? text.slice(0, 10) : dayOf(instantMs));
}

function addSpan(from: string, to: string, days: Set<string>): void {
  const [fromMs, toMs] = [Date.parse(from), Date.parse(to)];
  const count = Math.min(LONGEST_SPAN_DAYS, Math.ceil((toMs - fromMs) / DAY_MS) + 1);
  for (let day = 0; day < count; day++) {
    const instantMs = Math.min(fromMs + day * DAY_MS, toMs - 1);
    if (instantMs >= fromMs) days.add(dayOf(instantMs));
  }
}
