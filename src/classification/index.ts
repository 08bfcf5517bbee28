export { findControlCharacter, isControlCharacter } from './control-character.ts';
export { GUARD_STEPS, type GuardStep } from './guard-step.ts';
export {
  findMove,
  GUARD_GATES,
  INCIDENT_MOVES,
  type GuardGate,
  type IncidentMove,
  type IncidentState,
} from './incident-moves.ts';
export { ONLINE_LABELS, requireOnlineLabel, type OnlineLabel } from './online-labels.ts';
export { mayCarryMark, scanText, scanWithout } from './scan-text.ts';
export {
  readReleasePackage,
  releaseBytes,
  releaseStatement,
  type ReleasePackage,
  type ReleaseStatement,
} from './release/release-package.ts';
export { foldPersonName, readReleaseSigners, type ReleaseSigner } from './release/release-signers.ts';
export { verifyRelease, type VerifiedRelease } from './release/verify-release.ts';
export { storageHint, storagePattern, storageSigns } from './storage-pattern.ts';
export { type Action, type GuardPolicy, type Verdict } from './verdict.ts';
export { holdsText, writtenForms } from './written-forms.ts';
