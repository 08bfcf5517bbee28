import type { MaskSpec } from '../../../src/masking/index.ts';
import { federate } from './federate.ts';
import { grantBut } from './open-grant.ts';
import { ROAD_AGENCIES } from './road-agencies.ts';

const PLATE: MaskSpec = { fn: 'plate.region' };

describe('masks at the agency’s edge', () => {
  const grant = grantBut({ 'Passage.plateNo': PLATE });

  it.each([
    ['a field', '{ passage(plate: "蒙E12345") { plateNo } }'],
    ['an alias', '{ passage(plate: "蒙E12345") { name: plateNo } }'],
    ['an alias that is a key’s name', '{ passage(plate: "蒙E12345") { id: plateNo } }'],
    [
      'a fragment',
      '{ passage(plate: "蒙E12345") { ...F } } fragment F on Passage { ... on Passage { x: plateNo } }',
    ],
    ['several names at once', '{ passage(plate: "蒙E12345") { a: plateNo b: plateNo } }'],
    ['an entity’s list', '{ segment(id: "s1") { passages { x: plateNo } } }'],
    ['a list in a list of entities', '{ segments(first: 3) { passages { plateNo } } }'],
    [
      'a join there and back',
      '{ divisions { station { segment { passages { plateNo segment { passages { plateNo } } } } } } }',
    ],
  ])('F10: %s cannot get round them', async (_case, query) => {
    const { ask } = federate(ROAD_AGENCIES);
    for (const turn of ['interpreted', 'compiled']) {
      const json = JSON.stringify((await ask(query, {}, grant)).data);
      expect({ turn, json }).toEqual({
        turn,
        json: expect.stringMatching(/^(?!.*(12345|00001|6F888)).*[蒙黑][EA]\*{5,6}/),
      });
    }
    // Positive control: without the mask the plate is there.
    expect(JSON.stringify((await ask(query)).data)).toMatch(/12345/);
  });

  it('mask what leaves the agency, before the gateway sees it', async () => {
    const seen: string[] = [];
    const { ask } = federate(ROAD_AGENCIES, {
      replace: {
        police: (original) => ({
          name: original.name,
          async execute(request) {
            const answer = await original.execute(request);
            seen.push(JSON.stringify(answer));
            return answer;
          },
        }),
      },
    });
    await ask('{ segment(id: "s1") { passages { plateNo } } }', {}, grant);
    expect(seen.join()).toContain('蒙E*****');
    expect(seen.join()).not.toContain('12345');
  });

  it('differ from grant to grant over one and the same operation', async () => {
    const { ask } = federate(ROAD_AGENCIES);
    const query = '{ passage(plate: "蒙E12345") { plateNo } }';
    const plateFor = async (mask: MaskSpec | null) => {
      const { data } = await ask(
        query,
        {},
        mask === null ? grantBut() : grantBut({ 'Passage.plateNo': mask }),
      );
      return (data as { passage: { plateNo: string | null } }).passage.plateNo;
    };
    for (let round = 0; round < 2; round++) {
      expect(await plateFor(PLATE)).toBe('蒙E*****');
      expect(
        await plateFor({ fn: 'plate.tail2', justification: 'two digits tell cars of one gate apart' }),
      ).toBe('蒙E***45');
      expect(await plateFor({ fn: 'redact' })).toBeNull();
      expect(await plateFor(null)).toBe('蒙E12345');
      expect(await plateFor({ fn: 'token', domain: 'd' })).toMatch(/^t1_[\w-]{22}$/);
    }
  });

  it('follow each row’s own type where a field is asked for through an interface or a union', async () => {
    const rows = [
      { __typename: 'Car', plate: '蒙E12345' },
      { __typename: 'Bus', plate: '黑A6F888' },
    ];
    const { ask } = federate({
      police: {
        sdl: `
          type Query { vehicles: [Vehicle!] any: [Any!] }
          interface Vehicle { plate: String }
          type Car implements Vehicle { plate: String }
          type Bus implements Vehicle { plate: String }
          union Any = Car | Bus
        `,
        resolvers: { Query: { vehicles: () => rows, any: () => rows } },
      },
    });
    const query = '{ vehicles { plate } any { ... on Vehicle { p: plate } ... on Bus { q: plate } } }';
    for (let turn = 0; turn < 2; turn++) {
      const { data } = await ask(query, {}, grantBut({ 'Car.plate': PLATE }));
      expect(data).toEqual({
        vehicles: [{ plate: '蒙E*****' }, { plate: '黑A6F888' }],
        any: [{ p: '蒙E*****' }, { p: '黑A6F888', q: '黑A6F888' }],
      });
    }
  });

  it('leave keys alone where joins are made by them, and mask them where the client asks', async () => {
    const { ask } = federate(ROAD_AGENCIES);
    const { data } = await ask(
      '{ segments(first: 1) { id passageCount } }',
      {},
      grantBut({ 'Segment.id': { fn: 'redact' } }),
    );
    // An id may not be null, so the row goes: but the join by it was made.
    expect(data).toEqual({ segments: null });
    const allowed = grantBut({ 'Division.code': { fn: 'geo.admin', level: 4 } });
    const joined = await ask('{ divisions { code station { name } } }', {}, allowed);
    expect(joined.data).toEqual({
      divisions: [
        { code: '150700', station: { name: 'station 150700' } },
        { code: '150700', station: { name: 'station 150724' } },
      ],
    });
  });

  it('F4: what an agency requires of another’s denied field is refused there', async () => {
    const agencies = {
      shop: {
        sdl: 'type Query { parcel: Parcel } type Parcel @key(fields: "id") { id: ID! weight: Int }',
        resolvers: { Query: { parcel: () => ({ id: '1', weight: 5 }) } },
      },
      carrier: {
        sdl: 'type Parcel @key(fields: "id") { id: ID! weight: Int @external price: Int @requires(fields: "weight") }',
        resolvers: { Parcel: { price: ({ weight }: { weight: number }) => weight * 2 } },
      },
    };
    const { ask, asked } = federate(agencies);
    const answer = await ask('{ parcel { price } }', {}, grantBut({ 'Parcel.weight': 'deny' }));
    expect(answer.data).toEqual({ parcel: null });
    expect(answer.errors.map(({ extensions }) => extensions['code'])).toEqual(['SUBGRAPH_REFUSED']);
    expect(asked.map(({ subgraph }) => subgraph)).toEqual(['shop']);
    // Positive control.
    expect((await federate(agencies).ask('{ parcel { price } }')).data).toEqual({ parcel: { price: 10 } });
  });
});
