import type { Machine } from './machine.ts';
import { detentionMediation } from './machines/detention-mediation.ts';
import { disputeWarning } from './machines/dispute-warning.ts';
import { mediationCase } from './machines/mediation-case.ts';
import { roadEvent } from './machines/road-event.ts';
import { sharingApplication } from './machines/sharing-application.ts';
import { violation } from './machines/violation.ts';

/** Every loop that turns through the gateway, by the name of its items' type. */
export const MACHINES = {
  MediationCase: mediationCase,
  DetentionMediation: detentionMediation,
  DisputeWarning: disputeWarning,
  Violation: violation,
  RoadEvent: roadEvent,
  SharingApplication: sharingApplication,
} as const satisfies Readonly<Record<string, Machine>>;

/** A name in {@link MACHINES}. */
export type MachineName = keyof typeof MACHINES;
