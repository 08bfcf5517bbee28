import { LukouError } from '../../../src/base/index.ts';
import {
  followStream,
  type IngestPorts,
  readAdapter,
  type StreamMessage,
} from '../../../src/ingest/index.ts';
import { checkpointAdapter, openMemory } from './memory-intake.ts';

const AS_LINES = checkpointAdapter({ name: 'name' }).replace('format: csv', 'format: ndjson');
const AS_LIST = AS_LINES.replace('format: ndjson', 'format: json\nitems: list');
const AS_CSV = checkpointAdapter({ name: 'name' });

/** What was said to the broker, by the numbers of the messages. */
interface Said {
  readonly accepted: number[];
  readonly refused: number[];
  readonly putBack: number[];
}

/** Takes in batches of messages; one that is put back comes again behind all others, as a broker sends it. */
async function follow(
  yaml: string,
  batches: readonly (readonly string[])[],
  change: Partial<IngestPorts> = {},
) {
  const { ports, ...kept } = openMemory();
  const said: Said = { accepted: [], refused: [], putBack: [] };
  const told: string[] = [];
  let sequence = 0;
  const coming = batches.map((batch) => batch.map((text) => messageOf(text, ++sequence)));
  const counts = await followStream(
    {
      adapter: readAdapter(yaml, 'test.yaml'),
      name: 'STREAM',
      stream: { waiting: 0, next: async () => coming.shift() ?? [], close: async () => undefined },
      signal: AbortSignal.timeout(10_000),
      onReceipt: () => undefined,
      onMessage: (message) => told.push(message),
    },
    { ...ports, ...change },
  );
  return { ...kept, said, told, counts };

  function messageOf(text: string, number: number): StreamMessage {
    let isAnswered = false;
    const once = (into: number[]): boolean => {
      if (isAnswered) return false;
      isAnswered = true;
      return into.push(number) > 0;
    };
    return {
      sequence: number,
      bytes: Buffer.from(text),
      accept: () => void once(said.accepted),
      refuse: () => void once(said.refused),
      putBack() {
        if (once(said.putBack)) coming.push([messageOf(text, number)]);
      },
    };
  }
}

const line = (id: string, name = '路口'): string => JSON.stringify({ id, name });

describe('Messages of a stream', () => {
  it('that come together are one run, whose lines count through', async () => {
    const { said, entries, withheld, records } = await follow(AS_LINES, [
      [`${line('1')}\n${line('2')}\n`, `{"id":\n${line('3')}`, line('4')],
    ]);
    expect(said.accepted).toEqual([1, 2, 3]);
    expect(entries.map(({ outcome, code }) => [outcome, code])).toEqual([['PUBLISHED', 'OK']]);
    expect(records.Checkpoint?.map(({ id, line: at }) => [id, at])).toEqual([
      ['1', 1],
      ['2', 2],
      ['3', 4],
      ['4', 5],
    ]);
    expect(withheld).toEqual([{ line: 3, type: 'Checkpoint', code: 'JSON_INVALID' }]);
  });

  it('that carry a mark are refused alone, with one record each, and all others are in', async () => {
    const { said, entries, told, counts } = await follow(AS_LINES, [
      [line('1'), line('2', '机密★10年'), line('3'), line('4'), line('5', '绝密★长期'), line('6')],
    ]);
    expect(said).toEqual({ accepted: expect.any(Array), refused: [2, 5], putBack: [] });
    expect(said.accepted.toSorted((one, other) => one - other)).toEqual([1, 3, 4, 6]);
    expect(entries.filter(({ outcome }) => outcome === 'REFUSED').map(({ code }) => code)).toEqual([
      'INGEST_REFUSED',
      'INGEST_REFUSED',
    ]);
    expect(counts).toMatchObject({ messages: 6, refused: 2 });
    expect(told.join()).not.toMatch(/密/);
  });

  it.each([
    ['in a name that no message had before', '{"list":[{"id":"3","name":"x","机密★10年":1}]}'],
    ['beside the list', '{"list":[{"id":"3","name":"x"}],"remark":"机密★10年"}'],
    ['in two texts beside the list', '{"list":[],"a":"机","b":"密★10年"}'],
    ['as the name of a file of another kind', '%PDF-1.7'],
    ['with a control character', '{"list":[{"id":"3","name":"\\u0007"}]}'],
  ])('that carry one %s are refused, though those before them look alike', async (_where, text) => {
    const plain = (id: string): string => `{"list":[{"id":"${id}","name":"x"}],"a":"","b":""}`;
    const { said } = await follow(AS_LIST, [[plain('1'), plain('2'), text]]);
    expect(said).toEqual({ accepted: [1, 2], refused: [3], putBack: [] });
  });

  it('that have other columns are taken in apart', async () => {
    const { said, records } = await follow(AS_CSV, [['id,name\n1,a\n', 'name,id\nb,2\n', 'id,name\n3,c\n']]);
    expect(said.accepted.toSorted((one, other) => one - other)).toEqual([1, 2, 3]);
    expect(new Set(records.Checkpoint?.map(({ id, name }) => `${String(id)}${String(name)}`))).toEqual(
      new Set(['1a', '2b', '3c']),
    );
  });

  it('are put back while nothing can be recorded, a refusal too, and dealt with when they come again', async () => {
    const { ports } = openMemory();
    let failures = 2;
    const log: IngestPorts['log'] = {
      async recordIngest(entry) {
        if (failures-- > 0) throw new LukouError('AUDIT_UNAVAILABLE');
        return ports.log.recordIngest(entry);
      },
    };
    const { said, told } = await follow(AS_LINES, [[line('1')], [line('2', '机密★10年')]], { log });
    expect(said).toEqual({ accepted: [1], refused: [2], putBack: [1, 2] });
    expect(told.filter((text) => text.includes('wait where they are'))).toHaveLength(1);
  });

  it('are put back, and the command ends, where a person has to look', async () => {
    const log: IngestPorts['log'] = {
      recordIngest: () => Promise.reject(new LukouError('LOG_FORKED')),
    };
    await expect(follow(AS_LINES, [[line('1')]], { log })).rejects.toMatchObject({ code: 'LOG_FORKED' });
  });
});
