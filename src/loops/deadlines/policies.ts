import type { DeadlinePolicy, DeadlineRule } from './deadline-policy.ts';

const PROCEDURE = '道路交通安全违法行为处理程序规定 (2020)';
const PRACTICE = 'practice';

/** Hours to receive a warning and to see to it, by its level. */
const WARNINGS: readonly DeadlineRule[] = (
  [
    ['RED', 1, 24],
    ['ORANGE', 4, 48],
    ['YELLOW', 24, 72],
    ['BLUE', 72, 168],
  ] as const
).flatMap(([level, receiveHours, visitHours]) => [
  { machine: 'DisputeWarning', state: 'PUSHED', level, span: { hours: receiveHours }, source: PRACTICE },
  ...['RECEIVED', 'SUPERVISED', 'RETURNED', 'HANDLING'].map((state) => ({
    machine: 'DisputeWarning',
    state,
    level,
    span: { hours: visitHours },
    source: PRACTICE,
  })),
]);

/** Every policy so far, the oldest first. One that is in force is never changed: write the next one below it. */
export const DEADLINE_POLICIES: readonly DeadlinePolicy[] = [
  {
    version: '2026-1',
    validFrom: '2026-01-01T00:00:00+08:00',
    rules: [
      {
        machine: 'MediationCase',
        state: 'AGREED',
        span: { days: 30 },
        source: '司法确认规定 (2011): 30 days to apply',
      },
      {
        machine: 'MediationCase',
        state: 'CONFIRMATION_APPLIED',
        span: { days: 3 },
        source: '司法确认规定 (2011) art. 4',
      },
      {
        machine: 'MediationCase',
        state: 'CONFIRMATION_ACCEPTED',
        span: { days: 15 },
        source: '司法确认规定 (2011) art. 5',
      },
      ...['FAILED', 'WITHDRAWN', 'PERFORMED', 'BREACHED', 'CONFIRMED', 'NOT_CONFIRMED'].map((state) => ({
        machine: 'MediationCase',
        state,
        span: { days: 30 },
        source: PRACTICE,
      })),
      { machine: 'DetentionMediation', state: 'INTAKE', span: { hours: 24 }, source: PRACTICE },
      {
        machine: 'DetentionMediation',
        state: 'MEDIATING',
        span: { until: 'releaseAt' },
        source: '治安管理处罚法 (2025) art. 9',
      },
      { machine: 'DetentionMediation', state: 'RELEASED', span: { days: 30 }, source: PRACTICE },
      ...WARNINGS,
      { machine: 'Violation', state: 'CAPTURED', span: { workingDays: 5 }, source: `${PROCEDURE} art. 19` },
      {
        machine: 'Violation',
        state: 'ENTERED',
        span: { workingDays: 0 },
        source: `${PROCEDURE} art. 20: the same day`,
      },
      { machine: 'Violation', state: 'QUERYABLE', span: { workingDays: 5 }, source: `${PROCEDURE} art. 20` },
      { machine: 'Violation', state: 'NOTIFIED', span: { days: 30 }, source: `${PROCEDURE} art. 20` },
      { machine: 'Violation', state: 'OBJECTED', span: { workingDays: 5 }, source: `${PROCEDURE} art. 22` },
      {
        machine: 'RoadEvent',
        state: 'REPORTED',
        span: { hours: 2 },
        source: '公路交通阻断信息报送制度: 2 hours',
      },
      { machine: 'SharingApplication', state: 'SUBMITTED', span: { workingDays: 2 }, source: PRACTICE },
      {
        machine: 'SharingApplication',
        state: 'PROVIDER_REVIEW',
        span: { workingDays: 10 },
        source: '政务数据共享条例: 10 working days',
      },
      {
        machine: 'SharingApplication',
        state: 'APPROVED',
        span: { workingDays: 20 },
        source: '政务数据共享条例: 20 working days',
      },
    ],
  },
];
