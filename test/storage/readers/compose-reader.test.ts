import { composeReader } from '../../../src/storage/index.ts';

interface Ground {
  readonly name: string;
}

let opened: string[];

beforeEach(() => {
  opened = [];
});

function readRoads({ name }: Ground) {
  opened.push(`roads of ${name}`);
  let asked = 0;
  return { road: (id: number) => `${name} ${id}`, countAsked: () => (asked += 1) };
}

function readCases({ name }: Ground) {
  opened.push(`cases of ${name}`);
  return { caseCount: () => name.length };
}

it('a part is opened when it is first asked for, and once for an operation', () => {
  const open = composeReader(readRoads, readCases);
  open({ name: 'the one that names are learned from' });
  opened = [];
  const read = open({ name: 'traffic' });
  expect(opened).toEqual([]);
  expect([read.road(1), read.road(2), read.caseCount()]).toEqual(['traffic 1', 'traffic 2', 7]);
  expect(opened).toEqual(['roads of traffic', 'cases of traffic']);
});

it('operations share nothing, not even the first one', () => {
  const open = composeReader(readRoads, readCases);
  const [one, other] = [open({ name: 'one' }), open({ name: 'other' })];
  expect([one.countAsked(), one.countAsked(), other.countAsked()]).toEqual([1, 2, 1]);
  expect([one.road(1), other.road(1)]).toEqual(['one 1', 'other 1']);
});

it('two parts that have a function of the same name are refused', () => {
  const open = composeReader(readRoads, readRoads);
  expect(() => open({ name: 'twice' })).toThrow('redefine');
});
