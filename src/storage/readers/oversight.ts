import { endsOf, type TimeSpan } from '../arguments.ts';
import { batchReads, rowsByParent } from '../batches.ts';
import { readPage, type Page, type PageRequest } from '../pages.ts';
import { findDisclosures } from '../statements/oversight/find-disclosures.ts';
import { listAgreements, type AgreementRow } from '../statements/oversight/list-agreements.ts';
import { listDisclosures } from '../statements/oversight/list-disclosures.ts';
import { listSharedFields, type SharedFieldRow } from '../statements/oversight/list-shared-fields.ts';
import type { ReaderGround, SubgraphContext } from './ground.ts';
import { openRecord, type DisclosureRecordRow } from './open-record.ts';

interface DisclosureRecordFilter {
  readonly agency?: string | null;
  readonly role?: string | null;
  readonly purpose?: string | null;
  readonly stage?: string | null;
  readonly coordinate?: string | null;
  readonly during?: TimeSpan | null;
  readonly hasCaseReference?: boolean | null;
}

interface AgreementFilter {
  readonly assigner?: string | null;
  readonly assignee?: string | null;
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
    async disclosureRecord(index: number): Promise<DisclosureRecordRow | null> {
      const [row] = await session.run(findDisclosures, [[index]]);
      return row === undefined ? null : openRecord(row);
    },
    disclosureRecords: (request: PageRequest<DisclosureRecordFilter>): Promise<Page<DisclosureRecordRow>> => {
      const filter = request.filter ?? {};
      const [from, to] = filter.during == null ? [null, null] : endsOf(filter.during);
      return readPage(ground, request, {
        list: 'disclosureRecords',
        positionOf: (row) => [row.index],
        rowsAfter: async (position, limit) => {
          const rows = await session.run(listDisclosures, [
            filter.agency ?? null,
            filter.role ?? null,
            filter.purpose ?? null,
            filter.stage ?? null,
            filter.coordinate ?? null,
            from,
            to,
            filter.hasCaseReference ?? null,
            ...(position ?? [null]),
            limit,
          ]);
          return rows.map(openRecord);
        },
      });
    },
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
    sharedFields: (agreement: AgreementRow) =>
      sharedFields(JSON.stringify([agreement.uid, agreement.version])),
  };
}
