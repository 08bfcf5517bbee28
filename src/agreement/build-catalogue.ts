import { type InputValueDefinitionNode, Kind } from 'graphql';
import { LukouError, canonicalJson, sha256Hex } from '../base/index.ts';
import type {
  Backing,
  Catalogue,
  Coordinate,
  ListOrder,
  ObjectFacts,
  SubgraphDocument,
} from './catalogue.ts';
import { PURPOSES, type Purpose, SENSITIVITIES, type Sensitivity } from './codes.ts';
import { backingsOf, collectBackings } from './collect-backings.ts';
import {
  argumentOf,
  directivesOf,
  hasDirective,
  isListType,
  keyFieldsOf,
  namedTypeOf,
  objectFields,
  objectNodes,
  ownerOf,
  ROOT_TYPES,
  textsOf,
} from './read-sdl.ts';
import { digestedFacts } from './digested-facts.ts';
import { stripClassified } from './strip-classified.ts';

type Part = SubgraphDocument & { readonly owner: string };
type Occurrence = ReturnType<typeof objectFields>[number] & {
  readonly subgraph: string;
  readonly owner: string;
};

/**
 * Reads the schema files of all agencies into one table. What `@classified` marks is not in it. A field without a
 * sensitivity counts as the highest; a field repeated by several agencies has the highest level that any gives it.
 * Whether the files obey the rules is for `checkSchema` to say.
 *
 * @throws LukouError SCHEMA_INVALID where a file does not say whose data it serves.
 */
export function buildCatalogue(subgraphs: readonly SubgraphDocument[]): Catalogue {
  const parts = subgraphs.map(toPart).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const types = new Map(parts.flatMap(readTypes).toReversed());
  const occurrences = Map.groupBy(parts.flatMap(readFields), ({ name }) => name);
  const leaves = new Set(parts.flatMap(readLeafTypes));
  const coordinates = [...occurrences.keys()]
    .toSorted()
    .map((name, index) => readCoordinate(occurrences.get(name)!, index, types, leaves));
  const backings = Map.groupBy(
    parts.flatMap(({ document }) => collectBackings(document)),
    ([place]) => place,
  );
  const inputs: ReadonlyMap<string, readonly Backing[]> = new Map(
    [...backings.keys()]
      .toSorted()
      .map((place) => [place, backings.get(place)!.flatMap(([, backs]) => backs)]),
  );
  return {
    coordinates,
    byName: new Map(coordinates.map((coordinate) => [coordinate.name, coordinate])),
    types,
    inputs,
    owners: [...new Set(coordinates.map(({ owner }) => owner))].toSorted(),
    digest: digestOf(coordinates, types, inputs),
  };
}

function digestOf(
  coordinates: readonly Coordinate[],
  types: ReadonlyMap<string, ObjectFacts>,
  inputs: Catalogue['inputs'],
): string {
  const facts = {
    // No decision depends on who is a subject: counting it as unsaid leaves the digests of earlier records alone.
    coordinates: coordinates.map((coordinate) => digestedFacts({ ...coordinate, isSubject: false })),
    types: [...types.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1)).map(digestedFacts),
    inputs: [...inputs],
  };
  return sha256Hex(canonicalJson(facts));
}

function toPart({ name, document }: SubgraphDocument): Part {
  const owner = ownerOf(document);
  if (owner === undefined) {
    throw new LukouError('SCHEMA_INVALID', `${name}: add "extend schema @owner(agency: ...)".`);
  }
  return { name, owner, document: stripClassified(document) };
}

/** Only definitions: whoever extends a type does not own it. The first definition counts (callers reverse the list). */
function readTypes({ name: subgraph, owner, document }: Part): [string, ObjectFacts][] {
  return objectNodes(document)
    .filter((node) => node.kind === Kind.OBJECT_TYPE_DEFINITION)
    .map((node) => {
      const name = node.name.value;
      const isStructure = hasDirective(node, 'structure');
      return [name, { name, subgraph, owner, isStructure, rowOperands: readRowOperands(node) }];
    });
}

