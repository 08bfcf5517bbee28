import { printTailLine, type TailedRecord } from '../../../src/cli/index.ts';

const record: TailedRecord = {
  origin: 'lukou.test/gateway',
  index: 7,
  time: '2026-03-02T01:00:00.000Z',
  stage: 'DENY',
  code: 'STRICT_REFUSED',
  agency: 'AG-TRANSPORT-CENTRE',
  role: 'partner',
  purpose: 'ROAD_SAFETY',
  caseReference: null,
  operation: null,
  rows: 0,
};

it('A record is one line, plain unless it is coloured', () => {
  const plain = printTailLine(record, false);
  expect(plain).toBe(
    '2026-03-02T01:00:00.000Z  DENY     STRICT_REFUSED  AG-TRANSPORT-CENTRE partner  ROAD_SAFETY  -  -  lukou.test/gateway#7\n',
  );
  const coloured = printTailLine(record, true);
  expect(coloured).toContain('\u001b[31mDENY   \u001b[0m');
  expect(coloured.replaceAll(/\u001b\[\d+m/g, '')).toBe(plain);
});

it.each([
  'two\r\nlines',
  '\u001b[2J\u009b31m',
  'text that runs \u202ebackwards\u2066',
  '\u2028\u0085\u0000\u0007',
])('No text of a record breaks the line, colours it or turns it round: %j', (hostile) => {
  for (const field of ['purpose', 'caseReference', 'operation', 'agency', 'code', 'stage', 'role'] as const)
    expect(printTailLine({ ...record, [field]: hostile }, false)).toMatch(/^[ -~]+\n$/);
});
