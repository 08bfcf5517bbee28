import { type RecordFormat, writeRecords } from '../../../src/audit/index.ts';
import { makeLog, type MadeLog, openLogReader } from '../../world/make-log.ts';

async function write(format: RecordFormat, ...logs: readonly MadeLog[]): Promise<string> {
  const ranges = logs.map(({ log, origin, leaves }) => ({ log, origin, from: 0, to: leaves.length }));
  let text = '';
  for await (const { bytes } of writeRecords(openLogReader(...logs), ranges, format, '9.9.9'))
    text += bytes.toString();
  return text;
}

interface OcsfEvent {
  readonly class_uid: number;
  readonly activity_id: number;
  readonly type_uid: number;
  readonly category_uid: number;
  readonly status_id: number;
  readonly time: number;
  readonly metadata: { readonly version: string; readonly uid: string; readonly sequence: number };
}

describe('OCSF', () => {
  it('has class 6005 for the agencies’ data, 6003 for reads of the log and what operators did', async () => {
    const log = makeLog(1);
    log.append(
      { fields: [['DisclosureRecord.index', 'allow', 'urn:agr:x:y:z:1@1#p1']] },
      { stage: 'ADMIN', operation: { name: 'publish document', documentSha256: null, variablesHmac: null } },
      {
        stage: 'DENY',
        result: { rows: 0, bytes: 1, sha256: 'f'.repeat(64), status: 403, code: 'STRICT_REFUSED' },
      },
    );
    const events = (await write('ocsf', log))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as OcsfEvent);
    expect(
      events.map(({ class_uid, activity_id, status_id }) => [class_uid, activity_id, status_id]),
    ).toEqual([
      [6005, 4, 1],
      [6003, 2, 1],
      [6003, 99, 1],
      [6005, 4, 2],
    ]);
    for (const event of events) {
      expect(event.type_uid).toBe(event.class_uid * 100 + event.activity_id);
      expect(event.category_uid).toBe(6);
    }
    expect(events[0]).toMatchObject({
      time: Date.UTC(2026, 2, 2),
      metadata: { version: '1.8.0', sequence: 0, product: { name: 'Lukou', version: '9.9.9' } },
    });
  });
});

describe('JSON Lines', () => {
  it('are the records, each with its log', async () => {
    const [one, two] = [makeLog(2, 'one'), makeLog(1, 'two')];
    const lines = (await write('jsonl', one, two)).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as object)).toEqual([
      { log: 'lukou.test/one', ...(JSON.parse(one.leaves[0]!.toString()) as object) },
      { log: 'lukou.test/one', ...(JSON.parse(one.leaves[1]!.toString()) as object) },
      { log: 'lukou.test/two', ...(JSON.parse(two.leaves[0]!.toString()) as object) },
    ]);
  });
});

describe('Handling codes', () => {
  const HANDLED = {
    agreements: [
      {
        uid: 'urn:agr:a:b:0001',
        version: 2,
        sha256: 'a'.repeat(64),
        handling: ['CASE_FILE_ONLY', 'DELETE_AFTER'],
      },
      { uid: 'urn:agr:a:c:0002', version: 1, sha256: 'b'.repeat(64) },
    ],
  };

  it.each<[RecordFormat, string]>([
    ['jsonl', '"handling":["CASE_FILE_ONLY","DELETE_AFTER"]'],
    ['csv', ',urn:agr:a:b:0001@2=CASE_FILE_ONLY+DELETE_AFTER,'],
    ['ocsf', '"handling":[{"agreement":"urn:agr:a:b:0001@2","codes":["CASE_FILE_ONLY","DELETE_AFTER"]}]'],
  ])('go with every record that is written as %s', async (format, said) => {
    const [handled, other] = [makeLog(0), makeLog(0)];
    handled.append(HANDLED);
    other.append({ agreements: [HANDLED.agreements[1]!] });
    expect(await write(format, handled)).toContain(said);
    // Where no agreement says how its data is to be handled, no code is invented.
    expect(await write(format, other)).not.toContain('CASE_FILE_ONLY');
  });
});

describe('CSV', () => {
  it.each([
    ['=HYPERLINK("http://x","y")', `"'=HYPERLINK(""http://x"",""y"")"`],
    ['+1+cmd', "'+1+cmd"],
    ['-2+3', "'-2+3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\n=1', `"'\n=1"`],
    ['＝1', "'＝1"],
    ['A-2026,"7"', '"A-2026,""7"""'],
    ['two\nlines', '"two\nlines"'],
    ['A-2026-0107', 'A-2026-0107'],
  ])('takes %j for text, never for a formula or a second cell', async (caseReference, cell) => {
    const log = makeLog(0);
    log.append({ purpose: { code: null, caseReference } });
    const [header, ...lines] = (await write('csv', log)).split('\r\n');
    expect(header).toMatch(/^log,index,id,time,stage,/);
    expect(lines.join('')).toContain(`,,${cell},Q,`);
  });
});
