import {
  bindGrant,
  compilePolicy,
  recallGrant,
  requireCatalogue,
  type Ask,
} from '../../../src/agreement/index.ts';
import { shippedAgreements, shippedSchema } from './shipped-files.ts';

const policy = compilePolicy(shippedAgreements(), requireCatalogue(shippedSchema()));
const IN_FORCE = Date.parse('2026-07-01T12:00:00+08:00');
const END = Date.parse('2031-01-01T00:00:00+08:00');
const ANALYST: Ask = {
  agency: 'AG-TRAFFIC-POLICE',
  role: 'analyst',
  purpose: 'ROAD_SAFETY',
  caseReference: null,
};

it('hands out one grant while nothing begins or ends', () => {
  expect(recallGrant(policy, ANALYST, IN_FORCE + 60_000)).toBe(recallGrant(policy, ANALYST, IN_FORCE));
});

it('binds anew at the very instant an agreement ends, and before it began', () => {
  const before = Date.parse('2025-12-31T23:59:59.999+08:00');
  recallGrant(policy, ANALYST, IN_FORCE);
  for (const nowMs of [END - 1, END, before, IN_FORCE]) {
    expect(recallGrant(policy, ANALYST, nowMs).digest).toBe(bindGrant(policy, ANALYST, nowMs).digest);
  }
  expect(recallGrant(policy, ANALYST, END).decide('RoadSegment.roadName').kind).toBe('deny');
});

it('tells apart every class, purpose and case', () => {
  const asks: readonly Ask[] = [
    ANALYST,
    { ...ANALYST, purpose: 'PUBLIC_SAFETY' },
    { ...ANALYST, role: 'steward' },
    { ...ANALYST, agency: 'AG-TRANSPORT-CENTRE' },
    { ...ANALYST, caseReference: '呼公交（2026）0142号' },
  ];
  for (const ask of asks) recallGrant(policy, ask, IN_FORCE);
  for (const ask of asks) {
    const recalled = recallGrant(policy, ask, IN_FORCE);
    expect(recalled.digest).toBe(bindGrant(policy, ask, IN_FORCE).digest);
    expect(recalled.ask).toEqual(ask);
  }
});
