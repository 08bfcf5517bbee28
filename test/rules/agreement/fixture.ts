import { parse } from 'graphql';
import {
  bindGrant,
  buildCatalogue,
  compilePolicy,
  readAgreement,
  type Ask,
  type Catalogue,
  type Grant,
  type Policy,
  type SubgraphDocument,
} from '../../../src/agreement/index.ts';

/** Two agencies, small enough to see every field at once. */
const ROADS = `
  extend schema @owner(agency: "AG-ROADS")
  type Query {
    "Roads."
    roads(filter: RoadFilter, orderBy: RoadOrder! = NAME_ASC): RoadConnection
      @sensitivity(level: PUBLIC) @orderedBy(field: "Road.name")
    "Cameras."
    cameras("How many." first: Int! = 20): [Camera!] @sensitivity(level: INTERNAL)
  }
  type Mutation {
    "Closes a road."
    closeRoad("Which." id: ID! "Why." note: String!): RoadClosing @sensitivity(level: INTERNAL)
  }
  "What came of it." type RoadClosing @structure {
    "Since when." closedAt: DateTime! @sensitivity(level: PUBLIC)
  }
  "A road." type Road @key(fields: "id") {
    "Id." id: ID! @sensitivity(level: PUBLIC)
    "Name." name: String @sensitivity(level: PUBLIC)
    "Keeper." keeper: String @sensitivity(level: INTERNAL)
    "How many passed." passed(plate: PlateNo @backs(field: "Passage.plate", as: MATCH)): Int
      @sensitivity(level: INTERNAL) @derivedFrom(types: ["Passage"])
  }
  "A camera." type Camera @key(fields: "id") @rowScoped(by: [SPATIAL, USAGE]) {
    "Id." id: ID! @sensitivity(level: INTERNAL)
    "Place." location: GeoJSON @sensitivity(level: INTERNAL)
    "Passages." passages: [Passage!] @sensitivity(level: RESTRICTED) @orderedBy(field: "Passage.at", bucketed: true)
  }
  "A passage." type Passage @rowScoped(by: [SPATIAL, AGE, USAGE]) {
    "Camera." camera: Camera @sensitivity(level: INTERNAL)
    "When." at: DateTime @sensitivity(level: RESTRICTED)
    "Plate." plate: PlateNo @sensitivity(level: RESTRICTED) @subject(kind: PLATE)
    "Speed." speed: Int @sensitivity(level: INTERNAL)
    "Tags." tags: [String!] @sensitivity(level: INTERNAL)
    "Division." divisionCode: AdminDivisionCode @sensitivity(level: INTERNAL)
    "Image." image: String @sensitivity(level: SENSITIVE)
    "Toll account." account: String @sensitivity(level: SENSITIVE) @classified(reason: "never online")
  }
  "A page." type RoadConnection @structure {
    "Rows." nodes: [Road!]! @sensitivity(level: PUBLIC)
  }
  "Which." input RoadFilter {
    "By name." name: String @backs(field: "Road.name")
    "By keeper." keeper: String @backs(field: "Road.keeper")
  }
  "Order." enum RoadOrder { NAME_ASC @backs(field: "Road.name", as: SORT) }
`;

const CASES = `
  extend schema @owner(agency: "AG-CASES")
  type Query {
    "Cases." cases: [Case!] @sensitivity(level: INTERNAL)
  }
  "A case." type Case @key(fields: "id") {
    "Id." id: ID! @sensitivity(level: INTERNAL)
    "Kind." kind: String @sensitivity(level: INTERNAL)
    "Facts." facts: String @sensitivity(level: SENSITIVE)
  }
  extend type Road @key(fields: "id") {
    id: ID! @sensitivity(level: PUBLIC)
    "Cases on the road." cases: [Case!] @sensitivity(level: INTERNAL)
  }
`;

const SHARED = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])
  "Level." enum Sensitivity { PUBLIC INTERNAL RESTRICTED SENSITIVE }
  "Ability." enum Capability { FILTER SORT MATCH GROUP AGGREGATE }
  "Whom." enum SubjectKind { "Vehicle." PLATE "Person." PERSON }
  "Operand." enum RowOperand { SPATIAL AGE USAGE }
  directive @owner(agency: String!) on SCHEMA
  directive @sensitivity(level: Sensitivity!) on FIELD_DEFINITION
  directive @subject(kind: SubjectKind!) on FIELD_DEFINITION
  directive @hidden on FIELD_DEFINITION
  directive @backs(field: String!, as: Capability! = FILTER) repeatable on ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION | ENUM_VALUE
  directive @structure on OBJECT
  directive @statistic(exact: Boolean! = true) on FIELD_DEFINITION
  directive @orderedBy(field: String!, bucketed: Boolean! = false) on FIELD_DEFINITION
  directive @derivedFrom(types: [String!]!) on FIELD_DEFINITION
  directive @rowScoped(by: [RowOperand!]! = [SPATIAL]) on OBJECT
  directive @classified(reason: String!) on FIELD_DEFINITION | OBJECT
  "Instant." scalar DateTime
  "Plate." scalar PlateNo
  "Place." scalar GeoJSON
  "Division." scalar AdminDivisionCode
