import type { ListedRecordFragment } from '../../../console/src/graphql/generated.ts';
import { printCsv } from '../../../console/src/pages/disclosures/print-csv.ts';

const RECORD: ListedRecordFragment = {
  log: 'gateway',
  index: 12,
  recordedAt: '2026-03-02T09:00:00+08:00',
  stage: 'RELEASE',
  agency: 'AG-TRAFFIC-POLICE',
  role: 'analyst',
  actor: 'p1_somebody',
  purpose: 'ROAD_SAFETY',
  caseReference: null,
  code: 'OK',
  rowCount: 2,
  subjectCount: 0,
  breakGlass: null,
  agreements: ['urn:agr:x@1', 'urn:agr:y@2'],
  fields: [{ coordinate: 'CheckpointPassage.plateNo', decision: 'mask:plate.region' }],
};
const lineOf = (change: Partial<ListedRecordFragment>): string =>
  printCsv([{ ...RECORD, ...change }]).split('\r\n')[1]!;

it('A record is a line with a cell for each thing that is told', () => {
  expect(lineOf({})).toBe(
    '2026-03-02T09:00:00+08:00,gateway,12,RELEASE,OK,AG-TRAFFIC-POLICE,analyst,p1_somebody,ROAD_SAFETY,,,2,0,' +
      'urn:agr:x@1 urn:agr:y@2,CheckpointPassage.plateNo=mask:plate.region',
  );
});

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '＝1'])(
  'A case named %j is text to a spreadsheet',
  (written) => {
    expect(lineOf({ caseReference: written })).toContain(`ROAD_SAFETY,'${written},`);
  },
);

it('A cell with a comma, a quotation mark or a new line stays one cell', () => {
  expect(printCsv([{ ...RECORD, caseReference: 'a,"b"\nc' }])).toContain('ROAD_SAFETY,"a,""b""\nc",');
});

it('What was not granted is empty', () => {
  expect(lineOf({ agreements: null, fields: null, rowCount: null })).toMatch(/ROAD_SAFETY,,,,0,,$/);
});
