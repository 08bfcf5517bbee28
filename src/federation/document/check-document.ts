import {
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { LukouError, type ErrorCode } from '../../base/index.ts';
import type { DocumentLimits } from '../limits.ts';
import { refuseUnsafeName } from './unsafe-names.ts';

interface Measure {
  readonly levels: number;
  /** Fields of this very selection set, not of those below. */
  readonly top: number;
  readonly fields: number;
  readonly aliases: number;
  readonly directives: number;
  readonly fragments: number;
}

type Counts = { -readonly [Name in keyof Measure]: number };

// The question that tools ask has 18 levels.
const INTROSPECTION_DEPTH = 20;

const NOTHING: Measure = { levels: 0, top: 0, fields: 0, aliases: 0, directives: 0, fragments: 0 };

const COUNTED = [
  ['aliases', 'maxAliases', 'LIMIT_ALIASES'],
  ['directives', 'maxDirectives', 'LIMIT_DIRECTIVES'],
  ['fragments', 'maxFragments', 'LIMIT_FRAGMENTS'],
  ['fields', 'maxFields', 'LIMIT_FIELDS'],
] as const satisfies readonly (readonly [keyof Measure, keyof DocumentLimits, ErrorCode])[];

/**
 * Refuses a document that is too large once its fragments are written out, or that uses an unsafe name.
 *
 * Safe on any document that parses, cyclic fragments included: each fragment is measured once, so a bomb of nested
 * spreads costs as much as its text. Throws a code that begins with LIMIT_, or OPERATION_INVALID.
 */
export function checkDocument(document: DocumentNode, limits: DocumentLimits): void {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const measured = new Map<string, Measure | 'open'>();

  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION)
      measure(definition.selectionSet, 1, mostUnder(definition.typeCondition.name.value));
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const total = { ...measure(definition.selectionSet, 1, limits.maxDepth) };
    if (total.top > limits.maxRootFields) throw tooLarge('LIMIT_ROOT_FIELDS', limits.maxRootFields, 'fields');
    total.directives += definition.directives?.length ?? 0;
    for (const { variable, directives } of definition.variableDefinitions ?? []) {
      refuseUnsafeName(variable.name.value);
      total.directives += directives?.length ?? 0;
    }
    requireWithin(total);
  }

  function measure(selectionSet: SelectionSetNode, level: number, most: number): Measure {
    if (level > most) throw tooDeep(most);
    const total: Counts = { ...NOTHING };
    for (const selection of selectionSet.selections) {
      const below = measureBelow(selection, level, most);
      countSelection(total, selection);
      if (selection.kind !== Kind.FIELD) total.top += below.top;
      for (const [name] of COUNTED) total[name] += below[name];
      total.levels = Math.max(total.levels, below.levels);
      requireWithin(total);
    }
    total.levels += 1;
    return total;
  }

  function measureBelow(selection: SelectionNode, level: number, most: number): Measure {
    if (selection.kind === Kind.FRAGMENT_SPREAD)
      return measureFragment(selection.name.value, level + 1, most);
    if (selection.selectionSet === undefined) return NOTHING;
    const inner = selection.kind === Kind.FIELD ? mostUnder(selection.name.value) : most;
    return measure(selection.selectionSet, level + 1, Math.max(most, inner));
  }

  function measureFragment(name: string, level: number, most: number): Measure {
    const known = measured.get(name);
    if (known === 'open') throw new LukouError('OPERATION_INVALID', `Fragment ${name} spreads itself.`);
    if (known !== undefined) {
      if (level - 1 + known.levels > most) throw tooDeep(most);
      return known;
    }
    const fragment = fragments.get(name);
    if (fragment === undefined) throw new LukouError('OPERATION_INVALID', `There is no fragment ${name}.`);
    measured.set(name, 'open');
    const result = {
      ...measure(fragment.selectionSet, level, Math.max(most, mostUnder(fragment.typeCondition.name.value))),
    };
    result.directives += fragment.directives?.length ?? 0;
    measured.set(name, result);
    return result;
  }

  function requireWithin(total: Measure): void {
    for (const [name, limit, code] of COUNTED) {
      if (total[name] > limits[limit]) throw tooLarge(code, limits[limit], name);
    }
  }

  /** Introspection is deep by nature, and small: it goes over the schema, and may not go round in circles. */
  function mostUnder(name: string): number {
    return name.startsWith('__') ? Math.max(limits.maxDepth, INTROSPECTION_DEPTH) : limits.maxDepth;
  }

  function tooDeep(most: number): LukouError {
    return tooLarge('LIMIT_DEPTH', most, 'levels');
  }
}

function countSelection(total: Counts, selection: SelectionNode): void {
  total.directives += selection.directives?.length ?? 0;
  if (selection.kind !== Kind.FIELD) {
    total.fragments += 1;
    return;
  }
  refuseUnsafeName((selection.alias ?? selection.name).value);
  total.top += 1;
  total.fields += 1;
  if (selection.alias !== undefined) total.aliases += 1;
}

function tooLarge(code: ErrorCode, most: number, what: string): LukouError {
  return new LukouError(code, `The limit is ${most} ${what}.`);
}
