import { Kind, type ConstDirectiveNode } from 'graphql';
import type { Finding, SchemaRule } from './schema-rule.ts';

const RULE_DIRECTIVES: ReadonlySet<string> = new Set([
  'sensitivity',
  'subject',
  'onlyFor',
  'hidden',
  'backs',
  'structure',
  'derivedFrom',
  'statistic',
  'orderedBy',
  'rowScoped',
  'classified',
]);

/**
 * No rule stands on an interface or a union: a fragment on the concrete type would pass it by (CVE-2025-64530), or it
 * would pass by the concrete type's own (CVE-2025-64173). Decisions are made per concrete type.
 */
export const judgeConcreteTypes: SchemaRule = {
  name: 'rules-stand-on-concrete-types',
  check: ({ document }) =>
    document.definitions.flatMap((node): Finding[] => {
      if (node.kind === Kind.UNION_TYPE_DEFINITION || node.kind === Kind.UNION_TYPE_EXTENSION) {
        return refuse(node.name.value, node);
      }
      if (node.kind !== Kind.INTERFACE_TYPE_DEFINITION && node.kind !== Kind.INTERFACE_TYPE_EXTENSION)
        return [];
      const typeName = node.name.value;
      return [
        ...refuse(typeName, node),
        ...(node.fields ?? []).flatMap((field) => [
          ...refuse(`${typeName}.${field.name.value}`, field),
          ...(field.arguments ?? []).flatMap((argument) =>
            refuse(`${typeName}.${field.name.value}(${argument.name.value}:)`, argument),
          ),
        ]),
      ];
    }),
};

function refuse(
  place: string,
  node: { readonly directives?: readonly ConstDirectiveNode[] | undefined },
): Finding[] {
  return (node.directives ?? [])
    .filter((directive) => RULE_DIRECTIVES.has(directive.name.value))
    .map((directive) => ({
      place,
      message: `move @${directive.name.value} to the object types: a rule here can be passed by`,
    }));
}
