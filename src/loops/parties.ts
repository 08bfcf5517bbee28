import type { MachineName } from './machines.ts';

/** Which agency has which part in the loops whose items do not say it themselves: the owners of the schema's subgraphs. */
export const PARTIES: Readonly<
  Record<Exclude<MachineName, 'SharingApplication'>, Readonly<Record<string, string>>>
> = {
  MediationCase: { mediator: 'AG-JUSTICE-BUREAU' },
  DetentionMediation: { centre: 'AG-DETENTION-CENTRE', mediator: 'AG-JUSTICE-BUREAU' },
  DisputeWarning: { bureau: 'AG-TRAFFIC-POLICE', unit: 'AG-JUSTICE-BUREAU' },
  Violation: { police: 'AG-TRAFFIC-POLICE' },
  RoadEvent: { operator: 'AG-TRANSPORT-CENTRE' },
};
