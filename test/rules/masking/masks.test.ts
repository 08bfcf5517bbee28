import {
  compileMask,
  describeMask,
  maskFits,
  MASK_NAMES,
  maskSpecSchema,
  type MaskSpec,
} from '../../../src/masking/index.ts';

const KEY = new TextEncoder().encode('a key of one agreement');
const keys = { tokenKey: () => KEY };
const mask = (spec: MaskSpec, value: unknown): unknown => compileMask(spec, keys)(value);

interface Table {
  readonly spec: MaskSpec;
  readonly named: string;
  readonly fits: readonly string[];
  readonly masked: readonly (readonly [input: unknown, output: unknown])[];
  readonly misfits: readonly unknown[];
}

const point = (...coordinates: number[]) => ({ type: 'Point', coordinates });

const TABLES: readonly Table[] = [
  {
    spec: { fn: 'redact' },
    named: 'redact',
    fits: ['String', 'PlateNo', 'Int', 'CheckpointUsage'],
    masked: [],
    misfits: ['anything', 7, true, ['a'], { a: 1 }],
  },
  {
    spec: { fn: 'text.redact' },
    named: 'text.redact',
    fits: ['String'],
    masked: [],
    misfits: ['当事人甲', 7],
  },
  {
    spec: { fn: 'plate.region' },
    named: 'plate.region',
    fits: ['PlateNo'],
    masked: [
      ['蒙E12345', '蒙E*****'],
      ['蒙ED12345', '蒙E******'],
      ['蒙E1234挂', '蒙E*****'],
      ['蒙E1-3-5', '蒙E*****'],
      ['蒙E*****', '蒙E*****'],
    ],
    misfits: [
      '无车牌',
      '-',
      '',
      '蒙e12345',
      '蒙I12345',
      '蒙E1234',
      '蒙E1234567',
      ' 蒙E12345',
      '蒙E12345\n',
      'ABC-1234',
      12345,
    ],
  },
  {
    spec: { fn: 'plate.tail2', justification: 'the tolling dispute of 2026 compares receipts' },
    named: 'plate.tail2',
    fits: ['PlateNo'],
    masked: [
      ['蒙E12345', '蒙E***45'],
      ['蒙ED12345', '蒙E****45'],
      ['蒙E1234挂', '蒙E***4挂'],
      ['蒙E***45', '蒙E***45'],
    ],
    misfits: ['无车牌', '蒙E1234', null],
  },
  {
    spec: { fn: 'token', domain: 'vehicle' },
    named: 'token(vehicle)',
    fits: ['String', 'ID', 'PlateNo'],
    masked: [['蒙E12345', 't1_N3fwOpzyxU1sy28FCHRvBg']],
    misfits: ['', 12345, true, ['蒙E12345'], { plate: '蒙E12345' }],
  },
  {
    spec: { fn: 'idno.region-decade' },
    named: 'idno.region-decade',
    fits: ['String'],
    masked: [
      ['150724198803124519', '1507**198*********'],
      ['15072419880312451X', '1507**198*********'],
      ['1507**198*********', '1507**198*********'],
    ],
    misfits: ['150724880312451', '15072419880312451x', '050724198803124519', '1507241988031245190', 150_724],
  },
  {
    spec: { fn: 'phone.3' },
    named: 'phone.3',
    fits: ['String'],
    masked: [
      ['13812345678', '138********'],
      ['138********', '138********'],
    ],
    misfits: ['0470-8212345', '+8613812345678', '12812345678', '1381234567', 13812345678],
  },
  {
    spec: { fn: 'name.surname' },
    named: 'name.surname',
    fits: ['String'],
    masked: [
      ['刘洋', '刘**'],
      ['孟凡军', '孟**'],
      ['欧阳修', '欧阳**'],
      ['司马', '司**'],
      ['爱新觉罗溥仪', '爱新觉罗**'],
      ['巴图·孟克', '巴**'],
      ['𠮷田', '𠮷**'],
      ['欧阳**', '欧阳**'],
    ],
    misfits: ['刘', '', 'Liu Yang', '刘 洋', '刘洋1', '·刘洋', '刘*'],
  },
  {
    spec: { fn: 'geo.grid', m: 1000 },
    named: 'geo.grid(1000)',
    fits: ['GeoJSON'],
    masked: [
      [point(119.758, 49.2122), point(119.756779, 49.213978)],
      [point(119.757, 49.2131), point(119.756779, 49.213978)],
      [point(119.758, 49.2122, 612), point(119.756779, 49.213978)],
    ],
    misfits: [
      point(119.758),
      point(181, 49),
      point(119, 91),
      { type: 'Point', coordinates: ['119', '49'] },
      {
        type: 'LineString',
        coordinates: [
          [119, 49],
          [120, 49],
        ],
      },
      '119.758,49.2122',
      [119.758, 49.2122],
    ],
  },
  ...(
    [
      [2, '150000'],
      [4, '150700'],
      [6, '150724'],
    ] as const
  ).map(([level, output]): Table => ({
    spec: { fn: 'geo.admin', level },
    named: `geo.admin(${level})`,
    fits: ['AdminDivisionCode'],
    masked: [['150724', output]],
    misfits: ['15072', '1507240', '050724', '15072x', 150724],
  })),
  {
    spec: { fn: 'time.bucket', d: 'PT15M' },
    named: 'time.bucket(PT15M)',
    fits: ['DateTime'],
    masked: [
      ['2026-01-31T22:29:59.999+08:00', '2026-01-31T22:15:00+08:00'],
      ['2026-01-31T22:15:00+08:00', '2026-01-31T22:15:00+08:00'],
    ],
    misfits: [
      '2026-01-31 22:29:59',
      '2026-01-31T22:29:59',
      '2026-02-30T00:00:00Z',
      '2026-01-31T22:29:60Z',
      1769869799000,
    ],
  },
  {
    spec: { fn: 'time.bucket', d: 'PT1H' },
    named: 'time.bucket(PT1H)',
    fits: ['DateTime'],
    masked: [
      ['2026-01-31T22:29:59+08:00', '2026-01-31T22:00:00+08:00'],
      ['2026-01-31T14:29:59Z', '2026-01-31T22:00:00+08:00'],
      ['2026-01-31T20:14:59+05:45', '2026-01-31T22:00:00+08:00'],
      [new Date('2026-01-31T14:29:59Z'), '2026-01-31T22:00:00+08:00'],
    ],
    misfits: [new Date(Number.NaN), '2026-01-31', '2026-01-31T22:00:00+24:00', ''],
  },
  {
    spec: { fn: 'time.bucket', d: 'P1D' },
    named: 'time.bucket(P1D)',
    fits: ['DateTime'],
    masked: [
      ['2026-01-31T23:59:59+08:00', '2026-01-31T00:00:00+08:00'],
      ['2026-01-31T16:00:00Z', '2026-02-01T00:00:00+08:00'],
      ['2024-02-29T15:59:59Z', '2024-02-29T00:00:00+08:00'],
    ],
    misfits: ['2025-02-29T00:00:00+08:00', '9999-12-31T23:00:00-08:00'],
  },
  {
    spec: { fn: 'number.bucket', step: 1000, max: 50_000 },
    named: 'number.bucket(1000,50000)',
    fits: ['Int', 'Float'],
    masked: [
      [0, 0],
      [-0, 0],
      [999.99, 0],
      [1000, 1000],
      [12_345.6, 12_000],
      [50_000, 50_000],
      [1e308, 50_000],
    ],
    misfits: [-1, Number.NaN, '12345', 10n],
  },
];

