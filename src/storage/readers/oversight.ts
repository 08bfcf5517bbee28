import { spanBounds, type TimeSpan } from '../arguments.ts';
import { batchReads, rowsByParent } from '../batches.ts';
import { readPage, type Page, type PageRequest } from '../pages.ts';
import { listAgreements, type AgreementRow } from '../statements/oversight/list-agreements.ts';
import { listBreakGlassUses, type BreakGlassUseRow } from '../statements/oversight/list-break-glass-uses.ts';
import { listGuardIncidents, type GuardIncidentRow } from '../statements/oversight/list-guard-incidents.ts';
import { listSharedFields, type SharedFieldRow } from '../statements/oversight/list-shared-fields.ts';
import type { ReaderGround, SubgraphContext } from './ground.ts';
import { createAccessReader } from './oversight/access.ts';
import { createAlarmReader } from './oversight/alarms.ts';
import { createDisclosureReader } from './oversight/disclosures.ts';
import { ownDataOf } from './oversight/own-data.ts';

interface AgreementFilter {
  readonly assigner?: string | null;
  readonly assignee?: string | null;
}

interface BreakGlassUseFilter {
  readonly owner?: string | null;
  readonly agency?: string | null;
  readonly state?: string | null;
  readonly overdue?: boolean | null;
}

interface GuardIncidentFilter {
  readonly gate?: string | null;
  readonly state?: string | null;
  readonly rule?: string | null;
  readonly owner?: string | null;
  readonly during?: TimeSpan | null;
}

/** What the oversight subgraph reads. */
export type OversightReader = ReturnType<typeof createOversightReader>;

/** Context of the oversight subgraph's resolvers. */
export type OversightContext = SubgraphContext<OversightReader>;

/** The reader of one operation of the oversight subgraph. */
export function createOversightReader(ground: ReaderGround) {
  const { session } = ground;
  const sharedFields = batchReads<[], readonly SharedFieldRow[]>(async (keys) => {
    const pairs = keys.map((key) => JSON.parse(key) as [uid: string, version: number]);
    const params = [pairs.map(([uid]) => uid), pairs.map(([, version]) => version)];
    const rows = await session.run(listSharedFields, params);
    return rowsByParent(rows, (row) => JSON.stringify([row.uid, row.version]));
  }, []);

  return {
    ...createDisclosureReader(ground),
    ...createAccessReader(ground),
    ...createAlarmReader(ground),
    agreements: (request: PageRequest<AgreementFilter>): Promise<Page<AgreementRow>> =>
      readPage(ground, request, {
        list: 'agreements',
        positionOf: (row) => [row.uid, row.version],
        rowsAfter: (position, limit) =>
          session.run(listAgreements, [
            request.filter?.assigner ?? null,
            request.filter?.assignee ?? null,
            ...(position ?? [null, null]),
            limit,
          ]),
      }),
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
          ]),
      }),
    sharedFields: (agreement: AgreementRow) =>
      sharedFields(JSON.stringify([agreement.uid, agreement.version])),
  };
}