`;

/** The two agencies' schema files, changed by `edit` where a test needs a fault in them. */
export function smallSchema(edit: (sdl: string) => string = (sdl) => sdl): SubgraphDocument[] {
  return [
    { name: 'roads', document: parse(SHARED + edit(ROADS)) },
    { name: 'cases', document: parse(SHARED + edit(CASES)) },
  ];
}

/** Numbers about the rows of AG-ROADS, to be added to its schema: a table of groups, and a count that may be exact. */
export const STATISTICS = `
  extend type Query {
    "Passages by group."
    passageTable(
      "Month." month: String! @backs(field: "Passage.at", as: AGGREGATE)
      "Groups." groupBy: [PassageGroup!]! = []
      "Measures." measures: [PassageMeasure!]! = []
    ): [PassageRow!] @sensitivity(level: INTERNAL) @derivedFrom(types: ["Passage"]) @statistic(exact: false)
  }
  extend type Camera {
    "When the last one passed." lastAt: DateTime @sensitivity(level: INTERNAL) @derivedFrom(types: ["Passage"])
    "How many passed." passageCount: Int
      @sensitivity(level: INTERNAL) @derivedFrom(types: ["Passage"]) @statistic
  }
  "Groups." enum PassageGroup {
    CAMERA @backs(field: "Passage.camera", as: GROUP)
    SPEED @backs(field: "Passage.speed", as: GROUP)
    PLATE @backs(field: "Passage.plate", as: GROUP)
  }
  "Measures." enum PassageMeasure {
    VEHICLES @backs(field: "Passage.plate", as: AGGREGATE)
    MEAN_SPEED @backs(field: "Passage.speed", as: AGGREGATE)
  }
  "A row." type PassageRow @structure {
    "How many." passages: Int @sensitivity(level: INTERNAL)
  }
`;

export const smallCatalogue: Catalogue = buildCatalogue(smallSchema());

export type Draft = Record<string, unknown>;

/** An agreement of AG-ROADS with AG-POLICE that is in order; `changes` replace or add keys. */
export function draft(changes: Draft = {}): Draft {
  return {
    apiVersion: 'lukou/v1',
    kind: 'Agreement',
    uid: 'urn:agr:test:roads-police:1',
    version: 1,
    assigner: 'AG-ROADS',
    assignee: 'AG-POLICE',
    conflict: 'prohibit',
    valid: { from: '2026-01-01T00:00:00+08:00', until: '2027-01-01T00:00:00+08:00' },
    legalBasis: { code: 'LB-TEST-01', document: `sha256:${'0'.repeat(64)}` },
    appliesTo: [purposes('ROAD_SAFETY'), roles('partner')],
    permission: [permit('p1', 'read', 'Query.roads', 'Road.id', 'Road.name')],
    ...changes,
  };
}

export const purposes = (...rightOperand: string[]): Draft => ({
  leftOperand: 'purpose',
  operator: 'isAnyOf',
  rightOperand,
});
export const roles = (...rightOperand: string[]): Draft => ({
  leftOperand: 'role',
  operator: 'isAnyOf',
  rightOperand,
});

/** A permission: `permit('p1', 'read', 'Road.id', 'Road.name')`; options come from `permitWith`. */
export function permit(id: string, action: string | string[], ...target: string[]): Draft {
  return { id, action, target };
}

export function permitWith(more: Draft, id: string, action: string | string[], ...target: string[]): Draft {
  return { ...permit(id, action, ...target), ...more };
}

/** Compiles drafts over the small schema; each is named by its place: `0.yaml`. */
export function compile(...drafts: Draft[]): Policy {
  return compilePolicy(
    drafts.map((input, place) => readAgreement(input, `${place}.yaml`)),
    smallCatalogue,
  );
}

/** What compiling the drafts complains of; empty where it does not. */
export function complaintOf(...drafts: Draft[]): string {
  try {
    compile(...drafts);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}

export const MID_2026 = Date.parse('2026-07-01T00:00:00+08:00');

/** Binds the partner of AG-POLICE for road safety, unless `ask` says otherwise. */
export function bind(policy: Policy, ask: Partial<Ask> = {}, nowMs: number = MID_2026): Grant {
  return bindGrant(
    policy,
    { agency: 'AG-POLICE', role: 'partner', purpose: 'ROAD_SAFETY', caseReference: null, ...ask },
    nowMs,
  );
}
