import { DETENTION_STORY_ORDINAL, RED_WARNING_ORDINAL } from './case-story.ts';
import type { SampleRecord } from './sample-record.ts';

type MediationCase = SampleRecord<'MediationCase'>;

/** What the ties of a case are made from. */
export interface TiedCase {
  readonly kind: MediationCase['disputeKind'];
  readonly ordinal: number;
  readonly source: MediationCase['source'];
  readonly divisionCode: string;
  readonly isDetention: boolean;
}

/** The agency whose detention centre holds people of a county: 满洲里 has one of its own. */
export function detentionCentreOf(divisionCode: string): string {
  return divisionCode === '150781' ? 'AG-DETENTION-CENTRE-MANZHOULI' : 'AG-DETENTION-CENTRE';
}

/** Who has a part in a case beside its committee, and cases of the police that three of them belong to. */
export function tieCase({
  kind,
  ordinal,
  source,
  divisionCode,
  isDetention,
}: TiedCase): Required<Pick<MediationCase, 'agencies' | 'caseFiles'>> {
  return {
    agencies: [
      source === 'POLICE' ? 'AG-TRAFFIC-POLICE' : [],
      isDetention ? detentionCentreOf(divisionCode) : [],
    ].flat(),
    caseFiles: POLICE_CASES.filter((one) => one.kind === kind && one.ordinal === ordinal).map(
      ({ caseNo }) => `AG-TRAFFIC-POLICE ${caseNo}`,
    ),
  };
}

const POLICE_CASES = [
  { kind: 'NEIGHBOUR', ordinal: DETENTION_STORY_ORDINAL, caseNo: 'A-2026-0107' },
  { kind: 'MARRIAGE_FAMILY', ordinal: RED_WARNING_ORDINAL, caseNo: '呼公刑立字〔2026〕0107号' },
  { kind: 'ROAD_ACCIDENT', ordinal: 100, caseNo: '呼公交（2026）0142号' },
] as const;
