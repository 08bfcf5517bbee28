import { federate } from './federate.ts';
import { grantBut } from './open-grant.ts';
import { ROAD_AGENCIES } from './road-agencies.ts';

const POINTING = grantBut({ 'Segment.passages': 'pointer', 'Query.passage': 'pointer' });

describe('a pointer', () => {
  it('says by place whether there is a record, and answers null', async () => {
    const { ask } = federate(ROAD_AGENCIES);
    const { data, errors, pointers, rows } = await ask(
      '{ segments(first: 3) { id passages { plateNo } } }',
      {},
      POINTING,
    );
    expect(errors).toEqual([]);
    expect(JSON.stringify(data)).not.toMatch(/蒙|黑/);
    expect(pointers.map(({ path }) => path)).toEqual([
      ['segments', 0, 'passages'],
      ['segments', 1, 'passages'],
      ['segments', 2, 'passages'],
    ]);
    expect(new Set(pointers.map(({ exists }) => exists))).toEqual(new Set([true, false]));
    // Positive control: where it is shown, the records are rows.
    const shown = await ask('{ segments(first: 3) { id passages { plateNo } } }');
    expect(JSON.stringify(shown.data)).toMatch(/蒙/);
    expect(shown.rows).toBeGreaterThan(rows);
    expect(shown.pointers).toEqual([]);
  });

  it('asks an agency for the type alone, and lets it answer one', async () => {
    const answers: string[] = [];
    const { ask, asked } = federate(ROAD_AGENCIES, {
      replace: {
        police: (original) => ({
          name: original.name,
          async execute(request) {
            const answer = await original.execute(request);
            answers.push(JSON.stringify(answer.data));
            return answer;
          },
        }),
      },
    });
    await ask('{ segment(id: "s1") { a: passages { plateNo } b: passages { x: plateNo } } }', {}, POINTING);
    const { operation } = asked.find(({ subgraph }) => subgraph === 'police')!;
    expect(operation).not.toContain('plateNo');
    expect(answers.join()).toContain('[{"__typename":"Passage"}]');
    expect(answers.join()).not.toMatch(/\},\{"__typename":"Passage"\}/);
  });

  it('is kept by the agency where the gateway asks for more', async () => {
    for (const more of ['plateNo', '... on Passage { plateNo }', 'x: __typename y: plateNo']) {
      const { ask } = federate(ROAD_AGENCIES, {
        replace: {
          police: (original) => ({
            name: original.name,
            execute: (request) =>
              original.execute({
                ...request,
                operation: request.operation.replaceAll(/(?<=passages[^{]*\{)/g, ` ${more} `),
              }),
          }),
        },
      });
      const { errors, pointers } = await ask('{ segment(id: "s1") { passages { plateNo } } }', {}, POINTING);
      expect(errors).toEqual([
        expect.objectContaining({ extensions: expect.objectContaining({ code: 'SUBGRAPH_REFUSED' }) }),
      ]);
      expect(pointers).toEqual([]);
    }
  });

  it('says nothing where the agency could not say', async () => {
    const { ask } = federate(ROAD_AGENCIES, {
      replace: {
        police: (original) => ({
          name: original.name,
          execute: () => Promise.resolve({ data: null, errors: [{ message: 'no' }] }),
        }),
      },
    });
    const { errors, pointers } = await ask('{ segment(id: "s1") { id passages { plateNo } } }', {}, POINTING);
    expect(errors.length).toBeGreaterThan(0);
    expect(pointers).toEqual([]);
  });
});
