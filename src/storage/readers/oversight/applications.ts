import { readPage, type Page, type PageRequest } from '../../pages.ts';
import { findSharingApplication } from '../../statements/oversight/find-sharing-application.ts';
import { listApplicationSteps } from '../../statements/oversight/list-application-steps.ts';
import {
  listSharingApplications,
  type SharingApplicationRow,
} from '../../statements/oversight/list-sharing-applications.ts';
import type { ReaderGround } from '../ground.ts';
import { overdueAt, readLoops } from '../loops.ts';
import { ownDataOf } from './own-data.ts';

interface SharingApplicationFilter {
  readonly applicant?: string | null;
  readonly provider?: string | null;
  readonly statuses?: readonly string[] | null;
  readonly overdue?: boolean | null;
}

/** Applications to share data: to the keeper of the log all but drafts, to another agency those that it makes or gets. */
export function createApplicationReader(ground: ReaderGround) {
  const own = ownDataOf(ground);
  return {
    sharingApplications: (
      request: PageRequest<SharingApplicationFilter>,
    ): Promise<Page<SharingApplicationRow>> =>
      readPage(ground, request, {
        list: 'sharingApplications',
        positionOf: (row) => [row.openedAt, row.id],
        rowsAfter: (position, limit) =>
          ground.session.run(listSharingApplications, [
            own,
            request.filter?.applicant ?? null,
            request.filter?.provider ?? null,
            request.filter?.statuses ?? null,
            ...overdueAt(ground, request.filter?.overdue),
            ...(position ?? [null, null]),
            limit,
          ]),
      }),
    async sharingApplication(id: string): Promise<SharingApplicationRow | null> {
      const [row] = await ground.session.run(findSharingApplication, [own, id]);
      return row ?? null;
    },
    ...readLoops(ground, {
      SharingApplication: (ids) => ground.session.run(listApplicationSteps, [own, ids]),
    }),
  };
}
