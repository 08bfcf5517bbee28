import { sha256Hex } from '../../../src/base/index.ts';
import {
  bindGrant,
  checkSchema,
  compilePolicy,
  readAgreement,
  requireCatalogue,
  type Ask,
  type Coordinate,
  type Grant,
} from '../../../src/agreement/index.ts';
import { describeMask, MASK_NAMES } from '../../../src/masking/index.ts';
import { documentedAgreements, readShipped, shippedAgreements, shippedSchema } from './shipped-files.ts';

const catalogue = requireCatalogue(shippedSchema());
const agreements = shippedAgreements();
const policy = compilePolicy(agreements, catalogue);
const NOW = Date.parse('2026-07-01T12:00:00+08:00');

const POLICE = 'AG-TRAFFIC-POLICE';
const CASE = '呼公交（2026）0142号';
const CALLERS: readonly (Ask & { readonly name: string })[] = [
  { name: 'analyst, road', agency: POLICE, role: 'analyst', purpose: 'ROAD_SAFETY', caseReference: null },
  { name: 'analyst, safety', agency: POLICE, role: 'analyst', purpose: 'PUBLIC_SAFETY', caseReference: null },
  { name: 'analyst, case', agency: POLICE, role: 'analyst', purpose: 'PUBLIC_SAFETY', caseReference: CASE },
  {
    name: 'transport',
    agency: 'AG-TRANSPORT-CENTRE',
    role: 'partner',
    purpose: 'ROAD_SAFETY',
    caseReference: null,
  },
  {
    name: 'justice',
    agency: 'AG-JUSTICE-BUREAU',
    role: 'partner',
    purpose: 'MEDIATION',
    caseReference: null,
  },
  {
    name: 'detention',
    agency: 'AG-DETENTION-CENTRE',
    role: 'partner',
    purpose: 'MEDIATION',
    caseReference: null,
  },
  { name: 'auditor', agency: 'AG-OVERSIGHT', role: 'auditor', purpose: 'OVERSIGHT', caseReference: null },
  { name: 'steward', agency: POLICE, role: 'steward', purpose: 'OVERSIGHT', caseReference: null },
  { name: 'public', agency: null, role: 'public', purpose: null, caseReference: null },
];
const grants = CALLERS.map((ask) => bindGrant(policy, ask, NOW));

/** One cell of the matrix: what is decided, and with + the uses that are open. */
function cell(grant: Grant, coordinate: string): string {
  const { kind, mask, code } = grant.decide(coordinate);
  const uses = (['filter', 'sort', 'match'] as const)
    .filter((use) => grant.decideUse(use, coordinate).kind === 'allow')
    .map((use) => use[0]);
  const open = mask === null ? kind : describeMask(mask);
  const read = kind === 'deny' ? (code === 'NO_AGREEMENT' || code === 'NOT_GRANTED' ? '.' : code) : open;
  return uses.length === 0 ? read : `${read} +${uses.join('')}`;
}

it('the schema files obey every rule', () => {
  expect(checkSchema(shippedSchema())).toEqual([]);
});

it('the rows that each caller sees are as they were agreed', () => {
  const lines = grants.flatMap(({ scopes }, place) =>
    [...scopes].map(([typeName, { divisions, maxAgeMs, withheldUsages, ofOwnAgency, ofStatedCase }]) => {
      const where = divisions.map((prefix) => (prefix === '' ? 'everywhere' : prefix)).join(', ');
      const age = maxAgeMs === null ? [] : [`up to ${maxAgeMs / 86_400_000} days old`];
      const usages = withheldUsages.map((usage) => `without ${usage}`);
      const ties = [ofOwnAgency ? 'of the own agency' : [], ofStatedCase ? 'of the stated case' : []].flat();
      return [`${CALLERS[place]!.name}: ${typeName} ${where}`, ...age, ...usages, ...ties].join(', ');
    }),
  );
  expect(`\n${lines.toSorted().join('\n')}\n`).toMatchSnapshot();
});

