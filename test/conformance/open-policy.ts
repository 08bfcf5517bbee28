import { isInterfaceType, isObjectType, type GraphQLSchema } from 'graphql';
import type { Catalogue, Coordinate, Policy } from '../../src/agreement/index.ts';

/**
 * A policy that opens every field of a schema to everyone: all of it is declared to be structure, which holds no data
 * of any agency. Only tests may have one: a real policy is compiled from agreements.
 */
export function openPolicy(schema: GraphQLSchema): Policy {
  const coordinates = Object.values(schema.getTypeMap()).flatMap((type) =>
    (isObjectType(type) || isInterfaceType(type)) && !type.name.startsWith('__')
      ? Object.keys(type.getFields()).map((fieldName) => describe(type.name, fieldName))
      : [],
  );
  const catalogue: Catalogue = {
    coordinates,
    byName: new Map(coordinates.map((coordinate) => [coordinate.name, coordinate])),
    types: new Map(),
    inputs: new Map(),
    owners: [],
    digest: 'open catalogue',
  };
  return { digest: 'open policy', catalogue, agreements: [], suspensions: new Map(), byClass: new Map() };
}

function describe(typeName: string, fieldName: string): Coordinate {
  return {
    name: `${typeName}.${fieldName}`,
    index: 0,
    typeName,
    fieldName,
    owner: 'nobody',
    subgraph: 'any',
    sensitivity: 'PUBLIC',
    namedType: '',
    isList: false,
    isLeaf: false,
    isNullable: true,
    isKey: false,
    isAct: false,
    isHidden: false,
    isStructure: true,
    isSubject: false,
    statistic: null,
    derivedFrom: [],
    onlyFor: null,
    isSearch: false,
    orderedBy: null,
  };
}