function readRowOperands(node: Parameters<typeof directivesOf>[0]): readonly string[] | null {
  const [directive] = directivesOf(node, 'rowScoped');
  if (directive === undefined) return null;
  return argumentOf(directive, 'by') === undefined ? ['SPATIAL'] : textsOf(directive, 'by');
}

function readFields({ name: subgraph, owner, document }: Part): Occurrence[] {
  return objectFields(document).map((place) => ({ ...place, subgraph, owner }));
}

function readLeafTypes({ document }: Part): string[] {
  return document.definitions.flatMap((node) =>
    node.kind === Kind.SCALAR_TYPE_DEFINITION || node.kind === Kind.ENUM_TYPE_DEFINITION
      ? [node.name.value]
      : [],
  );
}

const BUILT_IN_SCALARS: ReadonlySet<string> = new Set(['ID', 'String', 'Int', 'Float', 'Boolean']);

function readCoordinate(
  occurrences: readonly Occurrence[],
  index: number,
  types: ReadonlyMap<string, ObjectFacts>,
  leaves: ReadonlySet<string>,
): Coordinate {
  const typeName = occurrences[0]!.type.name.value;
  const facts = types.get(typeName);
  const atHome = occurrences.find((place) => !ROOT_TYPES.has(typeName) && facts?.subgraph === place.subgraph);
  const home = atHome ?? occurrences[0]!;
  const fieldName = home.field.name.value;
  const namedType = namedTypeOf(home.field.type);
  return {
    name: home.name,
    index,
    typeName,
    fieldName,
    owner: home.owner,
    subgraph: home.subgraph,
    sensitivity: highest(occurrences.map(({ field }) => readSensitivity(field))),
    namedType,
    isList: isListType(home.field.type),
    isLeaf: BUILT_IN_SCALARS.has(namedType) || leaves.has(namedType),
    isNullable: home.field.type.kind !== Kind.NON_NULL_TYPE,
    isKey: occurrences.some(({ type }) => keyFieldsOf(type).includes(fieldName)),
    isAct: typeName === 'Mutation',
    isHidden: occurrences.some(({ field }) => hasDirective(field, 'hidden')),
    isStructure: facts?.isStructure ?? false,
    derivedFrom: textsOf(directivesOf(home.field, 'derivedFrom')[0], 'types'),
    statistic: readStatistic(home.field),
    isSubject: occurrences.some(({ field }) => hasDirective(field, 'subject')),
    onlyFor: readPurpose(occurrences.map(({ field }) => field)),
    isSearch: (home.field.arguments ?? []).some(isSearched),
    orderedBy: readOrder(home.field),
  };
}

function isSearched(node: InputValueDefinitionNode): boolean {
  const isNeeded = node.type.kind === Kind.NON_NULL_TYPE && node.defaultValue === undefined;
  return isNeeded && backingsOf(node).some(({ use }) => use === 'match');
}

function readStatistic(field: Parameters<typeof directivesOf>[0]): Coordinate['statistic'] {
  const [directive] = directivesOf(field, 'statistic');
  return directive === undefined ? null : { mayBeExact: argumentOf(directive, 'exact') !== false };
}

function readPurpose(fields: readonly Parameters<typeof directivesOf>[0][]): Purpose | null {
  const [stated] = fields.flatMap((field) => textsOf(directivesOf(field, 'onlyFor')[0], 'purpose'));
  return PURPOSES.find((known) => known === stated) ?? null;
}

function readOrder(field: Parameters<typeof directivesOf>[0]): ListOrder | null {
  const [directive] = directivesOf(field, 'orderedBy');
  const [coordinate] = textsOf(directive, 'field');
  if (coordinate === undefined) return null;
  return { coordinate, isBucketed: argumentOf(directive, 'bucketed') === true };
}

function readSensitivity(field: Parameters<typeof directivesOf>[0]): Sensitivity {
  const level = argumentOf(directivesOf(field, 'sensitivity')[0], 'level');
  return SENSITIVITIES.find((known) => known === level) ?? 'SENSITIVE';
}

function highest(levels: readonly Sensitivity[]): Sensitivity {
  return SENSITIVITIES.findLast((level) => levels.includes(level)) ?? 'SENSITIVE';
}
