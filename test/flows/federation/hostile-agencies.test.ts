import type { Subgraph } from '../../../src/federation/index.ts';
import { federate, type TestOptions } from './federate.ts';
import { listErrors } from './listed-errors.ts';
import { ROAD_AGENCIES } from './road-agencies.ts';

const QUERY = '{ segments { name passageCount passages { plateNo } } }';
const ENTITY = '_entities';

/** Lets the police's answer be anything. */
function policeAnswers(answer: unknown): TestOptions {
  const execute = async () => answer;
  return { replace: { police: ({ name }) => ({ name, execute }) as unknown as Subgraph } };
}

const entities = (...list: unknown[]) => ({ data: { [ENTITY]: list } });
const GOOD = { _a2: 1, _a3: [{ _a4: '蒙E1' }] };

describe('R5: an agency that fails', () => {
  it.each([
    ['is down', Promise.reject(new Error('ECONNREFUSED 10.0.0.1 secret'))],
    ['answers HTML', '<html>secret</html>'],
    ['answers nothing', undefined],
    ['answers null', null],
    ['answers a list', []],
    ['answers no data', {}],
    ['answers data of a wrong type', { data: 'secret' }],
    ['answers errors of a wrong type', { data: {}, errors: 'secret' }],
    ['answers an error without a place', { data: null, errors: [{ message: 'secret' }] }],
    ['answers too few entities', entities(GOOD)],
    ['answers too many entities', entities(GOOD, GOOD, GOOD)],
    ['answers entities of a wrong type', { data: { [ENTITY]: { 0: GOOD, 1: GOOD, length: 2 } } }],
  ])('%s: its own fields are null, with one error', async (_case, answer) => {
    if (answer instanceof Promise) answer.catch(() => undefined);
    const { ask } = federate(ROAD_AGENCIES, policeAnswers(answer));
    const result = await ask('{ segments { name passages { plateNo } division { name } } }');
    const row = (name: string) => ({ name, passages: null, division: { name: 'division 150700' } });
    expect(result.data).toEqual({ segments: [row('G10 east'), row('G10 west')] });
    expect(listErrors(result)).toEqual(['segments: SUBGRAPH_FAULT']);
    expect(JSON.stringify(result)).not.toContain('secret');
    expect(result.fetches.find(({ subgraph }) => subgraph === 'police')).toBeDefined();
  });

  it('does not answer in time: the others’ fields arrive', async () => {
    const never = {
      replace: { police: ({ name }: Subgraph) => ({ name, execute: () => new Promise<never>(() => {}) }) },
    };
    const { ask, faults } = federate(ROAD_AGENCIES, { ...never, limits: { fetchTimeoutMs: 30 } });
    const result = await ask('{ segments { name passages { plateNo } } }');
    expect(result.data).toEqual({
      segments: [
        { name: 'G10 east', passages: null },
        { name: 'G10 west', passages: null },
      ],
    });
    expect(listErrors(result)).toEqual(['segments: SUBGRAPH_FAULT']);
    expect(faults.map(String)).toEqual([expect.stringContaining('police did not answer within 30 ms')]);
  });

  it('answers values of wrong types: each is null with its error, the rest stands', async () => {
    const answer = entities({ ...GOOD, _a3: 'text' }, { ...GOOD, _a3: [{ _a4: { x: 1 } }, { _a4: '蒙E2' }] });
    const result = await federate(ROAD_AGENCIES, policeAnswers(answer)).ask(QUERY);
    expect(result.data).toEqual({
      segments: [
        { name: 'G10 east', passageCount: 1, passages: null },
        { name: 'G10 west', passageCount: 1, passages: [{ plateNo: null }, { plateNo: '蒙E2' }] },
      ],
    });
    expect(listErrors(result)).toEqual([
      'segments.0.passages: SUBGRAPH_FAULT',
      'segments.1.passages.0.plateNo: SUBGRAPH_FAULT',
    ]);
  });

  it.each([['many'], [2 ** 40], [1.5], [true], [[1]], [{ valueOf: 1 }]])(
    'answers %j for a whole number that may not be null: the null moves up',
    async (count) => {
      const answer = entities({ ...GOOD, _a2: count }, GOOD);
      const result = await federate(ROAD_AGENCIES, policeAnswers(answer)).ask(QUERY);
      expect(result.data).toEqual({ segments: null });
      expect(listErrors(result)).toEqual(['segments.0.passageCount: SUBGRAPH_FAULT']);
    },
  );

  it('answers more than it was asked: nothing of it is read', async () => {
    const planted = JSON.parse(
      '{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}, "extra": "secret"}',
    ) as object;
    const answer = entities(
      { ...GOOD, ...planted, name: 'overwritten', _a1: 'overwritten' },
      { ...GOOD, ...planted },
    );
    const { ask } = federate(ROAD_AGENCIES, policeAnswers(answer));
    const result = await ask(QUERY);
    const row = (name: string) => ({ name, passageCount: 1, passages: [{ plateNo: '蒙E1' }] });
    expect(result).toMatchObject({ data: { segments: [row('G10 east'), row('G10 west')] }, errors: [] });
    expect(JSON.stringify(result)).not.toMatch(/secret|polluted|overwritten/);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('leaves fields out without a word: they are null, and it is reported once', async () => {
    const { ask } = federate(ROAD_AGENCIES, policeAnswers(entities({}, {})));
    const result = await ask('{ segments { name passages { plateNo } } }');
    expect(result.data).toEqual({
      segments: [
        { name: 'G10 east', passages: null },
        { name: 'G10 west', passages: null },
      ],
    });
    expect(listErrors(result)).toEqual(['segments.0.passages: SUBGRAPH_FAULT']);
  });

  it('nests lists without end: the field is null, and the gateway lives', async () => {
    let nested: unknown = 'x';
    for (let level = 0; level < 20_000; level++) nested = [nested];
    const { ask } = federate(ROAD_AGENCIES, policeAnswers(entities({ _a2: nested }, { _a2: [] })));
    const result = await ask('{ segments { name passages { plateNo } } }');
    expect(result.data).toEqual({
      segments: [
        { name: 'G10 east', passages: null },
        { name: 'G10 west', passages: [] },
      ],
    });
    expect(listErrors(result)).toEqual(['segments.0.passages.0: SUBGRAPH_FAULT']);
  });

  it('reports a million errors: they are cut, not collected', async () => {
    const errors = Array.from({ length: 1_000_000 }, (_, n) => ({
      message: 'x',
      path: [ENTITY, n % 2, '_a2', n],
    }));
    const { ask } = federate(
      ROAD_AGENCIES,
      policeAnswers({ ...entities({ _a2: null }, { _a2: null }), errors }),
    );
    expect((await ask('{ segments { name passages { plateNo } } }')).errors.length).toBeLessThanOrEqual(100);
  });

  it('reports errors at places of others: they are cut to what it was asked', async () => {
    const errors = [
      { message: 'x', path: [ENTITY, 0, '_a1'] },
      { message: 'x', path: ['_a0', 0] },
      { message: 'x', path: [ENTITY, 7, '_a2'] },
      { message: 'x', path: [ENTITY, 1, '_a2', { toString: null }] },
    ];
    const { ask } = federate(
      ROAD_AGENCIES,
      policeAnswers({ ...entities({ _a2: null }, { _a2: null }), errors }),
    );
    const result = await ask('{ segments { name passages { plateNo } } }');
    expect(listErrors(result)).toEqual(['segments: SUBGRAPH_FAULT', 'segments.0: SUBGRAPH_FAULT']);
  });

  it('names a code: only what an agency may say passes, with our own text, and nothing in the gateway’s voice', async () => {
    const error = (code: string) => ({
      message: 'secret',
      path: [ENTITY, 0, '_a2'],
      extensions: { code, rows: 'secret' },
    });
    const codes = [
      'ARGUMENT_INVALID',
      'SUBGRAPH_REFUSED',
      'INTERNAL',
      'UNAUTHENTICATED',
      'UNAUTHORIZED_FIELD_OR_TYPE',
      'toString',
      'NO_SUCH_CODE',
    ];
    const { ask } = federate(
      ROAD_AGENCIES,
      policeAnswers({ ...entities({ _a2: null }, { _a2: null }), errors: codes.map(error) }),
    );
    const result = await ask('{ segments { name passages { plateNo } } }');
    expect(result.errors.map(({ extensions }) => extensions)).toEqual([
      { code: 'ARGUMENT_INVALID', subgraph: 'police' },
      { code: 'SUBGRAPH_REFUSED', subgraph: 'police' },
      { code: 'SUBGRAPH_FAULT', subgraph: 'police' },
    ]);
    expect(JSON.stringify(result)).not.toContain('secret');
  });

  it('contradicts another agency about the length of a list: the list is null, with an error', async () => {
    const side = (name: string, rows: number) => ({
      sdl: `type Query { both: [Pair] @shareable } type Pair { ${name}: Int }`,
      resolvers: { Query: { both: () => Array.from({ length: rows }, () => ({ [name]: 1 })) } },
    });
    const result = await federate({ left: side('left', 2), right: side('right', 3) }).ask(
      '{ both { left right } }',
    );
    expect(result.data).toEqual({ both: null });
    expect(listErrors(result)).toEqual(['both: SUBGRAPH_FAULT']);
  });

  it('fails for an entity that stands in two places: both places say so', async () => {
    const police = ROAD_AGENCIES.police;
    const station = () => {
      throw new Error('secret');
    };
    const { ask } = federate({
      ...ROAD_AGENCIES,
      police: { ...police, resolvers: { ...police.resolvers, Division: { station } } },
    });
    const result = await ask('{ segments { division { station { name } } } }');
    expect(listErrors(result)).toEqual([
      'segments.0.division.station: SUBGRAPH_FAULT',
      'segments.1.division.station: SUBGRAPH_FAULT',
    ]);
  });
});
