import type { OversightActs } from '../../request/index.ts';
import { isUuid, LukouError } from '../../base/index.ts';
import { spanBounds, type TimeSpan } from '../arguments.ts';
import { readPage, type Page, type PageRequest } from '../pages.ts';
import {
  countGuardIncidents,
  type GuardIncidentCountRow,
} from '../statements/oversight/count-guard-incidents.ts';
import { listBreakGlassUses, type BreakGlassUseRow } from '../statements/oversight/list-break-glass-uses.ts';
import { listGuardDrills, type GuardDrillRow } from '../statements/oversight/list-guard-drills.ts';
import { listGuardIncidents, type GuardIncidentRow } from '../statements/oversight/list-guard-incidents.ts';
import { composeReader } from './compose-reader.ts';
import type { ActingContext, ReaderGround } from './ground.ts';
import { boundedEnds, createAccessReader } from './oversight/access.ts';
import { createAgreementReader } from './oversight/agreements.ts';
import { createApplicationReader } from './oversight/applications.ts';
import { createAlarmReader } from './oversight/alarms.ts';
import { createDisclosureReader } from './oversight/disclosures.ts';
import { createImpactReader } from './oversight/impact.ts';
import { createLogHealthReader } from './oversight/log-health.ts';
import type { OversightGround } from './oversight/oversight-ground.ts';
import { ownDataOf } from './oversight/own-data.ts';
import { createReplayReader } from './oversight/replays.ts';

interface BreakGlassUseFilter {
  readonly id?: string | null;
  readonly owner?: string | null;
  readonly agency?: string | null;
  readonly state?: string | null;
  readonly overdue?: boolean | null;
}

interface GuardIncidentFilter {
  readonly id?: string | null;
  readonly gate?: string | null;
  readonly state?: string | null;
  readonly rule?: string | null;
  readonly owner?: string | null;
  readonly during?: TimeSpan | null;
}

/** What the oversight subgraph reads. */
export type OversightReader = ReturnType<typeof createOversightReader>;

/** Context of the oversight subgraph's resolvers. */
export type OversightContext = ActingContext<OversightReader, OversightActs>;

/** The reader of one operation of the oversight subgraph. */
export function createOversightReader({ desk, ...rest }: ReaderGround) {
  if (desk === undefined)
    throw new LukouError('INTERNAL', 'The oversight subgraph was opened without a desk.');
  return composeOversight({ ...rest, desk });
}

const composeOversight = composeReader(
  createDisclosureReader,
  createAccessReader,
  createAlarmReader,
  createApplicationReader,
  createAgreementReader,
  createImpactReader,
  createLogHealthReader,
  createReplayReader,
  createGuardReader,
);

/** Break-glass uses, and what the guard caught. */
function createGuardReader(ground: OversightGround) {
  const { session } = ground;
  return {
    breakGlassUses: (request: PageRequest<BreakGlassUseFilter>): Promise<Page<BreakGlassUseRow>> =>
      readPage(ground, request, {
        list: 'breakGlassUses',
        positionOf: (row) => [row.openedAt, row.id],
        rowsAfter: (position, limit) =>
          session.run(listBreakGlassUses, [
            new Date(ground.nowMs).toISOString(),
            ownDataOf(ground),
            request.filter?.owner ?? null,
            request.filter?.agency ?? null,
            request.filter?.state ?? null,
            request.filter?.overdue ?? null,
            ...(position ?? [null, null]),
            limit,
            idOrNobodys(request.filter?.id),
          ]),
      }),
    guardIncidents: (request: PageRequest<GuardIncidentFilter>): Promise<Page<GuardIncidentRow>> =>
      readPage(ground, request, {
        list: 'guardIncidents',
        positionOf: (row) => [row.detectedAt, row.id],
        rowsAfter: (position, limit) =>
          session.run(listGuardIncidents, [
            ownDataOf(ground),
            request.filter?.gate ?? null,
            request.filter?.state ?? null,
            request.filter?.rule ?? null,
            request.filter?.owner ?? null,
            ...spanBounds(request.filter?.during),
            ...(position ?? [null, null]),
            limit,
            idOrNobodys(request.filter?.id),
          ]),
      }),
    guardDrills: (request: PageRequest): Promise<Page<GuardDrillRow>> =>
      readPage(ground, request, {
        list: 'guardDrills',
        positionOf: (row) => [row.drilledAt, row.id],
        rowsAfter: (position, limit) => session.run(listGuardDrills, [...(position ?? [null, null]), limit]),
      }),
    guardIncidentCounts: ({
      during,
    }: {
      readonly during: TimeSpan;
    }): Promise<readonly GuardIncidentCountRow[]> =>
      session.run(countGuardIncidents, [ownDataOf(ground), ...boundedEnds(during)]),
  };
}

const NOBODYS = '00000000-0000-0000-0000-000000000000';

/** What is no id of ours is the id of nothing. */
function idOrNobodys(id: string | null | undefined): string | null {
  if (id === null || id === undefined) return null;
  return isUuid(id) ? id : NOBODYS;
}
