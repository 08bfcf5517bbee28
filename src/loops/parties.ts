import type { MachineName } from './machines.ts';

/**
 * Which agency has which part in a loop: the owners of the schema's subgraphs. Who applies for data and who has it, each
 * application says itself.
 */
export const PARTIES: Readonly<Record<MachineName, Readonly<Record<string, string>>>> = {
  MediationCase: { mediator: 'AG-JUSTICE-BUREAU' },
  DetentionMediation: { centre: 'AG-DETENTION-CENTRE', mediator: 'AG-JUSTICE-BUREAU' },
  DisputeWarning: { bureau: 'AG-TRAFFIC-POLICE', unit: 'AG-JUSTICE-BUREAU' },
  Violation: { police: 'AG-TRAFFIC-POLICE' },
  RoadEvent: { operator: 'AG-TRANSPORT-CENTRE' },
  SharingApplication: { office: 'AG-OVERSIGHT' },
};

/** As which unit an agency acts on warnings together with others (警司妇联动). */
export const JOINT_AGENCIES: Readonly<Record<string, string>> = {
  'AG-TRAFFIC-POLICE': 'POLICE_STATION',
  'AG-JUSTICE-BUREAU': 'JUDICIAL_OFFICE',
  'AG-WOMENS-FEDERATION': 'WOMENS_FEDERATION',
};
