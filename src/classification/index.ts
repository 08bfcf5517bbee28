export { GUARD_STEPS, type GuardStep } from './guard-step.ts';
export { ONLINE_LABELS, requireOnlineLabel, type OnlineLabel } from './online-labels.ts';
export { mayCarryMark, scanText, scanWithout } from './scan-text.ts';
export { storagePattern } from './storage-pattern.ts';
export { type Action, type GuardPolicy, type Verdict } from './verdict.ts';
