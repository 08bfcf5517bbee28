import { federate } from './federate.ts';
import { grantBut } from './open-grant.ts';
import { ROAD_AGENCIES } from './road-agencies.ts';

const NAMES = [
  'id',
  'code',
  '__typename',
  '_entities',
  '_service',
  'representations',
  '__batch_reps_0',
  '_e0',
  '_a0',
  '_a1',
  '_internal_qp_alias_0',
  'toString',
  'valueOf',
  'hasOwnProperty',
  '__defineGetter__',
  'then',
  'length',
];

describe('names that a client chooses', () => {
  it.each(NAMES)('%s as an alias of another field breaks no join and leaks no key', async (name) => {
    const { ask } = federate(ROAD_AGENCIES);
    const query = `{ ${name}: segments(first: 1) { ${name}: name passageCount division { ${name}: name station { name } } } }`;
    for (const turn of ['interpreted', 'compiled']) {
      const { data, errors } = await ask(query);
      expect({ turn, errors, json: JSON.stringify(data) }).toEqual({
        turn,
        errors: [],
        json: JSON.stringify({
          [name]: [
            {
              [name]: 'G10 east',
              passageCount: 2,
              division: { [name]: 'division 150700', station: { name: 'station 150700' } },
            },
          ],
        }),
      });
    }
  });

  it.each(['representations', '_v0', 'id', 'toString', 'valueOf'])(
    '$%s as a variable meets none of the gateway’s',
    async (name) => {
      const { ask } = federate(ROAD_AGENCIES);
      const query = `query ($${name}: Int) { segments(first: $${name}) { id passages(first: $${name}) { plateNo } } }`;
      const one = await ask(query, { [name]: 1 });
      expect(one.data).toEqual({ segments: [{ id: 's1', passages: [{ plateNo: '蒙E12345' }] }] });
      const absent = await ask(query, {});
      expect((absent.data as { segments: object[] }).segments).toHaveLength(2);
    },
  );

  it('never reach a plan or an agency, and neither does any text of the client’s', async () => {
    const { ask, asked } = federate(ROAD_AGENCIES);
    const query = `query Probe($mark: String) {
      markAlias: segment(id: "mark-literal") { id }
      again: segments(filter: {division: $mark, order: LENGTH}) { markField: name ...MarkFragment }
    }
    fragment MarkFragment on Segment { passages { plateNo } }`;
    await ask(query, { mark: 'mark-value' });
    expect(asked.map(({ operation }) => operation).join()).not.toMatch(/mark|probe|again|LENGTH/i);
    expect(asked[0]?.variables).toEqual({
      _v0: 'mark-literal',
      _v1: { division: 'mark-value', order: 'LENGTH' },
    });
  });

  it('carry texts to agencies as they are, whatever is in them', async () => {
    const { ask, asked } = federate(ROAD_AGENCIES);
    const text = '"\\ \n\u0000 ${1} `x` {}()[] 路口 \ud83d\ude97 */ // # %00';
    await ask(`{ passage(plate: ${JSON.stringify(text).replace('\\u0000', '\\u0000')}) { plateNo } }`);
    await ask('query ($p: String!) { passage(plate: $p) { plateNo } }', { p: text });
    expect(asked.map(({ variables }) => variables['_v0'])).toEqual([text, text]);
  });

  it('answers have no inherited names', async () => {
    const { ask } = federate(ROAD_AGENCIES);
    const { data } = await ask('{ segments(first: 1) { id } }');
    const row = (data as { segments: object[] }).segments[0]!;
    for (const each of [data as object, row]) {
      expect('constructor' in each || '__proto__' in each || 'toString' in each).toBe(false);
    }
    expect(Object.keys(row)).toEqual(['id']);
  });

  it('a key that joins need is never in the answer, and not in the paths of errors', async () => {
    const { ask } = federate(ROAD_AGENCIES, {
      replace: {
        traffic: ({ name }) => ({
          name,
          execute: async () => ({
            data: { _a0: [{ __typename: 'Segment', id: null }] },
            errors: [{ message: 'secret', path: ['_a0', 0, 'id'] }],
          }),
        }),
      },
    });
    const answer = await ask('{ segments { passages { plateNo } } }', {}, grantBut());
    expect(answer.errors.map(({ path }) => path)).toEqual([['segments', 0]]);
    expect(JSON.stringify(answer)).not.toMatch(/"id"|secret/);
  });
});
