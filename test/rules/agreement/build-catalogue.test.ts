import { parse, print } from 'graphql';
import { buildCatalogue, stripClassified } from '../../../src/agreement/index.ts';
import { smallCatalogue, smallSchema } from './fixture.ts';

it('a field belongs to the agency that defines its type, even where another repeats it as a key', () => {
  expect(smallCatalogue.byName.get('Road.id')).toMatchObject({
    owner: 'AG-ROADS',
    subgraph: 'roads',
    isKey: true,
  });
});

it('a field that an extension adds belongs to the agency that adds it', () => {
  expect(smallCatalogue.byName.get('Road.cases')).toMatchObject({ owner: 'AG-CASES', subgraph: 'cases' });
});

it('a root field belongs to the agency that answers it', () => {
  expect(smallCatalogue.byName.get('Query.cases')?.owner).toBe('AG-CASES');
  expect(smallCatalogue.byName.get('Query.roads')?.owner).toBe('AG-ROADS');
});

it('the order of the files does not change the catalogue', () => {
  expect(buildCatalogue(smallSchema().toReversed()).digest).toBe(smallCatalogue.digest);
});

it('coordinates stand in order of their names, each knowing its place', () => {
  const names = smallCatalogue.coordinates.map(({ name }) => name);
  expect(names).toEqual(names.toSorted());
  smallCatalogue.coordinates.forEach(({ index }, place) => expect(index).toBe(place));
});

it('a field without a sensitivity counts as the highest', () => {
  const catalogue = buildCatalogue(
    smallSchema((sdl) => sdl.replace('name: String @sensitivity(level: PUBLIC)', 'name: String')),
  );
  expect(catalogue.byName.get('Road.name')?.sensitivity).toBe('SENSITIVE');
});

it('a field that two files rate differently has the higher level', () => {
  expect(buildCatalogue(smallSchema(rateRepeatedKeyHigher)).byName.get('Road.id')?.sensitivity).toBe(
    'INTERNAL',
  );
});

it('what is classified is in no catalogue', () => {
  expect(smallCatalogue.byName.has('Passage.account')).toBe(false);
});

it('stripping takes classified fields, classified types and the directive out of a document', () => {
  const document = parse(`
    directive @classified(reason: String!) on FIELD_DEFINITION | OBJECT
    type Kept { open: Int hidden: Int @classified(reason: "x") }
    type Gone @classified(reason: "x") { a: Int }
  `);
  expect(print(stripClassified(document))).toBe('type Kept {\n  open: Int\n}');
});

it('inputs name the fields that they test, and those that test nothing stand there empty', () => {
  const { inputs } = smallCatalogue;
  expect(inputs.get('RoadFilter.name')).toEqual([{ coordinate: 'Road.name', use: 'filter' }]);
  expect(inputs.get('RoadOrder.NAME_ASC')).toEqual([{ coordinate: 'Road.name', use: 'sort' }]);
  expect(inputs.get('Road.passed(plate:)')).toEqual([{ coordinate: 'Passage.plate', use: 'match' }]);
  expect(inputs.get('Query.cameras(first:)')).toEqual([]);
});

it('types say by which operands their rows are opened', () => {
  expect(smallCatalogue.types.get('Camera')?.rowOperands).toEqual(['SPATIAL', 'USAGE']);
  expect(smallCatalogue.types.get('Road')?.rowOperands).toBeNull();
});

it('a bare @rowScoped opens rows by division only', () => {
  const catalogue = buildCatalogue(
    smallSchema((sdl) => sdl.replace('@rowScoped(by: [SPATIAL, USAGE])', '@rowScoped')),
  );
  expect(catalogue.types.get('Camera')?.rowOperands).toEqual(['SPATIAL']);
});

it('a file that does not say whose data it serves is refused', () => {
  expect(() => buildCatalogue(smallSchema((sdl) => sdl.replace(/extend schema @owner.*/, '')))).toThrow(
    /roads: add "extend schema @owner/,
  );
});

function rateRepeatedKeyHigher(sdl: string): string {
  const [before, extension] = sdl.split('extend type Road');
  return extension === undefined
    ? sdl
    : `${before}extend type Road${extension.replace('PUBLIC', 'INTERNAL')}`;
}

// Records name it: a fact that the product comes to know later may change it for schemas that make use of the fact only.
it('the digest of a schema stays what it was', () => {
  expect(smallCatalogue.digest).toMatchInlineSnapshot(
    `"0102185610788d623f8d24611a92adcb06482789f5789605793a342b1cf6c7a3"`,
  );
});
