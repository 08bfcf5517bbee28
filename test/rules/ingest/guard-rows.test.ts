import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256Hex } from '../../../src/base/index.ts';
import { scanText } from '../../../src/classification/index.ts';
import { IngestRefusal } from '../../../src/ingest/index.ts';
import { itUnless } from '../../world/skip-aloud.ts';
import { checkpointAdapter, takeIn } from './memory-intake.ts';

const named = checkpointAdapter({ name: 'name' });
const MARK = '机密★10年';

async function refusalOf(yaml: string, source: string, name?: string): Promise<IngestRefusal> {
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

describe('a file that is no text is refused by its first bytes:', () => {
  it.each([
    ['docx, xlsx, zip', Buffer.from('504b0304140006000800', 'hex')],
    ['PDF', Buffer.from('%PDF-1.7\n')],
    ['doc, xls', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['gzip', Buffer.from('1f8b08000000', 'hex')],
    ['PNG', Buffer.from('89504e470d0a1a0a', 'hex')],
    ['UTF-16', Buffer.from(`\uFEFFid,name\n1,${MARK}\n`, 'utf16le')],
  ])('%s', async (_what, bytes) => {
    await expect(takeIn(named, bytes)).rejects.toMatchObject({ code: 'INGEST_REFUSED' });
    await expect(takeIn(named, bytes)).rejects.not.toThrow(/机密/);
  });
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
    for (const { text } of vectors.filter((vector) => vector.expect === 'block')) {
      expect(scanText(text).verdict).toBe('block');
      await refusalOf(named, inRow(text));
    }
  });

  withVectors('let a file in where they are none', async () => {
    for (const { text } of vectors.filter((vector) => vector.expect !== 'block'))
      expect([text, (await takeIn(named, inRow(text))).receipt.rowsRead]).toEqual([text, 1]);
  });
});
