import { Kind, type DocumentNode, type FragmentDefinitionNode, type SelectionSetNode } from 'graphql';
import { LukouError } from '../../base/index.ts';
import type { FederationLimits } from '../limits.ts';
import { refuseUnsafeName } from './unsafe-names.ts';

interface Measure {
  readonly fields: number;
  readonly levels: number;
}

/**
 * Refuses a document that is too large once its fragments are expanded, or that uses an unsafe name.
 *
 * Safe on any document that parses, cyclic fragments included: each fragment is measured once, so a bomb of nested
 * spreads costs as much as its text. Throws OPERATION_TOO_LARGE or OPERATION_INVALID.
 */
export function checkDocument(
  document: DocumentNode,
  limits: Pick<FederationLimits, 'maxFields' | 'maxDepth'>,
): void {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const measured = new Map<string, Measure | 'open'>();

  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) {
      for (const { variable } of definition.variableDefinitions ?? []) refuseUnsafeName(variable.name.value);
    }
    if (definition.kind === Kind.OPERATION_DEFINITION || definition.kind === Kind.FRAGMENT_DEFINITION) {
      measure(definition.selectionSet, 1);
    }
  }

  function measure(selectionSet: SelectionSetNode, level: number): Measure {
    if (level > limits.maxDepth)
      throw tooLarge(`At most ${limits.maxDepth} levels of selections are planned.`);
    let fields = 0;
    let levels = 0;
    for (const selection of selectionSet.selections) {
      if (selection.kind === Kind.FIELD) {
        refuseUnsafeName((selection.alias ?? selection.name).value);
        fields += 1;
      }
      const inner = measureBelow(selection, level);
      fields += inner.fields;
      levels = Math.max(levels, inner.levels);
      if (fields > limits.maxFields) throw tooLarge(`At most ${limits.maxFields} fields are planned.`);
    }
    return { fields, levels: levels + 1 };
  }

  function measureBelow(selection: SelectionSetNode['selections'][number], level: number): Measure {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return measureFragment(selection.name.value, level + 1);
    return selection.selectionSet === undefined ? NOTHING : measure(selection.selectionSet, level + 1);
  }

  function measureFragment(name: string, level: number): Measure {
    const known = measured.get(name);
    if (known === 'open') throw new LukouError('OPERATION_INVALID', `Fragment ${name} spreads itself.`);
    if (known !== undefined) {
      if (level - 1 + known.levels > limits.maxDepth) {
        throw tooLarge(`At most ${limits.maxDepth} levels of selections are planned.`);
      }
      return known;
    }
    const fragment = fragments.get(name);
    if (fragment === undefined) throw new LukouError('OPERATION_INVALID', `There is no fragment ${name}.`);
    measured.set(name, 'open');
    const result = measure(fragment.selectionSet, level);
    measured.set(name, result);
    return result;
  }
}

const NOTHING: Measure = { fields: 0, levels: 0 };

function tooLarge(detail: string): LukouError {
  return new LukouError('OPERATION_TOO_LARGE', detail);
}
