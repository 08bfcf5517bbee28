import { checkSchema } from '../../../src/agreement/index.ts';
import { compile, draft, permit, permitWith, smallSchema, type Draft } from './fixture.ts';

const BASE = permit('p1', 'read', 'Camera.id', 'Camera.passages', 'Passage.camera');
const inClear = permit('p2', 'read', 'Passage.at');
const withCase = { requires: { caseReference: true } };
const masked = (mask: Draft, more: Draft = {}): Draft =>
  permitWith({ mask, ...more }, 'p2', 'read', 'Passage.at');

const grant = (permission: Draft[], prohibition: Draft[] = []) =>
  compile(draft({ rows: { Camera: 'all', Passage: 'all' }, permission, prohibition }));

describe('A list in the order of a field', () => {
  it.each<[string, Draft[]]>([
    ['in clear', [BASE, inClear]],
    ['by a time bucket', [BASE, masked({ fn: 'time.bucket', d: 'PT1H' })]],
    [
      'with a case, as the list itself',
      [
        { ...BASE, ...withCase },
        { ...inClear, ...withCase },
      ],
    ],
  ])('may be opened where the field is seen %s', (_how, permissions) => {
    expect(() => grant(permissions)).not.toThrow();
  });

  it.each<[string, Draft[], Draft[]]>([
    ['is hidden', [BASE], []],
    ['is redacted', [BASE, masked({ fn: 'redact' })], []],
    ['is prohibited', [BASE, inClear], [permit('x1', 'read', 'Passage.at')]],
    ['needs a case and the list does not', [BASE, { ...inClear, ...withCase }], []],
  ])('is refused where the field %s', (_how, permissions, prohibitions) => {
    expect(() => grant(permissions, prohibitions)).toThrow(
      /Camera\.passages comes in the order of Passage\.at: .*time\.bucket\(PT1H\).* or leave the list out/,
    );
  });

  it('is refused with a time bucket where it cannot be ordered by buckets', () => {
    const name = permitWith({ mask: { fn: 'text.redact' } }, 'p2', 'read', 'Road.name');
    const permission = [permit('p1', 'read', 'Query.roads', 'Road.id'), name];
    expect(() => compile(draft({ permission }))).toThrow(
      /Query\.roads comes in the order of Road\.name: let that be read in clear wherever/,
    );
  });
});

describe('A schema', () => {
  const rulesAfter = (find: string, replacement: string): string[] =>
    checkSchema(smallSchema((sdl) => sdl.replace(find, replacement))).map(
      ({ place, rule }) => `${place} ${rule}`,
    );

  it('says by which field a list is ordered by default', () => {
    expect(rulesAfter('@orderedBy(field: "Road.name")', '')).toEqual(['Query.roads every-order-is-said']);
    expect(rulesAfter('@orderedBy(field: "Road.name")', '@orderedBy(field: "Road.keeper")')).toEqual([
      'Query.roads every-order-is-said',
    ]);
  });

  it('names a field of the same agency', () => {
    for (const field of ['Passage.when', 'Case.kind'])
      expect(rulesAfter('field: "Passage.at", bucketed', `field: "${field}", bucketed`)).toEqual([
        'Camera.passages every-order-is-said',
      ]);
  });
});
