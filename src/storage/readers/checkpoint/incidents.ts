import { divisionBounds, endsOf, type TimeSpan } from '../../arguments.ts';
import { readPage, type Page, type PageRequest } from '../../pages.ts';
import {
  type DisputeIncidentRow,
  listDisputeIncidents,
} from '../../statements/checkpoint/list-dispute-incidents.ts';
import { readWithin, type ReaderGround } from '../ground.ts';

interface DisputeIncidentFilter {
  readonly divisionCode?: string | null;
  readonly kinds?: readonly string[] | null;
  readonly during?: TimeSpan | null;
}

/** Calls to the police about disputes. */
export function readIncidents(ground: ReaderGround) {
  return {
    disputeIncidents: (request: PageRequest<DisputeIncidentFilter>): Promise<Page<DisputeIncidentRow>> =>
      readPage(ground, request, {
        list: 'disputeIncidents',
        positionOf: (row) => [row.occurredAt, row.id],
        rowsAfter: (position, limit) =>
          readWithin(ground, ['DisputeIncident'], listDisputeIncidents, [
            ...divisionBounds(request.filter?.divisionCode),
            ...endsOf(request.filter?.during),
            request.filter?.kinds ?? null,
            ...(position ?? [null, null]),
            limit,
          ]),
      }),
  };
}
