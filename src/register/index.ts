export { readLedger, type ReadLedger } from './file/read-ledger.ts';
export {
  addEntry,
  cutTornTail,
  foundRegister,
  type LedgerHead,
  type NewEntry,
  openRegister,
} from './file/register-file.ts';
export { makePersonKey, openPersonKey, signDestruction } from './key/person-key.ts';
export type { Carrier, Person } from './model/carrier.ts';
export type { CarrierDetails, CarrierEvent, RegisterEntry, RegisterEvent } from './model/entry.ts';
export { findOverdue, findViolations, type Violation } from './model/find-findings.ts';
export { Ledger } from './model/ledger.ts';
export { CARRIER_STATES, type CarrierState } from './model/transitions.ts';
export { findNetwork, requireOffline } from './network/find-network.ts';
export { layOutLedger } from './print/ledger-sheet.ts';
export { printHtml } from './print/print-html.ts';
export { printText } from './print/print-text.ts';
export { makeRelease, type ReleaseHand } from './release/make-release.ts';
