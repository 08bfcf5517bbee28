import type { Adapter } from './adapter/read-adapter.ts';
import type { RecordTypeName } from './record-types.ts';

const TRANSPORT = 'AG-TRANSPORT-CENTRE';
const POLICE = 'AG-TRAFFIC-POLICE';
const JUSTICE = 'AG-JUSTICE-BUREAU';

const OWNERS: Readonly<Record<RecordTypeName, string>> = {
  AdminDivision: TRANSPORT,
  RoadSegment: TRANSPORT,
  RoadCrosswalk: TRANSPORT,
  Gantry: TRANSPORT,
  FlowObservation: TRANSPORT,
  GantryPassage: TRANSPORT,
  RoadEvent: TRANSPORT,
  Checkpoint: POLICE,
  Lane: POLICE,
  CheckpointPassage: POLICE,
  Violation: POLICE,
  DisputeIncident: POLICE,
  MediationCase: JUSTICE,
  MediationParty: JUSTICE,
  FollowUp: JUSTICE,
  DetentionMediation: JUSTICE,
  DisputeWarning: JUSTICE,
  WarningSubject: JUSTICE,
  CaseFile: 'AG-OVERSIGHT',
};

/** The agency whose people answer for records of a type: the owner of the subgraph that serves them. */
export const ownerOf = (type: RecordTypeName): string => OWNERS[type];

/** The agencies whose records a source becomes through an adapter. */
export function ownersOf({ form }: Adapter): ReadonlySet<string> {
  return new Set([...form.outputs, ...form.records].map(({ type }) => ownerOf(type)));
}
