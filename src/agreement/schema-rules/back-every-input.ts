import {
  Kind,
  type ConstDirectiveNode,
  type DocumentNode,
  type EnumTypeDefinitionNode,
  type InputObjectTypeDefinitionNode,
  type TypeNode,
} from 'graphql';
import type { Catalogue } from '../catalogue.ts';
import type { Use } from '../codes.ts';
import { argumentPlace, backingsOf } from '../collect-backings.ts';
import { hasDirective, namedTypeOf, objectFields } from '../read-sdl.ts';
import type { Finding, SchemaRule } from './schema-rule.ts';

interface InputNode {
  readonly type: TypeNode;
  readonly directives?: readonly ConstDirectiveNode[] | undefined;
}

// Arguments that test no stored value, or a surrogate key only, and the type or kind of type that each must have.
const UNBACKED_ARGUMENTS: ReadonlyMap<string, string> = new Map([
  ['first', 'Int'],
  ['after', 'String'],
  ['id', 'ID'],
  ['ids', 'ID'],
  ['code', 'AdminDivisionCode'],
  ['bucket', 'enum'],
  ['draft', 'String'],
  ['afterNumber', 'Int'],
]);

/** Arguments whose enum values each choose a field, and the ability that choosing it needs. */
const CHOICES: ReadonlyMap<string, Use> = new Map([
  ['orderBy', 'sort'],
  ['groupBy', 'group'],
  ['measures', 'aggregate'],
]);

/**
 * Every input that tests or orders stored values names the field that it uses: without it, a filter could ask about a
 * hidden value (CVE-2026-54698), and so could an order.
 */
export const backEveryInput: SchemaRule = {
  name: 'every-input-is-backed',
  check: ({ document }, { catalogue }) => {
    const inputs = new Map(definitionsOf(document, Kind.INPUT_OBJECT_TYPE_DEFINITION));
    const enums = new Map(definitionsOf(document, Kind.ENUM_TYPE_DEFINITION));
    const seen = new Set<string>();

    const checkInputObject = (name: string): Finding[] => {
      if (seen.has(name)) return [];
      seen.add(name);
      return (inputs.get(name)?.fields ?? []).flatMap((field) => {
        const place = `${name}.${field.name.value}`;
        if (backingsOf(field).length > 0) return checkBackings(field, place, TESTS, catalogue);
        const inner = namedTypeOf(field.type);
        return inputs.has(inner) ? checkInputObject(inner) : [{ place, message: NAME_THE_FIELD }];
      });
    };

    const checkChoices = (name: string, use: Use): Finding[] =>
      (enums.get(name)?.values ?? []).flatMap((value) => {
        const place = `${name}.${value.name.value}`;
        const as = use.toUpperCase();
        return backingsOf(value).length > 0
          ? checkBackings(value, place, [use], catalogue)
          : [{ place, message: `name the field that it chooses: @backs(field: "Type.field", as: ${as})` }];
      });

    // What narrows a statistic to a cell of a fixed grid tells nothing of one row: it may be summed up by.
    const checkArgument = (
      argument: string,
      place: string,
      node: InputNode,
      uses: readonly Use[],
    ): Finding[] => {
      if (backingsOf(node).length > 0) return checkBackings(node, place, uses, catalogue);
      const typeName = namedTypeOf(node.type);
      if (inputs.has(typeName)) return checkInputObject(typeName);
      const use = enums.has(typeName) ? CHOICES.get(argument) : undefined;
      if (use !== undefined && (use === 'sort' || uses.includes('aggregate')))
        return checkChoices(typeName, use);
      const isListed = UNBACKED_ARGUMENTS.get(argument) === (enums.has(typeName) ? 'enum' : typeName);
      return isListed ? [] : [{ place, message: NAME_THE_FIELD }];
    };

    // An act says what shall be, and its own clause grants it: its arguments test nothing that could be told by them.
    const questions = objectFields(document).filter(({ type }) => type.name.value !== 'Mutation');
    return questions.flatMap(({ field, name }) =>
      (field.arguments ?? []).flatMap((node) =>
        checkArgument(
          node.name.value,
          argumentPlace(name, node.name.value),
          node,
          hasDirective(field, 'statistic') ? [...TESTS, 'aggregate'] : TESTS,
        ),
      ),
    );
  },
};

const TESTS: readonly Use[] = ['filter', 'match'];
const NAME_THE_FIELD = 'name the field whose values it tests: @backs(field: "Type.field")';

function checkBackings(
  node: { readonly directives?: readonly ConstDirectiveNode[] | undefined },
  place: string,
  uses: readonly Use[],
  catalogue: Catalogue,
): Finding[] {
  return backingsOf(node).flatMap(({ coordinate, use }) => {
    const facts = catalogue.byName.get(coordinate);
    if (facts === undefined || facts.isStructure) {
      return [{ place, message: `@backs names ${coordinate}, which holds no stored value` }];
    }
    return uses.includes(use)
      ? []
      : [{ place, message: `@backs(as:) must be ${uses.join(' or ').toUpperCase()} here` }];
  });
}

type Definitions = {
  readonly [Kind.INPUT_OBJECT_TYPE_DEFINITION]: InputObjectTypeDefinitionNode;
  readonly [Kind.ENUM_TYPE_DEFINITION]: EnumTypeDefinitionNode;
};

function definitionsOf<K extends keyof Definitions>(
  document: DocumentNode,
  kind: K,
): [string, Definitions[K]][] {
  return document.definitions
    .filter((node): node is Definitions[K] => node.kind === kind)
    .map((node) => [node.name.value, node]);
}
