import { agreementName } from '../agreement/index.ts';
import type { StoredRecord } from './log-store.ts';
import type { DisclosureEntry, PlaceRecord } from './record.ts';
import { termsOfDivisions, termsOfFields } from './search-terms.ts';

/** A record that waits for its place. */
export interface WaitingRecord {
  readonly entry: DisclosureEntry;
  readonly place: PlaceRecord;
  readonly id: string;
  readonly nonce: string;
}

/** The record at its place: its bytes, and what is searched. */
export function placeRecord(
  { entry, place, id, nonce }: WaitingRecord,
  index: number,
  recordedAt: string,
): StoredRecord {
  return {
    index,
    id,
    recordedAt,
    stage: entry.stage,
    agency: entry.actor.agency,
    role: entry.actor.role,
    actor: entry.actor.pseudonym,
    purpose: entry.purpose.code,
    caseReference: entry.purpose.caseReference,
    operationName: entry.operation.name,
    code: entry.result.code,
    rowCount: entry.result.rows,
    agreements: entry.agreements.map(agreementName),
    ...termsOfFields(entry.fields),
    owners: entry.owners ?? entry.fields.map(() => null),
    subjects: entry.subjects,
    openDivisions: termsOfDivisions(entry.divisions ?? []),
    maxSensitivity: entry.maxSensitivity,
    breakGlass: entry.purpose.breakGlass ?? null,
    leaf: place({ index, id, recordedAt, nonce }),
  };
}
