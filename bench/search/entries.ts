import type { DisclosureEntry } from '../../src/audit/index.ts';
import { typicalEntry } from '../audit/typical-entry.ts';

/** A kind of record, and how many there are of it among 100,000. */
interface KindOfRecord {
  readonly share: number;
  readonly entry: DisclosureEntry;
}

interface Told {
  readonly share: number;
  /** Agency and role; null for the public. */
  readonly by: readonly [agency: string, role: string] | null;
  readonly purpose: string | null;
  /** A record of a case, unless left out. */
  readonly hasCase?: true;
  readonly breakGlass?: string;
  /** Whose data, under which agreement, and what was decided for each field. */
  readonly owner: string;
  readonly agreement: readonly [uid: string, version: number];
  readonly fields: Readonly<Record<string, string>>;
  readonly isRefused?: true;
}

const POLICE = 'AG-TRAFFIC-POLICE';
const TRANSPORT = 'AG-TRANSPORT-CENTRE';
const JUSTICE = 'AG-JUSTICE-BUREAU';
const POLICE_OWN = ['urn:agr:hlbe:police-own:0005', 1] as const;
const POLICE_TRANSPORT = ['urn:agr:hlbe:police-transport:0007', 3] as const;
const TRANSPORT_POLICE = ['urn:agr:hlbe:transport-police:0006', 3] as const;
const JUSTICE_POLICE = ['urn:agr:hlbe:justice-police:0010', 2] as const;

const passages = (plate: string) => ({
  'Query.checkpointPassages': 'allow',
  'CheckpointPassage.passTime': 'allow',
  'CheckpointPassage.plateNo': plate,
  'CheckpointPassage.vehicleType': 'allow',
  'Checkpoint.name': 'allow',
});
const cases = (facts: string) => ({
  'Query.mediationCases': 'allow',
  'MediationCase.caseNo': 'allow',
  'MediationCase.facts': facts,
});
const ROADS = {
  'Query.roadSegments': 'allow',
  'RoadSegment.id': 'allow',
  'RoadSegment.roadCode': 'allow',
  'RoadSegment.technicalGrade': 'allow',
  'RoadSegment.aadt': 'allow',
  'RoadSegment.geometry': 'allow',
};

const ofPassages = { owner: POLICE, agreement: POLICE_OWN };
const ofRoads = { owner: TRANSPORT, agreement: TRANSPORT_POLICE, fields: ROADS };
const ofCases = { owner: JUSTICE, agreement: JUSTICE_POLICE };
const analyst = [POLICE, 'analyst'] as const;

const TOLD: readonly Told[] = [
  {
    share: 29_673,
    by: [TRANSPORT, 'partner'],
    purpose: 'ROAD_SAFETY',
    owner: POLICE,
    agreement: POLICE_TRANSPORT,
    fields: passages('mask:plate.region'),
  },
  { share: 25_000, by: analyst, purpose: 'ROAD_SAFETY', ...ofRoads },
  {
    share: 15_000,
    by: analyst,
    purpose: 'PUBLIC_SAFETY',
    hasCase: true,
    ...ofPassages,
    fields: passages('allow'),
  },
  { share: 15_000, by: null, purpose: null, ...ofRoads },
  {
    share: 10_000,
    by: [POLICE, 'partner'],
    purpose: 'MEDIATION',
    ...ofCases,
    fields: cases('deny:NOT_GRANTED'),
  },
  {
    share: 5_000,
    by: [TRANSPORT, 'partner'],
    purpose: 'STATISTICS',
    owner: POLICE,
    agreement: POLICE_TRANSPORT,
    fields: passages('deny:PROHIBITED'),
    isRefused: true,
  },
  // Few, and looked for: a steward's, pointers, plates in clear without a case, broken glass.
  {
    share: 300,
    by: [TRANSPORT, 'steward'],
    purpose: 'OVERSIGHT',
    owner: 'AG-OVERSIGHT',
    agreement: ['urn:agr:hlbe:oversight-transport:0016', 2],
    fields: { 'Query.accessMatrix': 'allow' },
  },
  { share: 20, by: [POLICE, 'partner'], purpose: 'MEDIATION', ...ofCases, fields: cases('pointer') },
  { share: 5, by: analyst, purpose: 'PUBLIC_SAFETY', ...ofPassages, fields: passages('allow') },
  {
    share: 2,
    by: analyst,
    purpose: 'PUBLIC_SAFETY',
    hasCase: true,
    breakGlass: 'LIFE_AT_RISK',
    ...ofCases,
    fields: cases('allow'),
  },
];

/** What a year of sharing leaves: kinds of records, 100,000 altogether. */
export const KINDS: readonly KindOfRecord[] = TOLD.map((told) => ({
  share: told.share,
  entry: entryOf(told),
}));

function entryOf({
  by,
  purpose,
  hasCase,
  breakGlass,
  owner,
  agreement,
  fields,
  isRefused,
}: Told): DisclosureEntry {
  const typical = typicalEntry(0);
  const [uid, version] = agreement;
  const [agency, role] = by ?? [null, 'public'];
  return {
    ...typical,
    stage: isRefused === true ? 'DENY' : 'RELEASE',
    actor: { ...typical.actor, agency, role },
    purpose: {
      code: purpose,
      caseReference: hasCase === true ? 'A-2026-0107' : null,
      ...(breakGlass !== undefined && { breakGlass }),
    },
    agreements: [{ uid, version, sha256: 'ab'.repeat(32) }],
    fields: Object.entries(fields).map(([coordinate, decision]) => [
      coordinate,
      decision,
      `${uid}@${version}#p1`,
    ]),
    owners: Object.keys(fields).map(() => owner),
    result: { ...typical.result, code: isRefused === true ? 'UNAUTHORIZED_FIELD_OR_TYPE' : 'OK' },
  };
}
