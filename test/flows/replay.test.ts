import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { replayDisclosure } from '../../src/wiring/index.ts';
import type { TestDatabase } from '../postgres/database.ts';
import { copySample } from '../world/open-sample-world.ts';
import { openWorld, type AskOptions, type Asker, type Reply, type World } from '../world/open-world.ts';

const QUESTIONS: readonly (readonly [Asker, string, AskOptions])[] = [
  [
    'transport',
    '{ checkpoints(first: 1) { nodes { passages(first: 1) { plateNo passTime imageUrl } } } }',
    { purpose: 'ROAD_SAFETY' },
  ],
  ['transport', '{ violations(orderBy: VIOLATION_TIME_DESC) { nodes { id } } }', { purpose: 'ROAD_SAFETY' }],
  [
    'analyst',
    '{ checkpointPassages(first: 1, filter: { plateNo: "蒙E12345" }) { nodes { plateNo } } }',
    { purpose: 'PUBLIC_SAFETY', caseReference: 'A-2026-0107' },
  ],
  ['public', '{ roadSegments(first: 1) { nodes { id aadt } } gantries { nodes { id } } }', {}],
];

describe('A past decision', () => {
  let folder: string;
  let database: TestDatabase;
  let world: World;
  const replies: Reply[] = [];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lukou-replay-'));
    await cp('agreements', folder, { recursive: true });
    database = await copySample();
    world = await openWorld(database, { LUKOU_AGREEMENTS: folder });
    for (const question of QUESTIONS) replies.push(await world.ask(...question));
    await amend();
  }, 120_000);
  afterAll(async () => {
    await world.close();
    await rm(folder, { recursive: true });
  });

  /** A new version takes the place of the one that the first replies rest on. */
  async function amend(): Promise<void> {
    const path = join(folder, 'traffic-police-to-transport-centre.yaml');
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replace('version: 3', 'version: 4').replaceAll('plate.region', 'redact'));
    const before = world.gateway.policy.digest;
    await world.gateway.renew();
    expect(world.gateway.policy.digest).not.toBe(before);
  }

  const replay = ({ body }: Reply) =>
    replayDisclosure(world.database, 'gateway', body.extensions.receipt.index);

  it('comes out the same after an amendment, digest, decisions and clauses', async () => {
    for (const reply of replies) {
      const { isIdentical, decisions, recordedGrantDigest, replayedGrantDigest } = await replay(reply);
      expect([isIdentical, replayedGrantDigest]).toEqual([true, recordedGrantDigest]);
      expect(decisions.length).toBeGreaterThan(0);
    }
  });

  it('is replayed from the version that it rested on, and a new one from the new version', async () => {
    const again = await world.ask(...QUESTIONS[0]!);
    const plates = await Promise.all(
      [replies[0]!, again].map(async (reply) => {
        const { decisions } = await replay(reply);
        const { replayed, replayedRule } = decisions.find(
          ({ coordinate }) => coordinate === 'CheckpointPassage.plateNo',
        )!;
        return [replayed, replayedRule.replace(/#.*/, '')];
      }),
    );
    expect(plates).toEqual([
      ['mask:plate.region', 'urn:agr:hlbe:police-transport:0007@3'],
      ['mask:redact', 'urn:agr:hlbe:police-transport:0007@4'],
    ]);
  });

  const askReplay = async (asker: Asker, index: number): Promise<Reply> =>
    world.ask(
      asker,
      `{ disclosureRecord(log: "gateway", index: ${index}) { replay { isIdentical policyDigest recordedGrantDigest
           replayedGrantDigest decisions { coordinate recorded recordedRule replayed replayedRule } } } }`,
      { purpose: 'OVERSIGHT' },
    );

  it('comes out for an auditor who asks the gateway as for an operator at its machine', async () => {
    for (const reply of replies) {
      const { index: _index, ...replayed } = await replay(reply);
      const { body } = await askReplay('auditor', reply.body.extensions.receipt.index);
      expect(body.data).toEqual({ disclosureRecord: { replay: replayed } });
    }
  });

  it('is replayed for auditors alone', async () => {
    const { body } = await askReplay('steward', replies[0]!.body.extensions.receipt.index);
    expect(body.data).toEqual({ disclosureRecord: { replay: null } });
    expect(body.extensions.disclosure).toMatchObject([{ decision: 'deny', code: 'NOT_GRANTED' }]);
  });

  it('is nothing that an auditor could ask again of a record without one', async () => {
    const refused = await world.ask('public', '{ __typename }', { headers: { authorization: 'Bearer x' } });
    const { body } = await askReplay('auditor', refused.body.extensions.receipt.index);
    expect([body.errors, body.data]).toEqual([undefined, { disclosureRecord: { replay: null } }]);
  });

  it('is told from a record that says something else', async () => {
    const { index } = replies[0]!.body.extensions.receipt;
    await database.admin(async (client) => {
      await client.query('set session_replication_role = replica');
      await client.query(
        // A batch of its own, since its question was asked alone.
        `update oversight.log_batch set (leaves, ends) = (
           select forged, array[octet_length(forged)]
           from convert_to(replace(convert_from(leaves, 'UTF8'), 'mask:plate.region', 'allow'), 'UTF8') as forged)
          where log = 'gateway' and first_index = $1`,
        [index],
      );
    });
    const forged = await replay(replies[0]!);
    expect(forged.isIdentical).toBe(false);
    expect(forged.decisions.filter(({ recorded, replayed }) => recorded !== replayed)).toHaveLength(1);
    const { body } = await askReplay('auditor', index);
    expect(body.data).toMatchObject({ disclosureRecord: { replay: { isIdentical: false } } });
  });

  it.each([
    ['there is no such record', 9_999_999, /holds no record 9999999/],
    ['the record is of a refused token', -1, /holds none about fields/],
  ])('cannot be replayed where %s', async (_why, index, complaint) => {
    const refused = await world.ask('public', '{ __typename }', { headers: { authorization: 'Bearer x' } });
    const at = index === -1 ? refused.body.extensions.receipt.index : index;
    await expect(replayDisclosure(world.database, 'gateway', at)).rejects.toThrow(complaint);
  });
});
