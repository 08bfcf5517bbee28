import { checkpointAdapter, takeIn, type LoadedRecord } from './memory-intake.ts';

/** What `rule` makes of a cell as the field `field` of a checkpoint; the quarantine code where it makes nothing. */
async function mapped(field: string, rule: unknown, cell: string, more = ''): Promise<unknown> {
  const { records, withheld } = await takeIn(
    checkpointAdapter({ [field]: rule }, `datum: WGS84\ntimezone: '+08:00'\n${more}`),
    `id,a,b\n1,"${cell}",x\n`,
  );
  return records.Checkpoint?.[0]?.[field] ?? withheld[0]?.code ?? null;
}

describe('a rule', () => {
  it.each([
    ['takes a column as it is', 'name', 'a', '桥头', '桥头'],
    ['trims what it takes', 'name', 'a', '  桥头 ', '桥头'],
    ['takes an empty cell for nothing', 'name', 'a', '  ', null],
    ['gives a constant', 'name', { constant: 'here' }, '', 'here'],
    ['fills a template', 'name', { template: '{a}-{b}!' }, '7', '7-x!'],
    ['gives nothing for a template with an empty column', 'name', { template: '{a}-{b}' }, '', null],
    ['takes listed texts for nothing', 'name', { from: 'a', noData: ['-', '无'] }, '无', null],
    [
      'takes a cell for nothing when others say so',
      'name',
      { from: 'a', noDataWhen: { a: '0', b: 'x' } },
      '0',
      null,
    ],
    [
      'keeps a cell when not all others say so',
      'name',
      { from: 'a', noDataWhen: { a: '0', b: 'y' } },
      '0',
      '0',
    ],
    ['removes a text', 'name', { from: 'a', remove: '-' }, 'ABC-12-34', 'ABC1234'],
    ['writes in capitals', 'name', { from: 'a', case: 'upper' }, 'abc', 'ABC'],
    [
      'takes the first group of a pattern',
      'name',
      { from: 'a', pattern: '(\\d+)公里' },
      'G10 12公里处',
      '12',
    ],
    [
      'takes all that a pattern without group matches',
      'name',
      { from: 'a', pattern: '\\d+公里' },
      '12公里处',
      '12公里',
    ],
    ['gives nothing where a pattern does not match', 'name', { from: 'a', pattern: '\\d+' }, 'none', null],
    ['decodes by a table', 'direction', { from: 'a', table: { S: 'UP' } }, 'S', 'UP'],
    [
      'quarantines a code that the table lacks',
      'direction',
      { from: 'a', table: { S: 'UP' } },
      'Q',
      'DIRECTION_INVALID',
    ],
    [
      'gives what is said otherwise',
      'direction',
      { from: 'a', table: { S: 'UP' }, otherwise: 'BOTH' },
      'Q',
      'BOTH',
    ],
    ['gives nothing otherwise', 'direction', { from: 'a', table: { S: 'UP' }, otherwise: null }, 'Q', null],
    [
      'decodes by the first match',
      'name',
      {
        from: 'a',
        match: [
          { like: '旗$', is: 'banner' },
          { like: '', is: 'other' },
        ],
      },
      '达拉特旗',
      'banner',
    ],
    [
      'fills groups into a match',
      'name',
      { from: 'a', match: [{ like: '^(?<p>\\d\\d)\\d{4}$', is: '$<p>0000' }] },
      '150724',
      '150000',
    ],
    [
      'keeps nothing around a match',
      'name',
      { from: 'a', match: [{ like: '(\\d+)$', is: 'n$1' }] },
      'way/12',
      'n12',
    ],
    ['falls back', 'name', { from: 'a', orElse: 'b' }, '', 'x'],
    ['reads a whole number', 'stakeM', 'a', '012', 12],
    ['quarantines what is no number', 'stakeM', 'a', '1e3', 'STAKE_M_INVALID'],
    ['quarantines a number with a separator', 'stakeM', 'a', '1,200', 'STAKE_M_INVALID'],
    ['reads a stake', 'stakeM', { from: 'a', read: 'stake' }, 'K12+345', 12_345],
    ['reads a stake with letters and decimals', 'stakeM', { from: 'a', read: 'stake' }, 'AK3+045.678', 3_045],
    ['quarantines what is no stake', 'stakeM', { from: 'a', read: 'stake' }, '12+345', 'STAKE_M_INVALID'],
    ['converts kilometres to metres', 'stakeM', { from: 'a', convert: 'km to m' }, '12.3456', 12_346],
    ['reads a speed in km/h', 'stakeM', { from: 'a', read: 'speed' }, '80', 80],
    ['reads a speed in miles per hour', 'stakeM', { from: 'a', read: 'speed' }, '30 mph', 48],
    ['reads yes and no', 'isEnforcement', 'a', 'Yes', true],
    ['quarantines neither yes nor no', 'isEnforcement', 'a', 'maybe', 'IS_ENFORCEMENT_INVALID'],
  ])('%s', async (_what, field, rule, cell, expected) => {
    expect(await mapped(field, rule, cell)).toEqual(expected);
  });

  it('makes the same id of the same columns, and another of others', async () => {
    const idOf = async (text: string): Promise<unknown> =>
      (await takeIn(checkpointAdapter({ id: { hash: ['a', 'b'] } }), text)).records.Checkpoint?.[0]?.['id'];
    expect(await idOf('a,b\nx,yz\n')).toMatch(/^[0-9a-f]{32}$/);
    expect(await idOf('a,b\nx,yz\n')).toBe(await idOf('c,b,a\n1,yz,x\n'));
    expect(await idOf('a,b\nx,yz\n')).not.toBe(await idOf('a,b\nxy,z\n'));
  });
});

