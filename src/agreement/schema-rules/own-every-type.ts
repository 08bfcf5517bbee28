import { Kind } from 'graphql';
import {
  hasDirective,
  objectFields,
  objectNodes,
  ownerOf,
  ROOT_TYPES,
  textsOf,
  directivesOf,
} from '../read-sdl.ts';
import { ROW_OPERANDS } from '../codes.ts';
import type { Finding, SchemaRule } from './schema-rule.ts';

const OPERANDS: readonly string[] = Object.values(ROW_OPERANDS);

/** Every type has one owner, so that every field has one assigner; what a field is derived from is the owner's own. */
export const ownEveryType: SchemaRule = {
  name: 'every-type-has-one-owner',
  check: ({ name: subgraph, document }, { catalogue }) => {
    const owner = ownerOf(document);
    const types = objectNodes(document).flatMap((node): Finding[] => {
      const place = node.name.value;
      if (ROOT_TYPES.has(place)) return [];
      const facts = catalogue.types.get(place);
      if (facts === undefined) {
        return hasDirective(node, 'classified')
          ? []
          : [{ place, message: 'no subgraph defines the type that is extended' }];
      }
      const isSecondHome = node.kind === Kind.OBJECT_TYPE_DEFINITION && facts.subgraph !== subgraph;
      return isSecondHome && !hasDirective(node, 'shareable')
        ? [
            {
              place,
              message: `${facts.subgraph} defines the type already: write "extend type", and add only fields`,
            },
          ]
        : [];
    });
    const fields = objectFields(document).flatMap(({ field, name }): Finding[] => {
      const facts = catalogue.byName.get(name);
      const isSecond = facts !== undefined && facts.owner !== owner && !facts.isKey && !facts.isStructure;
      const sources = textsOf(directivesOf(field, 'derivedFrom')[0], 'types');
      return [
        ...(isSecond && !hasDirective(field, 'external')
          ? [{ place: name, message: `${facts.subgraph} owns the field already` }]
          : []),
        ...sources
          .filter((source) => catalogue.types.get(source)?.owner !== owner)
          .map((source) => ({
            place: name,
            message: `@derivedFrom names ${source}, which is no type of ${owner}`,
          })),
      ];
    });
    const operands = [...catalogue.types.values()]
      .filter((facts) => facts.subgraph === subgraph)
      .flatMap(({ name: place, rowOperands }) =>
        (rowOperands ?? [])
          .filter((operand) => !OPERANDS.includes(operand))
          .map((operand) => ({
            place,
            message: `@rowScoped names ${operand}; the operands are ${OPERANDS.join(', ')}`,
          })),
      );
    return [...types, ...fields, ...operands];
  },
};