it('four callers of one query are decided about in four ways', () => {
  const asked = [
    'RoadSegment.flowSummary',
    'RoadSegment.gantries',
    'Gantry.id',
    'RoadSegment.checkpoints',
    'CheckpointPassage.plateNo',
    'CheckpointPassage.imageUrl',
    'RoadSegment.roadAccidentCases',
    'MediationCase.facts',
    'MediationParty.name',
  ];
  const four = ['analyst, road', 'transport', 'justice', 'public'].map((name) => {
    const grant = grants[CALLERS.findIndex((caller) => caller.name === name)]!;
    return asked.map((coordinate) => cell(grant, coordinate)).join(' | ');
  });
  expect(new Set(four).size).toBe(4);
});

/** What the callers that `choose` picks are not denied of the fields that it picks, as `caller: field kind`. */
function shown(choose: (caller: Ask, field: Coordinate) => boolean): string[] {
  return CALLERS.flatMap((caller, place) =>
    catalogue.coordinates
      .filter((field) => !field.isStructure && choose(caller, field))
      .map(({ name }) => ({ name, kind: grants[place]!.decide(name).kind }))
      .filter(({ kind }) => kind !== 'deny')
      .map(({ name, kind }) => `${caller.name}: ${name} ${kind}`),
  );
}

it('without a case nobody reads a whole plate', () => {
  const plates = shown(
    ({ caseReference }, { namedType }) => caseReference === null && namedType === 'PlateNo',
  );
  expect(plates).not.toEqual([]);
  expect(plates.filter((line) => !line.endsWith(' mask'))).toEqual([]);
});

it('what traces a vehicle through public places is for public safety alone, by the schema', () => {
  const tracing = catalogue.coordinates.filter(
    ({ typeName, namedType, name }) =>
      typeName.endsWith('Passage') && (namedType === 'PlateNo' || name.endsWith('.imageUrl')),
  );
  expect(tracing.map(({ name, onlyFor }) => `${name} ${onlyFor}`)).toEqual([
    'CheckpointPassage.imageUrl PUBLIC_SAFETY',
    'CheckpointPassage.plateNo PUBLIC_SAFETY',
    'GantryPassage.vehiclePlate PUBLIC_SAFETY',
  ]);
});

it('the public reads nothing above PUBLIC', () => {
  expect(shown(({ role }) => role === 'public')).not.toEqual([]);
  expect(shown(({ role }, { sensitivity }) => role === 'public' && sensitivity !== 'PUBLIC')).toEqual([]);
});

it('when the agreements have ended, nobody reads anything', () => {
  for (const ask of CALLERS) {
    const grant = bindGrant(policy, ask, Date.parse('2031-01-01T00:00:00+08:00'));
    const open = catalogue.coordinates.filter(
      ({ name, isStructure }) => !isStructure && grant.decide(name).kind !== 'deny',
    );
    expect(open).toEqual([]);
  }
});

it('every agreement rests on a document that lies beside it', () => {
  for (const { file, source } of agreements) {
    const { code, document } = file.legalBasis;
    expect([source, `sha256:${sha256Hex(readShipped(`agreements/legal-bases/${code}.txt`))}`]).toEqual([
      source,
      document,
    ]);
  }
});

it('every agreement tests itself and says in Chinese what it is', () => {
  for (const { file, source } of agreements) {
    expect([source, file.tests.length]).not.toEqual([source, 0]);
    expect(readShipped(source)).toMatch(/^# \p{Script=Han}/u);
  }
});

it('usages that can be withheld are those of the schema', () => {
  const usages = [...catalogue.inputs.keys()].filter((place) => place.startsWith('CheckpointUsage.'));
  expect(usages.toSorted()).toEqual([
    'CheckpointUsage.OTHER',
    'CheckpointUsage.PUBLIC_SECURITY',
    'CheckpointUsage.TRAFFIC',
  ]);
});

describe('docs/agreements.md', () => {
  const text = readShipped('docs/agreements.md');

  it('shows an agreement that compiles', () => {
    const documented = documentedAgreements().map((input, place) =>
      readAgreement(input, `docs/agreements.md[${place}]`),
    );
    expect(documented.length).toBeGreaterThan(0);
    expect(compilePolicy(documented, catalogue).agreements).toHaveLength(documented.length);
  });

  it('names every mask', () => {
    expect(MASK_NAMES.filter((name) => !text.includes(`\`${name}`))).toEqual([]);
  });
});
