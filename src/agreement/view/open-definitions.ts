import {
  Kind,
  type DefinitionNode,
  type EnumTypeDefinitionNode,
  type FieldDefinitionNode,
  type InputObjectTypeDefinitionNode,
  type InputValueDefinitionNode,
  type InterfaceTypeDefinitionNode,
  type ObjectTypeDefinitionNode,
} from 'graphql';
import { describeMask } from '../../masking/index.ts';
import type { Catalogue } from '../catalogue.ts';
import { argumentPlace } from '../collect-backings.ts';
import type { Decision, Grant } from '../grant.ts';
import { namedTypeOf } from '../read-sdl.ts';
import { isRequired } from './type-nodes.ts';

/** Leaves out what a grant denies: fields, arguments, input fields and enum values. Types may be left empty. */
export function openDefinitions(
  definitions: readonly DefinitionNode[],
  inputs: Catalogue['inputs'],
  grant: Pick<Grant, 'decide' | 'decideUse'>,
): readonly DefinitionNode[] {
  const implementers = listImplementers(definitions);
  return definitions.map((definition) => {
    switch (definition.kind) {
      case Kind.OBJECT_TYPE_DEFINITION:
        return openObject(definition);
      case Kind.INTERFACE_TYPE_DEFINITION:
        return openInterface(definition);
      case Kind.INPUT_OBJECT_TYPE_DEFINITION:
        return openInputObject(definition);
      case Kind.ENUM_TYPE_DEFINITION:
        return openEnum(definition);
      default:
        return definition;
    }
  });

  function openObject(type: ObjectTypeDefinitionNode): ObjectTypeDefinitionNode {
    return {
      ...type,
      fields: (type.fields ?? []).flatMap((field) => {
        const coordinate = `${type.name.value}.${field.name.value}`;
        return openField(field, coordinate, grant.decide(coordinate));
      }),
    };
  }

  // An interface's field tells what its implementers hold: it is open where every one of them opens it.
  function openInterface(type: InterfaceTypeDefinitionNode): InterfaceTypeDefinitionNode {
    const names = implementers.get(type.name.value) ?? [];
    return {
      ...type,
      fields: (type.fields ?? []).filter(({ name }) =>
        names.every((implementer) => grant.decide(`${implementer}.${name.value}`).kind !== 'deny'),
      ),
    };
  }

  function openField(
    field: FieldDefinitionNode,
    coordinate: string,
    decision: Decision,
  ): readonly FieldDefinitionNode[] {
    if (decision.kind === 'deny') return [];
    const opened = openArguments(field.arguments ?? [], (name) => argumentPlace(coordinate, name));
    return opened === null ? [] : [{ ...describe(field, decision), arguments: opened }];
  }

  function openInputObject(type: InputObjectTypeDefinitionNode): InputObjectTypeDefinitionNode {
    const opened = openArguments(type.fields ?? [], (name) => `${type.name.value}.${name}`);
    return { ...type, fields: opened ?? [] };
  }

  /** Null where one that must be given may not be. */
  function openArguments(
    values: readonly InputValueDefinitionNode[],
    placeOf: (name: string) => string,
  ): readonly InputValueDefinitionNode[] | null {
    const open = values.filter(({ name }) => mayUse(placeOf(name.value)));
    return values.some((value) => isRequired(value) && !open.includes(value)) ? null : open.map(openDefault);
  }

  // A default that the caller could not write itself stays unseen: the gateway applies it all the same.
  function openDefault(value: InputValueDefinitionNode): InputValueDefinitionNode {
    const { type, defaultValue, ...rest } = value;
    if (defaultValue?.kind !== Kind.ENUM || mayUse(`${namedTypeOf(type)}.${defaultValue.value}`))
      return value;
    return { ...rest, type: type.kind === Kind.NON_NULL_TYPE ? type.type : type };
  }

  function openEnum(type: EnumTypeDefinitionNode): EnumTypeDefinitionNode {
    return {
      ...type,
      values: (type.values ?? []).filter(({ name }) => mayUse(`${type.name.value}.${name.value}`)),
    };
  }

  function mayUse(place: string): boolean {
    return (inputs.get(place) ?? []).every(
      ({ use, coordinate }) => grant.decideUse(use, coordinate).kind !== 'deny',
    );
  }
}

function describe(field: FieldDefinitionNode, { mask, statistic }: Decision): FieldDefinitionNode {
  const how = [
    ...(mask === null ? [] : [`Masked: ${describeMask(mask)}.`]),
    ...(statistic === undefined
      ? []
      : [`Told of groups of at least ${statistic.k}, rounded to ${statistic.roundTo}.`]),
  ];
  if (how.length === 0) return field;
  const words = [field.description?.value, ...how].filter((text) => text !== undefined);
  return { ...field, description: { kind: Kind.STRING, value: words.join(' ') } };
}

function listImplementers(definitions: readonly DefinitionNode[]): ReadonlyMap<string, readonly string[]> {
  const pairs = definitions.flatMap((definition) =>
    definition.kind === Kind.OBJECT_TYPE_DEFINITION
      ? (definition.interfaces ?? []).map(({ name }) => [name.value, definition.name.value] as const)
      : [],
  );
  return new Map(
    [...Map.groupBy(pairs, ([parent]) => parent)].map(([parent, all]) => [
      parent,
      all.map(([, name]) => name),
    ]),
  );
}
