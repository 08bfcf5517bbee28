import { LukouError } from '../../../base/index.ts';
import { SUBJECT_KINDS } from '../../../masking/index.ts';
import { divisionPrefix, endsOf, spanBounds, type TimeSpan } from '../../arguments.ts';
import { readPage, type Page, type PageRequest } from '../../pages.ts';
import { findDisclosures } from '../../statements/oversight/find-disclosures.ts';
import { listDisclosuresOfSubject } from '../../statements/oversight/list-disclosures-of-subject.ts';
import {
  listDisclosures,
  listNearDisclosures,
  listRareDisclosures,
  listRareWithoutCase,
} from '../../statements/oversight/list-disclosures.ts';
import type { DisclosureRow } from '../../statements/oversight/disclosure.ts';
import type { ReaderGround } from '../ground.ts';
import { openRecord, type DisclosureRecordRow } from '../open-record.ts';
import { ownDataOf } from './own-data.ts';

interface DisclosureRecordFilter {
  readonly log?: string | null;
  readonly agency?: string | null;
  readonly role?: string | null;
  readonly caller?: string | null;
  readonly purpose?: string | null;
  readonly caseReference?: string | null;
  readonly stage?: string | null;
  readonly coordinate?: string | null;
  readonly decision?: string | null;
  readonly agreement?: string | null;
  readonly code?: string | null;
  readonly division?: string | null;
  readonly breakGlass?: boolean | null;
  readonly during?: TimeSpan | null;
  readonly hasCaseReference?: boolean | null;
}

interface SubjectRequest extends Omit<PageRequest, 'filter' | 'orderBy'> {
  readonly kind: string;
  readonly value: string;
  readonly during?: TimeSpan | null;
}

/** Records of the disclosure log: to the keeper of the log all, to another agency those of its own data. */
export function createDisclosureReader(ground: ReaderGround) {
  const { session } = ground;
  const own = ownDataOf(ground);
  const positionOf = (row: DisclosureRecordRow) => [row.recordedAt, row.log, row.index];

  /**
   * What is frequent is among the newest records; of what is not, there are few enough to be found by what they hold and
   * sorted. In the order of time, millions of others would be looked at.
   */
  async function listByTerms(
    { coordinate, decision, hasCaseReference }: DisclosureRecordFilter,
    params: readonly unknown[],
    limit: number,
  ): Promise<readonly DisclosureRow[]> {
    const near = await session.run(listNearDisclosures, params);
    if (near.length === limit) return near;
    const isWithoutCase = coordinate != null && decision != null && hasCaseReference === false;
    return session.run(isWithoutCase ? listRareWithoutCase : listRareDisclosures, params);
  }

  return {
    async disclosureRecord(log: string, index: number): Promise<DisclosureRecordRow | null> {
      const [row] = await session.run(findDisclosures, [own, log, [index]]);
      return row === undefined ? null : openRecord(row);
    },
    disclosureRecords: (request: PageRequest<DisclosureRecordFilter>): Promise<Page<DisclosureRecordRow>> => {
      const filter = request.filter ?? {};
      const params = [
        own,
        filter.log ?? null,
        filter.agency ?? null,
        filter.role ?? null,
        filter.caller ?? null,
        filter.purpose ?? null,
        filter.caseReference?.normalize('NFKC') ?? null,
        filter.stage ?? null,
        filter.coordinate ?? null,
        filter.decision?.toLowerCase() ?? null,
        filter.agreement ?? null,
        filter.code ?? null,
        filter.division == null ? null : termsTouching(filter.division),
        filter.breakGlass ?? null,
        ...spanBounds(filter.during),
        filter.hasCaseReference ?? null,
      ];
      return readPage(ground, request, {
        list: 'disclosureRecords',
        positionOf,
        rowsAfter: async (position, limit) => {
          const asked = [...params, ...(position ?? [null, null, null]), limit];
          const rows = hasTerms(filter)
            ? await listByTerms(filter, asked, limit)
            : await session.run(listDisclosures, asked);
          return rows.map(openRecord);
        },
      });
    },
    /** The value goes no further than this: what is searched for, and what a cursor is bound to, are its keyed hashes. */
    disclosuresOfSubject({
      kind,
      value,
      during,
      ...page
    }: SubjectRequest): Promise<Page<DisclosureRecordRow>> {
      const subjectKind = SUBJECT_KINDS.find((known) => known === kind);
      const span = endsOf(during);
      const spanMs = during == null ? ALL_OF_TIME : ([Date.parse(span[0]), Date.parse(span[1])] as const);
      const subjects = subjectKind === undefined ? [] : ground.findSubjects(subjectKind, value, spanMs);
      if (subjects.length === 0)
        throw new LukouError(
          'ARGUMENT_INVALID',
          'The value names nobody, or the keys of that time were destroyed.',
        );
      const request = { ...page, filter: { subjects, span } };
      return readPage(ground, request, {
        list: 'disclosuresOfSubject',
        positionOf,
        rowsAfter: async (position, limit) => {
          const now = new Date(ground.nowMs).toISOString();
          const params = [own, subjects, ...span, now, ...(position ?? [null, null, null]), limit];
          return (await session.run(listDisclosuresOfSubject, params)).map(openRecord);
        },
      });
    },
  };
}

/** Whether something is asked for that a record may hold several of. */
const hasTerms = ({ coordinate, decision, agreement, division }: DisclosureRecordFilter): boolean =>
  [coordinate, decision, agreement, division].some((term) => term != null);

const ALL_OF_TIME = [-Infinity, Infinity] as const;

/** What a record holds where rows of a division were open: of all of it, of what it lies in, or of a part. */
function termsTouching(divisionCode: string): readonly string[] {
  const prefix = divisionPrefix(divisionCode);
  return [
    ...[0, 2, 4, 6].flatMap((length) => (length <= prefix.length ? [prefix.slice(0, length)] : [])),
    `${prefix}*`,
  ];
}
