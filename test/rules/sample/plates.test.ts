import { rowsOf, tally } from './sample-rows.ts';

const ORDINARY = /^[\u4E00-\u9FFF][A-HJ-NP-Z](?=(?:\d*[A-HJ-NP-Z]){0,2}\d*$)[A-HJ-NP-Z0-9]{5}$/u;
const SMALL_NEW_ENERGY = /^[\u4E00-\u9FFF][A-HJ-NP-Z][A-HJK][A-HJ-NP-Z0-9]\d{4}$/u;
const LARGE_NEW_ENERGY = /^[\u4E00-\u9FFF][A-HJ-NP-Z]\d{5}[A-HJK]$/u;
const FORMS: Readonly<Record<string, RegExp>> = {
  '01': ORDINARY,
  '02': ORDINARY,
  '51': LARGE_NEW_ENERGY,
  '52': SMALL_NEW_ENERGY,
};

describe('Plates of the sample', () => {
  const passages = rowsOf('CheckpointPassage');

  it('have the form of their class, and only classes of civil vehicles occur', () => {
    const odd = passages.filter(({ plateNo, plateClass }) =>
      typeof plateNo === 'string' ? FORMS[plateClass!]?.test(plateNo) !== true : plateClass !== null,
    );
    expect(odd).toEqual([]);
    expect(new Set(passages.map(({ plateClass }) => plateClass))).toEqual(
      new Set(['01', '02', '51', '52', null]),
    );
  });

  it.each([
    ['蒙E12345', ORDINARY, true],
    ['蒙EA1B23', ORDINARY, true],
    ['蒙EAB1C2', ORDINARY, false],
    ['蒙E1O345', ORDINARY, false],
    ['蒙ED12345', SMALL_NEW_ENERGY, true],
    ['蒙E12345D', LARGE_NEW_ENERGY, true],
    ['WJ蒙1234警', ORDINARY, false],
  ])('are judged by forms that tell %s apart', (plate, form, fits) => {
    expect(form.test(plate)).toBe(fits);
  });

  it('belong to one vehicle each: class and colours never differ', () => {
    const vehicles = new Map<string, string>();
    const shared = passages.filter(({ plateNo, vehicleClass, plateColor, vehicleColor }) => {
      if (typeof plateNo !== 'string') return false;
      const looks = `${vehicleClass} ${plateColor} ${vehicleColor}`;
      const known = vehicles.get(plateNo);
      vehicles.set(plateNo, looks);
      return known !== undefined && known !== looks;
    });
    expect(shared).toEqual([]);
    expect(vehicles.size).toBeGreaterThan(35_000);
  });

  it('come from Hulunbuir (蒙E) for the most part, and from its neighbours', () => {
    const prefixes = tally(passages.map(({ plateNo }) => plateNo?.slice(0, 2)));
    expect(prefixes.get('蒙E')! / passages.length).toBeCloseTo(0.66, 1);
    expect(prefixes.get('黑B')! / passages.length).toBeCloseTo(0.06, 1);
    expect(prefixes.size).toBeGreaterThan(10);
  });

  it('are the same vehicles under gantries and in violations', () => {
    const known = new Set(passages.map(({ plateNo }) => plateNo));
    const tolls = rowsOf('GantryPassage');
    expect(tolls.filter(({ vehiclePlate }) => known.has(vehiclePlate)).length / tolls.length).toBeGreaterThan(
      0.9,
    );
  });
});
