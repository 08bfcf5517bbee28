import type { Role } from './codes.ts';

/** One of three duties (三员) that are kept apart: nobody and no key has two of them. */
export interface DutyFacts {
  readonly zh: string;
  readonly en: string;
  /** The role that people of this duty sign in with; null where the duty reads nothing. */
  readonly role: Role | null;
  /** What its people do at a terminal: commands of `lukou`. */
  readonly commands: readonly string[];
}

/** The three duties. Whoever runs the machine reads no data; whoever grants does not check what came of it. */
export const DUTIES = {
  system: {
    zh: '系统管理员',
    en: 'Runs gateways, databases and intake',
    role: null,
    commands: [
      'start',
      'token',
      'ingest',
      'stream',
      'warn',
      'documents',
      'compose',
      'subgraph',
      'gateway-key',
      'log-key',
      'subject-key',
    ],
  },
  steward: {
    zh: '安全管理员',
    en: 'Writes and signs an agency’s agreements, and answers for what they open',
    role: 'steward',
    commands: ['agreement', 'explain', 'guard', 'register', 'review', 'hold'],
  },
  auditor: {
    zh: '审计管理员',
    en: 'Reads the log, and checks that nothing was removed',
    role: 'auditor',
    commands: ['replay', 'audit', 'witness', 'review', 'guard', 'hold', 'subject-key'],
  },
} as const satisfies Readonly<Record<string, DutyFacts>>;

/** One of {@link DUTIES}. */
export type Duty = keyof typeof DUTIES;

/** The names of {@link DUTIES}. */
export const DUTY_NAMES = Object.keys(DUTIES) as Duty[];

/** The duty of whoever signs in with a role; null for roles that are none of the three. */
export function dutyOf(role: Role): Duty | null {
  return DUTY_NAMES.find((duty) => DUTIES[duty].role === role) ?? null;
}