describe('a time', () => {
  const read = async (rule: unknown, cell: string): Promise<unknown> => {
    const adapter = checkpointAdapter({}, "timezone: '+08:00'")
      .replace('type: Checkpoint', 'type: CheckpointPassage')
      .replace(
        /columns:\n[^]*$/,
        `columns: ${JSON.stringify({ id: 'id', checkpointId: 'id', vehicleGroup: { constant: 'OTHER' }, passTime: rule })}`,
      );
    const { records, withheld } = await takeIn(adapter, `id,a\n1,${cell}\n`);
    return records.CheckpointPassage?.[0]?.['passTime'] ?? withheld[0]?.code;
  };

  it.each([
    ['GA/T 1400', { from: 'a', format: 'yyyyMMddHHmmss' }, '20260131221500', '2026-01-31T22:15:00+08:00'],
    ['minutes', { from: 'a', format: 'yyyy/MM/dd HH:mm' }, '2024/05/15 07:00', '2024-05-15T07:00:00+08:00'],
    [
      'the ROC calendar',
      { from: 'a', format: 'RRR年MM月dd日 HH時mm分' },
      '102年01月01日 03時00分',
      '2013-01-01T03:00:00+08:00',
    ],
    [
      'its own offset',
      { from: 'a', format: 'dd.MM.yyyy HH:mm XXX' },
      '31.01.2026 22:15 -05:00',
      '2026-01-31T22:15:00-05:00',
    ],
    [
      'fractions',
      { from: 'a', format: 'yyyy-MM-dd HH:mm:ss.SSS' },
      '2026-01-31 22:15:00.123',
      '2026-01-31T22:15:00.123+08:00',
    ],
    ['ISO 8601', 'a', '2026-01-31T14:15:00Z', '2026-01-31T14:15:00Z'],
    ['ISO 8601 with a space and no offset', 'a', '2026-01-31 22:15', '2026-01-31T22:15:00+08:00'],
    ['a day that there is not', 'a', '2026-02-29 22:15', 'PASS_TIME_INVALID'],
    ['another format', { from: 'a', format: 'yyyyMMddHHmmss' }, '2026-01-31', 'PASS_TIME_INVALID'],
    ['nothing', 'a', '', 'PASS_TIME_MISSING'],
  ])('is read from %s', async (_what, rule, cell, expected) => {
    expect(await read(rule, cell)).toBe(expected);
  });
});

