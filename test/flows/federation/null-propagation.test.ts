import { federate } from './federate.ts';
import { listErrors } from './listed-errors.ts';

const fail = () => {
  throw new Error('row 4711 of table passages');
};

/** Two agencies; whatever is named in `broken` fails. */
function open(broken: Readonly<Record<string, () => unknown>>) {
  return federate({
    a: {
      sdl: `
        type Query { list: [Thing] strict: [Thing!] rows: [[Thing!]!] one: Thing! maybe: Thing }
        type Thing @key(fields: "id") { id: ID! name: String label: String! next: Thing }
      `,
      resolvers: {
        Query: {
          list: () => things(3),
          strict: () => things(3),
          rows: () => [things(2), things(1)],
          one: () => ({ id: '0' }),
          maybe: () => ({ id: '0' }),
        },
        Thing: { name: () => 'n', label: broken['label'] ?? (() => 'l'), next: () => ({ id: '1' }) },
      },
    },
    b: {
      sdl: 'type Thing @key(fields: "id") { id: ID! size: Int must: Int! deep: Deep } type Deep { inner: Int! }',
      resolvers: {
        Thing: {
          size: broken['size'] ?? (() => 1),
          must: ({ id }: { id: string }) => (id === '1' ? (broken['must'] ?? (() => 2))() : 2),
        },
        Deep: { inner: broken['inner'] ?? (() => 3) },
      },
    },
  });
}

const things = (count: number) => Array.from({ length: count }, (_, n) => ({ id: String(n) }));

const WRONG: readonly (readonly [place: string, value: unknown])[] = [
  ['size', 1.5],
  ['size', { toJSON: () => 'row 4711' }],
  ['size', ['row 4711']],
  ['must', 'row 4711'],
  ['must', Number.NaN],
  ['label', { name: 'row 4711' }],
  ['label', Symbol('row 4711')],
];

describe('a value that is not of its type', () => {
  it.each(WRONG)('is none, whether its agency interprets or compiles: %s as %p', async (place, value) => {
    const { ask } = open({ [place]: () => value });
    const answers = [];
    for (let turn = 0; turn < 3; turn++)
      answers.push(await ask('{ maybe { next { name size must label } } }'));
    const [first] = answers;
    expect(JSON.stringify(first!.data)).not.toContain('4711');
    for (const answer of answers) {
      expect(answer.data).toEqual(
        place === 'size'
          ? { maybe: { next: { name: 'n', size: null, must: 2, label: 'l' } } }
          : { maybe: { next: null } },
      );
      expect(listErrors(answer)).toEqual([`maybe.next.${place}: SUBGRAPH_FAULT`]);
    }
  });
});

describe('a null where none may be', () => {
  it('stays where the field may be null, one error a row', async () => {
    const answer = await open({ size: fail }).ask('{ list { name s: size } }');
    expect(answer.data).toEqual({ list: [0, 1, 2].map(() => ({ name: 'n', s: null })) });
    expect(listErrors(answer)).toEqual([
      'list.0.s: SUBGRAPH_FAULT',
      'list.1.s: SUBGRAPH_FAULT',
      'list.2.s: SUBGRAPH_FAULT',
    ]);
  });

  it('empties the item of a list that may hold nulls', async () => {
    const answer = await open({ must: fail }).ask('{ list { name must } }');
    expect(answer.data).toEqual({ list: [{ name: 'n', must: 2 }, null, { name: 'n', must: 2 }] });
    expect(listErrors(answer)).toEqual(['list.1.must: SUBGRAPH_FAULT']);
  });

  it('empties the list whose items may not be null, and lists of lists from within', async () => {
    const answer = await open({ must: fail }).ask('{ strict { must } rows { must } list { must } }');
    expect(answer.data).toEqual({ strict: null, rows: null, list: [{ must: 2 }, null, { must: 2 }] });
    expect(listErrors(answer)).toEqual([
      'list.1.must: SUBGRAPH_FAULT',
      'rows.0.1.must: SUBGRAPH_FAULT',
      'strict.1.must: SUBGRAPH_FAULT',
    ]);
  });

  it('empties the whole answer where every place up to the root may not be null', async () => {
    const answer = await open({ label: fail }).ask('{ one { label } maybe { name } }');
    expect(answer.data).toBeNull();
    expect(listErrors(answer)).toEqual(['one.label: SUBGRAPH_FAULT']);
  });

  it('is reported once, where an agency had passed it up already', async () => {
    const answer = await open({ label: fail }).ask('{ maybe { next { label } } }');
    expect(answer.data).toEqual({ maybe: { next: null } });
    expect(listErrors(answer)).toEqual(['maybe.next.label: SUBGRAPH_FAULT']);
  });

  it('is reported by the gateway where an agency sent it without a word', async () => {
    const answer = await open({ must: () => null }).ask('{ list { must } }');
    expect(answer.data).toEqual({ list: [{ must: 2 }, null, { must: 2 }] });
    expect(listErrors(answer)).toEqual(['list.1.must: SUBGRAPH_FAULT']);
  });

  it('does not count the rows that it empties', async () => {
    expect((await open({}).ask('{ strict { must } maybe { name } }')).rows).toBe(4);
    expect((await open({ must: fail }).ask('{ strict { must } maybe { name } }')).rows).toBe(1);
  });

  it('never carries an agency’s own message', async () => {
    const { ask, faults } = open({ size: fail, must: fail });
    const answer = await ask('{ list { size must } }');
    expect(JSON.stringify(answer)).not.toContain('4711');
    expect(faults.map((fault) => (fault as Error).message)).toContain('row 4711 of table passages');
  });
});
