import type { CallerRole } from './token-claims.ts';

/** Somebody invented, for whom the development issuer signs tokens. */
export interface SampleCaller {
  readonly agency: string;
  readonly role: CallerRole;
  readonly subject: string;
  readonly nameZh: string;
  readonly nameEn: string;
  /** A purpose code with which this caller gets an answer in the sample. */
  readonly purpose: string;
}

/** The callers of the sample, by the name that `lukou token --as` takes. */
export const SAMPLE_CALLERS = {
  analyst: {
    agency: 'AG-TRAFFIC-POLICE',
    role: 'analyst',
    subject: 'sample-analyst',
    nameZh: '交警支队研判员',
    nameEn: 'Traffic police analyst',
    purpose: 'ROAD_SAFETY',
  },
  transport: {
    agency: 'AG-TRANSPORT-CENTRE',
    role: 'partner',
    subject: 'sample-transport',
    nameZh: '交通运输中心值班员',
    nameEn: 'Transport centre duty officer',
    purpose: 'ROAD_SAFETY',
  },
  justice: {
    agency: 'AG-JUSTICE-BUREAU',
    role: 'partner',
    subject: 'sample-justice',
    nameZh: '司法局人民调解员',
    nameEn: 'Justice bureau mediator',
    purpose: 'MEDIATION',
  },
  detention: {
    agency: 'AG-DETENTION-CENTRE',
    role: 'partner',
    subject: 'sample-detention',
    nameZh: '拘留所管教民警',
    nameEn: 'Detention centre officer',
    purpose: 'MEDIATION',
  },
  'womens-federation': {
    agency: 'AG-WOMENS-FEDERATION',
    role: 'partner',
    subject: 'sample-womens-federation',
    nameZh: '妇联权益干事',
    nameEn: "Women's federation officer",
    purpose: 'MEDIATION',
  },
  auditor: {
    agency: 'AG-OVERSIGHT',
    role: 'auditor',
    subject: 'sample-auditor',
    nameZh: '执法监督审计员',
    nameEn: 'Oversight auditor',
    purpose: 'OVERSIGHT',
  },
  steward: {
    agency: 'AG-TRAFFIC-POLICE',
    role: 'steward',
    subject: 'sample-steward',
    nameZh: '交警支队数据管理员',
    nameEn: 'Traffic police data steward',
    purpose: 'OVERSIGHT',
  },
  'justice-steward': {
    agency: 'AG-JUSTICE-BUREAU',
    role: 'steward',
    subject: 'sample-justice-steward',
    nameZh: '司法局数据管理员',
    nameEn: 'Justice bureau data steward',
    purpose: 'OVERSIGHT',
  },
} as const satisfies Record<string, SampleCaller>;

/** A name in {@link SAMPLE_CALLERS}. */
export type SampleCallerName = keyof typeof SAMPLE_CALLERS;

/** Systems of the sample that hand data in, by the name that `lukou token --as` takes. They may ask for nothing. */
export const SAMPLE_FEEDERS = {
  'police-feeder': {
    agency: 'AG-TRAFFIC-POLICE',
    role: 'feeder',
    subject: 'sample-police-feeder',
    nameZh: '公安卡口接入平台',
    nameEn: 'Checkpoint platform of the traffic police',
  },
  'transport-feeder': {
    agency: 'AG-TRANSPORT-CENTRE',
    role: 'feeder',
    subject: 'sample-transport-feeder',
    nameZh: '门架接入平台',
    nameEn: 'Gantry platform of the transport centre',
  },
} as const;

/** A name in {@link SAMPLE_FEEDERS}. */
export type SampleFeederName = keyof typeof SAMPLE_FEEDERS;