const SCALARS = [
  'String',
  'ID',
  'Int',
  'Float',
  'Boolean',
  'DateTime',
  'PlateNo',
  'AdminDivisionCode',
  'GeoJSON',
  'CheckpointUsage',
];

describe.each(TABLES)('the mask $named', ({ spec, named, fits, masked, misfits }) => {
  it('is a mask that an agreement may write', () => {
    expect(maskSpecSchema.parse(spec)).toEqual(spec);
    expect(describeMask(spec)).toBe(named);
  });

  it('fits the types whose meaning it keeps, and no other', () => {
    const fitting = SCALARS.filter((scalar) => maskFits(spec, scalar));
    expect(fitting).toEqual(
      spec.fn === 'redact' ? SCALARS : SCALARS.filter((scalar) => fits.includes(scalar)),
    );
  });

  it.each([...masked, [null, null] as const])('masks %j as %j', (input, output) => {
    expect(mask(spec, input)).toStrictEqual(output);
  });

  it.each([...misfits, undefined].map((value) => [value]))('answers null for %p', (value) => {
    expect(mask(spec, value)).toBeNull();
  });
});

it('every mask has a table', () => {
  expect([...new Set(TABLES.map(({ spec }) => spec.fn))].toSorted()).toEqual(MASK_NAMES.toSorted());
});

it('a token differs by key, so that nothing joins across agreements', () => {
  const other = compileMask({ fn: 'token', domain: 'vehicle' }, { tokenKey: () => Uint8Array.of(1) });
  expect(other('蒙E12345')).not.toBe(mask({ fn: 'token', domain: 'vehicle' }, '蒙E12345'));
});

it('a token mask asks for the key of its own domain', () => {
  const asked: string[] = [];
  compileMask({ fn: 'token', domain: 'vehicle' }, { tokenKey: (domain) => (asked.push(domain), KEY) });
  expect(asked).toEqual(['vehicle']);
});

it.each([
  ['an unknown mask', { fn: 'md5' }],
  ['an unknown parameter', { fn: 'plate.region', keep: 3 }],
  ['a weak mask without its justification', { fn: 'plate.tail2' }],
  ['a bucket that is no bucket', { fn: 'time.bucket', d: 'PT1M' }],
  ['a grid too fine to hide', { fn: 'geo.grid', m: 10 }],
  ['a top that is no step', { fn: 'number.bucket', step: 300, max: 1000 }],
  ['a step of nothing', { fn: 'number.bucket', step: 0, max: 1000 }],
  ['a token without a domain', { fn: 'token' }],
])('%s is refused', (_, spec) => {
  expect(maskSpecSchema.safeParse(spec).success).toBe(false);
});