describe('an adapter', () => {
  it('gives each row the label that its column states, and refuses the file where it states none that is known', async () => {
    const yaml = checkpointAdapter().replace(
      'label: INTERNAL',
      'label: { column: level, table: { 公开: PUBLIC, 内用: INTERNAL } }',
    );
    const { records } = await takeIn(yaml, 'id,level\n1,公开\n2,内用\n');
    expect(records.Checkpoint?.map(({ label }) => label)).toEqual(['PUBLIC', 'INTERNAL']);
    await expect(takeIn(yaml, 'id,level\n1,公开\n2,\n')).rejects.toThrow(/Line 3 has no label/);
    await expect(takeIn(yaml, 'id,level\n1,公开\n2,other\n')).rejects.toThrow(
      /Line 3 has no label, or one that/,
    );
    // Also where the row would have been withheld for another fault.
    await expect(takeIn(yaml, 'id,level\n1,公开\n,other\n')).rejects.toThrow(/Line 3 has no label/);
    expect((await takeIn(yaml, 'id,level\n1,公开\n,内用\n')).withheld).toHaveLength(1);
  });

  it('rejects rows by a column, with its own code', async () => {
    const yaml = checkpointAdapter({}, "reject: [{ column: state, is: ['T', ''], code: NOT_IN_SERVICE }]");
    const { records, withheld, receipt } = await takeIn(yaml, 'id,state\n1,N\n2,T\n3,\n');
    expect(records.Checkpoint).toHaveLength(1);
    expect(withheld).toEqual([
      { line: 3, type: 'Checkpoint', code: 'NOT_IN_SERVICE' },
      { line: 4, type: 'Checkpoint', code: 'NOT_IN_SERVICE' },
    ]);
    expect(receipt).toMatchObject({ rowsRead: 3, rowsWritten: 1, quarantined: { NOT_IN_SERVICE: 2 } });
  });

  const lanes = `adapter: lanes
version: 1
description: Lanes listed in one column.
format: csv
outputs:
  - type: Lane
    label: INTERNAL
    each: { column: lanes, separator: ';', pattern: '^(?<no>\\d+)(?<way>[SN])$' }
    columns: { checkpointId: id, laneNo: no, direction: { from: way, table: { S: UP, N: DOWN } } }
`;

  it('makes a record of every item of a list', async () => {
    const { records, withheld } = await takeIn(lanes, 'id,lanes\nc1,1S; 2N ;\nc2,\nc3,3S;x\n');
    expect(records.Lane).toEqual<LoadedRecord[]>([
      { checkpointId: 'c1', laneNo: 1, direction: 'UP', line: 2, label: 'INTERNAL' },
      { checkpointId: 'c1', laneNo: 2, direction: 'DOWN', line: 2, label: 'INTERNAL' },
      { checkpointId: 'c3', laneNo: 3, direction: 'UP', line: 4, label: 'INTERNAL' },
    ]);
    expect(withheld).toEqual([{ line: 4, type: 'Lane', code: 'ITEM_INVALID' }]);
  });

  it('takes in its own fixed records before any row', async () => {
    const fixed = `records:\n  - { type: Checkpoint, label: INTERNAL, values: { id: fixed, status: NORMAL, category: URBAN, usage: TRAFFIC, isEnforcement: false } }`;
    const { records } = await takeIn(checkpointAdapter({}, fixed), 'id\n1\n');
    expect(records.Checkpoint?.map(({ id }) => id)).toEqual(['fixed', '1']);
  });

  it('refuses a file that lacks a column which it reads, and names the column', async () => {
    await expect(takeIn(checkpointAdapter({ name: '名称' }), 'id,title\n1,x\n')).rejects.toThrow(
      /It lacks "名称", which the adapter test reads/,
    );
  });

  it('refuses a stream where it tells rows apart by their file', async () => {
    await expect(
      takeIn(checkpointAdapter({ id: { template: '{@file}-{@line}' } }), 'id\n1\n'),
    ).rejects.toThrow(/which a stream has none of/);
  });
});
