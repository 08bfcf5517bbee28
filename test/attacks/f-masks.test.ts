import { openSampleWorld } from '../world/open-sample-world.ts';
import type { Asker, World } from '../world/open-world.ts';
import type { TestDatabase } from '../postgres/database.ts';
import { textsIn } from './texts-in.ts';

// Three passages of one checkpoint, read by every way that leads to them; the plate and the instant are masked for the
// transport centre.
const WAYS: readonly (readonly [way: string, query: string])[] = [
  ['by their names', '{ checkpoint(id: "CP-001") { passages(first: 3) { plateNo passTime } } }'],
  ['under an alias', '{ checkpoint(id: "CP-001") { passages(first: 3) { p: plateNo t: passTime } } }'],
  [
    'under the name of the key',
    '{ checkpoint(id: "CP-001") { passages(first: 3) { id: plateNo when: passTime } } }',
  ],
  [
    'under the names of fields that are open',
    '{ checkpoint(id: "CP-001") { passages(first: 3) { vehicleClass: plateNo vehicleGroup: passTime } } }',
  ],
  [
    'under the names of aliases that the gateway makes',
    '{ checkpoint(id: "CP-001") { _a0: passages(first: 3) { _a1: plateNo _a2: passTime } } }',
  ],
  [
    'twice at once',
    '{ checkpoint(id: "CP-001") { passages(first: 3) { plateNo again: plateNo passTime then: passTime } } }',
  ],
  [
    'in an inline fragment',
    '{ checkpoint(id: "CP-001") { ... on Checkpoint { passages(first: 3) { ... on CheckpointPassage { plateNo passTime } } } } }',
  ],
  [
    'in named fragments',
    `{ ...A } fragment A on Query { checkpoint(id: "CP-001") { ...B } }
     fragment B on Checkpoint { passages(first: 3) { ...C } } fragment C on CheckpointPassage { plateNo x: passTime }`,
  ],
  [
    'in fragments that overlap',
    `{ checkpoint(id: "CP-001") { passages(first: 3) { plateNo ...C } } }
     fragment C on CheckpointPassage { plateNo passTime ... { plateNo passTime } }`,
  ],
  [
    'where a directive includes them',
    'query ($yes: Boolean = true) { checkpoint(id: "CP-001") { passages(first: 3) { plateNo @include(if: $yes) passTime @skip(if: false) } } }',
  ],
  [
    'in a list',
    '{ checkpoints(filter: { segmentIds: ["G10-001"] }) { edges { node { passages(first: 3) { plateNo passTime } } } } }',
  ],
  [
    'from a segment of the transport centre',
    '{ roadSegment(id: "G10-001") { checkpoints { passages(first: 3) { plateNo passTime } } } }',
  ],
  [
    'from a list of segments, one of which has them',
    '{ roadSegments(first: 1, filter: { roadCodes: ["G10"] }) { nodes { a: checkpoints { b: passages(first: 3) { id: plateNo passTime } } } } }',
  ],
  [
    'from a gantry of the transport centre',
    '{ gantry(id: "G0010150010101") { checkpoint { passages(first: 3) { plateNo passTime } } } }',
  ],
  [
    'there and back again',
    '{ checkpoint(id: "CP-001") { passages(first: 1) { checkpoint { segment { checkpoints { passages(first: 3) { plateNo passTime } } } } } } }',
  ],
];

describe('F10 A masked value', () => {
  let world: World;
  let stored: readonly { readonly plate: string; readonly passed: string }[];
  beforeAll(async () => {
    world = await openSampleWorld();
    stored = await (world.database as TestDatabase).admin(async (client) => {
      const { rows } = await client.query<{ plate: string; passed: string }>(
        `select plate_no as plate, pass_time as passed from checkpoint.passage
          where checkpoint_id = 'CP-001' order by pass_time desc, id limit 3`,
      );
      return rows;
    });
  }, 120_000);
  afterAll(() => world.close());

  it.each(WAYS)('is masked %s', async (_way, query) => {
    const texts = await textsFor('transport', query, { purpose: 'ROAD_SAFETY' });
    expect(platesAmong(texts)).toEqual(new Set(stored.map(({ plate }) => `${plate.slice(0, 2)}*****`)));
    expect(instantsAmong(texts)).toEqual(new Set(stored.map(({ passed }) => hourOf(passed))));
    for (const { plate } of stored) expect(texts.join('\n')).not.toContain(plate.slice(2));
  });

  it.each(WAYS)('is as it is %s, for the police with a case', async (_way, query) => {
    const texts = await textsFor('analyst', query, {
      purpose: 'PUBLIC_SAFETY',
      caseReference: 'A-2026-0107',
    });
    expect(platesAmong(texts)).toEqual(new Set(stored.map(({ plate }) => plate)));
    expect(instantsAmong(texts)).toEqual(new Set(stored.map(({ passed }) => Date.parse(passed))));
  });

  it('is disclosed as masked at the very place where it stands', async () => {
    const { body } = await world.ask('transport', WAYS[2]![1], { purpose: 'ROAD_SAFETY' });
    expect(body.extensions.disclosure).toEqual([
      expect.objectContaining({ path: ['checkpoint', 'passages', 'id'], decision: 'mask:plate.region' }),
      expect.objectContaining({ path: ['checkpoint', 'passages', 'when'], decision: 'mask:time.bucket' }),
    ]);
  });

  async function textsFor(
    asker: Asker,
    query: string,
    options: { purpose: string; caseReference?: string },
  ): Promise<string[]> {
    const { body } = await world.ask(asker, query, options);
    expect(body.errors).toBeUndefined();
    return textsIn(body.data);
  }
});

function platesAmong(texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.filter((text) => /^\p{Script=Han}[A-Z]/u.test(text)));
}

function instantsAmong(texts: readonly string[]): ReadonlySet<number> {
  return new Set(texts.filter((text) => /^\d{4}-\d\d-\d\dT/.test(text)).map((text) => Date.parse(text)));
}

function hourOf(instant: string): number {
  return Date.parse(instant) - (Date.parse(instant) % 3_600_000);
}
