import { detentionCentreOf } from './case-ties.ts';
import type { CaseFile } from './mediation-cases.ts';
import { DAY_MS, HOUR_MS, PERIOD_END_MS, formatInstant } from './period.ts';
import { substream } from './random.ts';
import type { SampleRecord } from './sample-record.ts';

const ROLES = ['APPLICANT', 'RESPONDENT', 'OTHER'] as const;

/** Days from intake to release: usual terms of administrative detention. */
const TERMS_DAYS = [5, 7, 10, 15] as const;

/** The parties of a case. */
export function casePartyRows({ record, parties }: CaseFile): SampleRecord<'MediationParty'>[] {
  return parties.map(({ name, idNo, phone, address }, place) => ({
    caseId: record.id,
    ordinal: place + 1,
    role: ROLES[place]!,
    name,
    idNo,
    phone,
    address,
    onlineLabel: 'SENSITIVE',
  }));
}

/** The follow-up visits of a case: one or two after it was agreed, as far as they lie within the sample. */
export function followUpRows(
  { index, record, closedAtMs }: CaseFile,
  seed: number,
): SampleRecord<'FollowUp'>[] {
  if (closedAtMs === null || record.result !== 'SUCCESS') return [];
  const random = substream(seed, 'follow-ups', index);
  const isKept = record.status !== 'BREACHED';
  const visits = index % 5 === 0 ? [random.whole(7, 15), random.whole(28, 45)] : [random.whole(7, 30)];
  return visits
    .map((days) => closedAtMs + days * DAY_MS)
    .filter((atMs) => atMs < PERIOD_END_MS)
    .map((atMs, visit) => ({
      caseId: record.id,
      ordinal: visit + 1,
      followedUpAt: formatInstant(atMs),
      method: random.chance(0.55) ? 'VISIT' : random.chance(0.9) ? 'PHONE' : 'OTHER',
      performed: isKept,
      satisfied: isKept && random.chance(0.97),
      onlineLabel: 'INTERNAL',
    }));
}

/** The stay in the detention centre during which a case was mediated; null where there was none. */
export function detentionRow(file: CaseFile, seed: number): SampleRecord<'DetentionMediation'> | null {
  if (!file.isDetention) return null;
  const random = substream(seed, 'detention', file.index);
  const intakeMs = file.acceptedAtMs - random.whole(4, 40) * HOUR_MS;
  const releaseMs = intakeMs + random.pick(TERMS_DAYS) * DAY_MS;
  const followedUpMs = releaseMs + random.whole(5, 28) * DAY_MS;
  // One in three released people is not visited.
  const isFollowedUp = releaseMs < PERIOD_END_MS && followedUpMs < PERIOD_END_MS && !random.chance(1 / 3);
  return {
    id: `DM-${file.record.id.slice(3)}`,
    caseId: file.record.id,
    facilityId: `JLS-${file.record.divisionCode!}`,
    facilityAgency: detentionCentreOf(file.record.divisionCode!),
    status: detentionStatus(file, releaseMs, isFollowedUp),
    intakeAt: formatInstant(intakeMs),
    screenedAt: formatInstant(intakeMs + random.whole(1, 20) * HOUR_MS),
    releaseAt: formatInstant(releaseMs),
    followedUpAt: isFollowedUp ? formatInstant(followedUpMs) : null,
    onlineLabel: 'SENSITIVE',
  };
}

function detentionStatus(
  { record }: CaseFile,
  releaseMs: number,
  isFollowedUp: boolean,
): SampleRecord<'DetentionMediation'>['status'] {
  if (releaseMs >= PERIOD_END_MS) return record.result === 'SUCCESS' ? 'AGREED' : 'MEDIATING';
  if (record.result === 'FAILURE') return 'HANDED_OVER';
  if (!isFollowedUp) return 'RELEASED';
  return record.status === 'ARCHIVED' ? 'CLOSED' : 'FOLLOWED_UP';
}
