import { codesIn, endsOf, type TimeSpan } from '../../arguments.ts';
import { batchReads, rowsByKey } from '../../batches.ts';
import { readPage, type Page, type PageRequest } from '../../pages.ts';
import type { AdminDivisionRow } from '../../statements/traffic/admin-division.ts';
import { countAccidents } from '../../statements/traffic/count-accidents.ts';
import { findAdminDivisions } from '../../statements/traffic/find-admin-divisions.ts';
import { listAdminDivisions } from '../../statements/traffic/list-admin-divisions.ts';
import type { ReaderGround } from '../ground.ts';
import { audienceOf } from './audience.ts';

interface AdminDivisionFilter {
  readonly parent?: string | null;
  readonly level?: string | null;
}

/** Administrative divisions. */
export function readDivisions(ground: ReaderGround) {
  const { session } = ground;
  const accidents = batchReads<[string, string], number | null>(async (codes, from, to) => {
    const bounds = codes.map(codesIn);
    const rows = await session.run(countAccidents, [
      codes,
      bounds.map(([first]) => first),
      bounds.map(([, last]) => last),
      from,
      to,
      audienceOf(ground),
    ]);
    return new Map(rows.map((row) => [row.parent, row.count]));
  }, null);

  return {
    adminDivision: batchReads<[], AdminDivisionRow | null>(
      async (codes) => rowsByKey(await session.run(findAdminDivisions, [codes]), (row) => row.code),
      null,
    ),
    adminDivisions: (request: PageRequest<AdminDivisionFilter>): Promise<Page<AdminDivisionRow>> =>
      readPage(ground, request, {
        list: 'adminDivisions',
        positionOf: (row) => [row.code],
        rowsAfter: (position, limit) =>
          session.run(listAdminDivisions, [
            request.filter?.parent ?? null,
            request.filter?.level ?? null,
            ...(position ?? [null]),
            limit,
          ]),
      }),
    accidentCount: (code: string, during: TimeSpan) => accidents(code, ...endsOf(during)),
  };
}
