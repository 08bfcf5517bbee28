import { checkpointAdapter, takeIn } from './memory-intake.ts';

const named = checkpointAdapter({ name: 'name' });
const namesOf = async (yaml: string, source: string | Uint8Array): Promise<unknown[]> =>
  ((await takeIn(yaml, source)).records.Checkpoint ?? []).map(({ name }) => name);

describe('CSV', () => {
  it('may have quotes, line breaks in them, carriage returns, a byte order mark and empty lines', async () => {
    const text = '\uFEFFid,name\r\n1,"a, ""b"""\r\n\r\n2,"two\nlines"\r\n3,c';
    expect(await namesOf(named, text)).toEqual(['a, "b"', 'two\nlines', 'c']);
  });

  it('keeps a character outside the basic plane whole, wherever it stands', async () => {
    const text = `id,name\n${Array.from({ length: 3_000 }, (_none, row) => `${row},${'𠮷'.repeat(row % 5)}路\n`).join('')}`;
    const names = await namesOf(named, text);
    expect(names).toHaveLength(3_000);
    expect(names.every((name) => /^𠮷*路$/u.test(String(name)))).toBe(true);
  });

  it('may have another delimiter, and no heading', async () => {
    const yaml = checkpointAdapter({ name: 'name' }, "delimiter: ';'\nheading: [id, name]");
    expect(await namesOf(yaml, '1;a,b\n2;c\n')).toEqual(['a,b', 'c']);
  });

  it('may be GB18030', async () => {
    // 牙克石 and 𠮷 (four bytes) as Chinese systems write them.
    const bytes = Buffer.concat([
      Buffer.from('id,name\n1,'),
      Buffer.from([0xd1, 0xc0, 0xbf, 0xcb, 0xca, 0xaf]),
      Buffer.from('\n'),
    ]);
    expect(await namesOf(checkpointAdapter({ name: 'name' }, 'encoding: gb18030'), bytes)).toEqual([
      '牙克石',
    ]);
  });

  it('quarantines a row with more or fewer cells than the heading, by its line', async () => {
    const { withheld, receipt } = await takeIn(named, 'id,name\n1,"a\nb"\n2\n3,c,d\n4,e\n');
    expect(withheld).toEqual([
      { line: 4, type: 'Checkpoint', code: 'ROW_RAGGED' },
      { line: 5, type: 'Checkpoint', code: 'ROW_RAGGED' },
    ]);
    expect(receipt).toMatchObject({ rowsRead: 4, rowsWritten: 2 });
  });

  it.each([
    ['a quote that never ends', 'id,name\n1,"a\n2,b\n', /not CSV with this delimiter \(CSV_QUOTE_NOT_CLOSED/],
    ['a quote in the middle of a cell', 'id,name\n1,"a"b\n', /not CSV with this delimiter/],
    ['two columns of one name', 'id,name,name\n1,a,b\n', /Two of its columns have the same name/],
    ['nothing at all', '', /It is empty/],
    ['a NUL byte', 'id,name\n1,a\u0000b\n', /control character \(line 2\)/],
  ])('is refused for %s', async (_what, text, message) => {
    await expect(takeIn(named, text)).rejects.toThrow(message);
  });

  it('is refused for bytes that are not its encoding, without repeating them', async () => {
    const bytes = Buffer.concat([Buffer.from('id,name\n1,'), Buffer.from([0xd1, 0xc0]), Buffer.from('\n')]);
    await expect(takeIn(named, bytes)).rejects.toThrow(
      /not utf-8 text \(after byte \d+\); state its encoding/,
    );
  });

  it('never repeats a row in a refusal', async () => {
    const refusal = await takeIn(named, 'id,name\n1,"personal"matter\n').catch((error: unknown) =>
      String(error),
    );
    expect(refusal).toMatch(/near line 2/);
    expect(refusal).not.toMatch(/personal|matter/);
  });
});

describe('NDJSON', () => {
  const yaml = checkpointAdapter({ name: 'place.name' }).replace('format: csv', 'format: ndjson');

  it('takes members, also of members, and quarantines a line that is no object', async () => {
    const text = '{"id":"1","place":{"name":"a"}}\n\n{"id":2}\nnot json\n[1]\n{"id":"3","place":"b"}';
    const { records, withheld, receipt } = await takeIn(yaml, text);
    expect(records.Checkpoint?.map(({ id, name }) => [id, name])).toEqual([
      ['1', 'a'],
      ['2', undefined],
      ['3', undefined],
    ]);
    expect(withheld.map(({ line, code }) => [line, code])).toEqual([
      [4, 'JSON_INVALID'],
      [5, 'JSON_INVALID'],
    ]);
    expect(receipt.rowsRead).toBe(5);
  });

  it('quarantines a line that names a member twice, or nests without end', async () => {
    const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
    const { withheld } = await takeIn(yaml, `{"id":"1","id":"2"}\n{"id":"3","x":${deep}}\n{"id":"4"}`);
    expect(withheld.map(({ line, code }) => [line, code])).toEqual([
      [1, 'JSON_INVALID'],
      [2, 'JSON_INVALID'],
    ]);
  });

  it('does not take a member from where objects inherit', async () => {
    const inherited = checkpointAdapter({ name: 'constructor.name' }).replace(
      'format: csv',
      'format: ndjson',
    );
    expect(await namesOf(inherited, '{"id":"1"}')).toEqual([undefined]);
  });
});

describe('GeoJSON', () => {
  const yaml = checkpointAdapter({ name: 'name', lon: '@lon', lat: '@lat' }, 'datum: WGS84').replace(
    'format: csv',
    'format: geojson',
  );
  const feature = (id: string, geometry: object, name = `a "{[${id}`): object => ({
    type: 'Feature',
    properties: { id, name, features: [] },
    geometry,
  });
  const point = { type: 'Point', coordinates: [120.1, 49.2] };
  const line = {
    type: 'LineString',
    coordinates: [
      [1, 2],
      [3, 4],
      [5, 6],
    ],
  };

  it.each([0, 2])('cuts features out of a collection written with indent %i', async (indent) => {
    const text = JSON.stringify(
      { name: 'x', features: [feature('1', point), feature('2', line)], type: 'FeatureCollection' },
      null,
      indent,
    );
    const { records } = await takeIn(yaml, text);
    expect(
      records.Checkpoint?.map(({ id, name, lon, lat, line: number }) => [id, name, lon, lat, number]),
    ).toEqual([
      ['1', 'a "{[1', 120.1, 49.2, 1],
      ['2', 'a "{[2', 3, 4, 2],
    ]);
  });

  it.each([
    ['another document', '{"type":"Topology","features":[]}', /not a GeoJSON FeatureCollection/],
    ['half a document', '{"type":"FeatureCollection","features":[{"type":"Feature"}', /not JSON/],
    ['no JSON', 'id,name\n1,a\n', /not JSON/],
  ])('is refused for %s', async (_what, text, message) => {
    await expect(takeIn(yaml, text)).rejects.toThrow(message);
  });
});

describe('A list in a JSON document', () => {
  const yaml = checkpointAdapter({ name: 'more.name' }, 'items: Root.List').replace(
    'format: csv',
    'format: json',
  );
  const item = (id: string): object => ({ id, more: { name: `"]}${id}`, List: [{ id: 'inner' }] } });

  it.each([0, 2])('is found by its members, written with indent %i', async (indent) => {
    const text = JSON.stringify(
      {
        List: [{ id: 'above' }],
        Other: { List: [{ id: 'beside' }], Root: [{ List: [{ id: 'within a list' }] }] },
        Root: { Note: 'List', Deeper: { List: [{ id: 'below' }] }, List: [item('1'), item('2')] },
      },
      null,
      indent,
    );
    const { records } = await takeIn(yaml, text);
    expect(records.Checkpoint?.map(({ id, name, line }) => [id, name, line])).toEqual([
      ['1', '"]}1', 1],
      ['2', '"]}2', 2],
    ]);
  });

  it.each([
    ['without the list', '{"Root":{"Lists":[{"id":"1"}]}}', /no list "Root\.List"/],
    ['with something else there', '{"Root":{"List":{"id":"1"}}}', /no list "Root\.List"/],
    ['with its name in escapes', '{"Root":{"L\\u0069st":[{"id":"1"}]}}', /no list "Root\.List"/],
    ['with a text in it', '{"Root":{"List":[{"id":"1"},"text"]}}', /holds more than objects/],
    ['cut off', '{"Root":{"List":[{"id":"1"}', /not JSON/],
    ['with a member twice in an item', '{"Root":{"List":[{"id":"1","x":"a","x":"b"}]}}', /member twice/],
    ['with a member twice beside it', '{"Root":{"List":[]},"x":"a","x":"b"}', /member twice/],
    [
      'nested without end',
      `{"Root":{"List":[{"id":${'['.repeat(20_000)}${']'.repeat(20_000)}}]}}`,
      /too deep/,
    ],
  ])('is refused %s', async (_what, text, message) => {
    await expect(takeIn(yaml, text)).rejects.toThrow(message);
  });

  it('needs to be named, and only in a file that has one', async () => {
    const without = yaml.replace('items: Root.List\n', '');
    await expect(takeIn(without, '{}')).rejects.toThrow(
      /items: a json file says which members lead to its list/,
    );
    await expect(takeIn(yaml.replace('format: json', 'format: ndjson'), '{}')).rejects.toThrow(/items/);
  });
});
