import { federate } from './federate.ts';
import { grantBut } from './open-grant.ts';
import { ROAD_AGENCIES } from './road-agencies.ts';

describe('denied fields', () => {
  it('cause no fetch, wherever they stand: alias, fragment, list or join', async () => {
    const { ask, asked } = federate(ROAD_AGENCIES);
    const grant = grantBut({
      'Segment.passages': 'deny',
      'Segment.passageCount': 'deny',
      'Division.station': 'deny',
    });
    const answer = await ask(
      `{
        segments { name x: passages { plateNo } ...F }
        divisions { code station { name } }
      }
      fragment F on Segment { division { ... on Division { y: station { segment { passages { plateNo } } } } } }`,
      {},
      grant,
    );
    expect(answer.data).toEqual({
      segments: [
        { name: 'G10 east', x: null, division: { y: null } },
        { name: 'G10 west', x: null, division: { y: null } },
      ],
      divisions: [
        { code: '150700', station: null },
        { code: '150724', station: null },
      ],
    });
    expect(answer.errors).toEqual([]);
    expect(asked.map(({ subgraph }) => subgraph)).toEqual(['traffic']);
    expect(asked[0]?.operation).not.toMatch(/passages|station|plateNo/);
  });

  it('leave the place itself: an object of which nothing is granted is there, or not', async () => {
    const { ask } = federate(ROAD_AGENCIES);
    const grant = grantBut({ 'Segment.name': 'deny' });
    const query = '{ there: segment(id: "s1") { name } not: segment(id: "s9") { name } }';
    expect((await ask(query, {}, grant)).data).toEqual({ there: { name: null }, not: null });
  });

  it('ask nobody anything where everything is denied', async () => {
    const { ask, asked } = federate(ROAD_AGENCIES);
    const grant = grantBut({ 'Query.segments': 'deny', 'Query.segment': 'deny' });
    const answer = await ask('{ segments { id } a: segment(id: "s1") { id } t: __typename }', {}, grant);
    expect(answer).toMatchObject({
      data: { segments: null, a: null, t: 'Query' },
      errors: [],
      rows: 0,
      fetches: [],
    });
    expect(asked).toEqual([]);
  });

  it('null the nearest place that may be null, where a foreign schema requires them', async () => {
    const { ask } = federate(ROAD_AGENCIES);
    const grant = grantBut({ 'Segment.passageCount': 'deny' });
    expect((await ask('{ segment(id: "s1") { name passageCount } }', {}, grant)).data).toEqual({
      segment: null,
    });
  });

  it('positive control: the same operation under a grant that denies nothing asks both agencies', async () => {
    const { ask, asked } = federate(ROAD_AGENCIES);
    await ask('{ segments { name x: passages { plateNo } } }');
    expect(asked.map(({ subgraph }) => subgraph)).toEqual(['traffic', 'police']);
  });
});

describe('plans', () => {
  const query = 'query ($s: Boolean!) { segments { id name @skip(if: $s) } }';

  it('are kept apart by document, operation, conditions and grant', () => {
    const { plan } = federate(ROAD_AGENCIES);
    const keys = [
      plan(query, { s: true }),
      plan(query, { s: false }),
      plan(query, { s: true }, grantBut({ 'Segment.name': 'deny' })),
      plan(`${query} `, { s: true }),
    ].map(({ planKey }) => planKey);
    expect(new Set(keys).size).toBe(4);
    expect(plan(query, { s: true }).planKey).toBe(keys[0]);
  });

  it('F17: run only for the variables and the grant that they were made for', async () => {
    const { federation, plan } = federate(ROAD_AGENCIES);
    const grant = grantBut();
    const variables = { s: true };
    const planned = plan(query, variables, grant);
    const caller = { grant, requestId: 'r', nowMs: 0 };
    await expect(federation.execute(planned, { s: true }, caller)).rejects.toMatchObject({
      code: 'INTERNAL',
    });
    const other = { ...caller, grant: grantBut({ 'Segment.name': 'deny' }) };
    await expect(federation.execute(planned, variables, other)).rejects.toMatchObject({ code: 'INTERNAL' });
    await expect(federation.execute(planned, variables, caller)).resolves.toMatchObject({ errors: [] });
  });

  it('are kept in bounded number, and forgotten plans are made again', async () => {
    const { ask } = federate(ROAD_AGENCIES, { limits: { keptOperations: 2, keptPlans: 2 } });
    for (let round = 0; round < 2; round++) {
      for (const field of ['id', 'name', 'lengthKm', 'passageCount']) {
        const { data } = await ask(`{ segment(id: "s1") { ${field} } }`);
        expect(Object.keys((data as { segment: object }).segment)).toEqual([field]);
      }
    }
  });
});
