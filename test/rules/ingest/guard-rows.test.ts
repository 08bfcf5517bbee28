import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256Hex } from '../../../src/base/index.ts';
import { scanText } from '../../../src/classification/index.ts';
import { IngestRefusal } from '../../../src/ingest/index.ts';
import { itUnless } from '../../world/skip-aloud.ts';
import { checkpointAdapter, takeIn } from './memory-intake.ts';

const named = checkpointAdapter({ name: 'name' });
const MARK = '机密★10年';

// 牙克石 in GB 18030.
const CHINESE = Buffer.from('d1c0bfcbcaaf', 'hex');

async function refusalOf(yaml: string, source: string | Uint8Array, name?: string): Promise<IngestRefusal> {
  const refusal: unknown = await takeIn(yaml, source, name).catch((error: unknown) => error);
  if (refusal instanceof IngestRefusal) return refusal;
  throw new Error('the source was taken in, or refused for another reason', { cause: refusal });
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

const base64 = (bytes: Uint8Array | string): string => Buffer.from(bytes).toString('base64');

describe('a packed file inside a cell, which the guard cannot see through,', () => {
  it.each([
    ['a ZIP archive', base64(Buffer.from(`504b0304${'14000000080021'.repeat(4)}`, 'hex'))],
    ['a PDF', base64('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>')],
    ['gzip', base64(Buffer.from('1f8b0800000000000003cbc8e4020000', 'hex'))],
    [
      'a data URI of a PDF',
      `data:application/pdf;base64,${base64('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>')}`,
    ],
  ])('%s refuses the source', async (_what, cell) => {
    expect((await refusalOf(named, `id,name\n1,桥头\n2,${quoted(cell)}\n`)).incident).toMatchObject({
      line: 3,
      rule: 'opaque.packed-file',
    });
  });

  it('and a base64 of text is read', async () => {
    expect((await refusalOf(named, `id,name\n1,${base64(MARK)}\n`)).incident.rule).toBe('cn.mark');
  });
});

describe('a file that is no text is refused by its first bytes, as an incident:', () => {
  it.each([
    ['docx, xlsx, zip', Buffer.from('504b0304140006000800', 'hex')],
    ['PDF', Buffer.from('%PDF-1.7\n')],
    ['doc, xls', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['gzip', Buffer.from('1f8b08000000', 'hex')],
    ['PNG', Buffer.from('89504e470d0a1a0a', 'hex')],
    ['UTF-16', Buffer.from(`\uFEFFid,name\n1,${MARK}\n`, 'utf16le')],
  ])('%s', async (_what, bytes) => {
    const refusal = await refusalOf(named, bytes);
    expect(refusal.incident).toMatchObject({ gate: 'INGEST', line: null, rule: 'opaque.binary-file' });
    expect(refusal.message).not.toMatch(/机密/);
  });
});

describe('a control character, as binary content has,', () => {
  const CONTROLS = Array.from({ length: 32 }, (_none, code) => code).filter(
    (code) => ![9, 10, 13].includes(code),
  );
  const written = CONTROLS.map((code) => [code.toString(16).padStart(4, '0'), String.fromCharCode(code)]);
  const ndjson = named.replace('format: csv', 'format: ndjson');
  const geojson = named.replace('format: csv', 'format: geojson');
  const found = async (yaml: string, source: string | Uint8Array) => {
    const { rule, line } = (await refusalOf(yaml, source)).incident;
    return [rule, line];
  };

  it.each(written)('U+%s refuses the source, wherever it stands in the file', async (code, sign) => {
    const rule = 'opaque.control-character';
    expect(await found(named, `id,name\n1,a\n2,b${sign}\n3,c\n`)).toEqual([rule, 3]);
    expect(await found(named, `id,name,note\n1,"a\nb",${sign}\n`)).toEqual([rule, 3]);
    expect(await found(named, `id,na${sign}me\n1,a\n`)).toEqual([rule, 1]);
    // As an escape, no byte of the file shows it.
    expect(await found(ndjson, `{"id":"1"}\n{"id":"2","no":{"deep":["\\u${code}"]}}`)).toEqual([rule, 2]);
    expect(await found(ndjson, `{"id":"1","\\u${code}":1}`)).toEqual([rule, 1]);
    const collection = `{"type":"FeatureCollection","name":"\\u${code}","features":[]}`;
    expect(await found(geojson, collection)).toEqual([rule, null]);
  });

  it('in the name of the file refuses it, and the name is not repeated', async () => {
    const refusal = await refusalOf(named, 'id,name\n1,a\n', 'list\u001b[2J.csv');
    expect(refusal.incident).toMatchObject({ rule: 'opaque.control-character', sourceName: null });
    expect(refusal.message).not.toMatch(/list/);
  });

  it('is found in GB 18030 as well, and no character of it is taken for one', async () => {
    const gbk = checkpointAdapter({ name: 'name' }, 'encoding: gb18030');
    const file = (end: number) => Buffer.concat([Buffer.from('id,name\n1,'), CHINESE, Buffer.of(end, 10)]);
    expect((await takeIn(gbk, file(0x41))).receipt.rowsWritten).toBe(1);
    expect(await found(gbk, file(0x01))).toEqual(['opaque.control-character', 2]);
  });

  it('is none of tab, line feed and carriage return', async () => {
    const { receipt } = await takeIn(named, 'id,name\r\n1,"a\tb\r\nc"\r\n2,d\r\n');
    expect(receipt.rowsWritten).toBe(2);
    const escaped = '{"id":"1","name":"a\\tb\\r\\nc"}';
    expect((await takeIn(ndjson, escaped)).receipt.rowsWritten).toBe(1);
  });
});

it('a byte that its encoding does not know refuses a file, as an incident', async () => {
  const { incident } = await refusalOf(named, Buffer.from('69642c6e616d650a312cff0a', 'hex'));
  expect(incident).toMatchObject({ gate: 'INGEST', rule: 'opaque.encoding' });
});

it.each([
  ['that is missing', ''],
  ['that the adapter does not know', 'for friends'],
])('a label %s refuses a file, as an incident', async (_what, label) => {
  const yaml = named.replace(
    'label: INTERNAL',
    'label: { column: level, table: { open: PUBLIC, own: INTERNAL } }',
  );
  const { incident, message } = await refusalOf(yaml, `id,name,level\n1,a,open\n2,b,${label}\n`);
  expect(incident).toMatchObject({ gate: 'INGEST', rule: 'label.unknown', line: 3 });
  expect(message).toMatch(/Line 3 has no label.*Nothing of it was kept; incident/);
  expect(message).not.toMatch(/friends/);
  expect((await takeIn(yaml, 'id,name,level\n1,a,open\n2,b,own\n')).receipt.rowsWritten).toBe(2);
});

describe('what two persons have released', () => {
  const hashOf = (text: string): string => `m1_${sha256Hex(text).slice(0, 22)}`;
  const take = (source: string, texts: readonly string[]) =>
    takeIn(named, source, 'rows.csv', new Set(texts.map(hashOf)));

  it('is taken in, in any row, and nothing else is', async () => {
    const { records } = await take(`id,name\n1,桥头\n2,${MARK}\n3,${MARK}\n`, [MARK]);
    expect(records.Checkpoint).toHaveLength(3);
    await expect(take(`id,name\n1,${MARK}\n2,绝密★20年\n`, [MARK])).rejects.toBeInstanceOf(IngestRefusal);
    await expect(take(`id,name,note\n1,${MARK},TOP SECRET//SI\n`, [MARK])).rejects.toBeInstanceOf(
      IngestRefusal,
    );
    await expect(take(`id,name,a,b\n1,${MARK},机,密★10年\n`, [MARK])).rejects.toBeInstanceOf(IngestRefusal);
    await expect(take('id,name\n1,桥头机\n2,密★10年\n', [MARK])).rejects.toBeInstanceOf(IngestRefusal);
  });

  it('is a pair of cells where the pair was judged', async () => {
    const { records } = await take('id,name,note\n1,机,密★10年\n', ['机\n密★10年\n']);
    expect(records.Checkpoint).toHaveLength(1);
  });
});

describe('a source is refused where a secrecy mark stands in', () => {
  it.each([
    ['a column that is taken', named, `id,name\n1,桥头\n2,${MARK}\n`, 3],
    ['a column that no rule reads', named, `id,name,note\n1,a,x\n2,b,${MARK}\n`, 3],
    ['a row that is quarantined anyway', named, `id,name\n1,a\n,${MARK}\n`, 3],
    ['a row with too many cells', named, `id,name\n1,a\n2,b,${MARK}\n`, 3],
    ['two cells of a row, half each', named, 'id,name,note\n1,机,密★10年\n', 2],
    ['two cells with a number between', named, 'id,name,no,note\n1,机,7,密★10年\n', 2],
    ['two rows of a column, half each', named, 'id,name\n1,桥头机\n2,密★10年\n', 3],
    ['a label column with a bare level', named, 'id,name,密级\n1,a,公开\n2,b,机密\n', 3],
    ['the name of a column', named, `id,name,${MARK}\n1,a,x\n`, null],
    ['hexadecimal digits', named, 'id,name\n1,534543524554202f2f204e4f464f524e\n', 2],
    ['a cell alone among innocent ones', named, 'id,name,note\n1,a,SECRET\n', 2],
  ])('%s', async (_what, yaml, source, line) => {
    const { incident } = await refusalOf(yaml, source);
    expect(incident.line).toBe(line);
    expect(incident.rule).toMatch(/^[a-z]+[.-]/);
  });

  it.each([
    ['a value', '{"id":"1","name":"a"}\n{"id":"2","other":{"deep":["机密★10年"]}}', 2],
    ['the name of a member', '{"id":"1","name":"a"}\n{"id":"2","机密★10年":1}', 2],
    ['a label member, later than the first', '{"id":"1","密级":"公开"}\n{"id":"2","密级":"机密"}', 2],
    ['an escaped value', '{"id":"1","name":"\\u673a\\u5bc6\\u2605"}', 1],
    ['a line that is no JSON', '机密★10年', 1],
    [
      'half a value, the rest of it in the next line',
      '{"id":"1","name":"a"}\n{"id":"2","name":"桥机"}\n{"id":"3","name":"密★10年"}',
      3,
    ],
    [
      'half a value of the first line, the rest in the second',
      '{"id":"1","name":"桥机"}\n{"id":"2","name":"密★10年"}',
      2,
    ],
    [
      'half a value behind a number in one line, a text in the next',
      '{"id":"1","no":"a","name":"b"}\n{"id":"2","no":3,"name":"桥机"}\n{"id":"3","no":"c","name":"密★10年"}',
      3,
    ],
    [
      'two values with what is no text between',
      '{"id":"1","a":"机","b":true,"c":null,"d":1e30,"e":"密★10年"}',
      1,
    ],
    ['the name of a member and its value, half each', '{"id":"1","机":"密★10年"}', 1],
    ['a value that the same name hides', '{"id":"1","name":"机密★10年","name":"a"}', 1],
    ['a value that the same name in escapes hides', '{"id":"1","name":"机密★10年","n\\u0061me":"a"}', 1],
    ['hexadecimal digits as a number', '{"id":"1","name":534543524554}', 1],
    ['JSON in a value', '{"id":"1","name":"{\\"x\\":\\"\\\\u673a\\\\u5bc6\\\\u2605\\"}"}', 1],
    ['XML in a value', '{"id":"1","name":"<doc><密级>机密</密级></doc>"}', 1],
    ['an attribute of XML in a value', '{"id":"1","name":"<doc class=\'机密★10年\'/>"}', 1],
  ])('%s of NDJSON', async (_what, source, line) => {
    expect((await refusalOf(named.replace('format: csv', 'format: ndjson'), source)).incident.line).toBe(
      line,
    );
  });

  it('a member of a GeoJSON collection beside its features', async () => {
    const yaml = named.replace('format: csv', 'format: geojson');
    const source = JSON.stringify({ type: 'FeatureCollection', name: MARK, features: [] });
    expect((await refusalOf(yaml, source)).incident.line).toBeNull();
  });

  it('the name of the file, which is then not repeated', async () => {
    const refusal = await refusalOf(named, 'id,name\n1,a\n', '【机密】卡口.csv');
    expect(refusal.incident.sourceName).toBeNull();
    expect(JSON.stringify([refusal.message, refusal.incident])).not.toMatch(/卡口|机密/);
  });
});

it('says where a mark stands and by which rule, never what stands there', async () => {
  const refusal = await refusalOf(named, `id,name\n1,a\n2,附件2：${MARK} 卡口点位坐标明细\n`, 'list.csv');
  expect(refusal.code).toBe('INGEST_REFUSED');
  expect(refusal.incident).toMatchObject({ sourceName: 'list.csv', line: 3 });
  expect(JSON.stringify([refusal.message, refusal.detail, refusal.incident])).not.toMatch(/机密|附件|坐标/);
});

it('takes in rows that only look alike', async () => {
  const innocent = [
    '请司机密切注意',
    '便秘就医',
    '相机密布的路口',
    '商业秘密',
    'Secretary-General',
    '公开★重要通知',
  ];
  const { receipt } = await takeIn(
    named,
    `id,name\n${innocent.map((text, row) => `${row},${text}\n`).join('')}`,
  );
  expect(receipt.rowsWritten).toBe(innocent.length);
});

it('takes in rows whose fragments would make a mark only far apart', async () => {
  const rows = ['机', 'a', '密★10年'].map((text, row) => `${row},${text}\n`);
  expect((await takeIn(named, `id,name\n${rows.join('')}`)).receipt.rowsWritten).toBe(3);
});

interface Vector {
  readonly text: string;
  readonly expect: 'block' | 'review' | 'pass';
}

const PATH = join(import.meta.dirname, '../../../../shared/vectors/markings/markings.jsonl');
const vectors: Vector[] = existsSync(PATH)
  ? readFileSync(PATH, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Vector)
  : [];

const withVectors = itUnless(
  vectors.length > 0 ? null : '../shared/vectors is not here, so its markings are not tried',
);

describe('the shared markings', () => {
  // Numbers and innocent words around the cell must neither hide a mark nor make one.
  const inRow = (text: string): string =>
    `id,when,name,note\n7,2026-01-31 22:15:00,${quoted(text)},桥头 K12+300\n`;

  withVectors('stop a file, each of them', async () => {
    const marked = vectors.filter((vector) => vector.expect === 'block');
    expect(marked.length).toBeGreaterThanOrEqual(36);
    for (const { text } of marked) {
      expect(scanText(text).verdict).toBe('block');
      await refusalOf(named, inRow(text));
    }
  });

  withVectors('let a file in where they are none', async () => {
    const innocent = vectors.filter((vector) => vector.expect !== 'block');
    expect(innocent.length).toBeGreaterThanOrEqual(36);
    for (const { text } of innocent)
      expect([text, (await takeIn(named, inRow(text))).receipt.rowsRead]).toEqual([text, 1]);
  });
});
