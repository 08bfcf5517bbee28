import { readFile } from 'node:fs/promises';
import { findTablesHolding } from '../../../src/storage/index.ts';
import { openSampleWorld } from '../../world/open-sample-world.ts';
import type { Asker, World } from '../../world/open-world.ts';

const DURING = { from: '2026-02-20T00:00:00+08:00', to: '2026-03-03T00:00:00+08:00' };
const IMPACT = `query Impact($draft: String!, $during: TimeRange!) {
  agreementImpact(draft: $draft, during: $during) {
    problems recordsRead recordsChanged isWhole impacts { who coordinate before after kind records }
  }
}`;
const CHECK = 'query Check($draft: String!) { agreementCheck(draft: $draft) { name sha256 problems } }';
const PASSAGES = '{ checkpoints(first: 1) { nodes { passages(first: 1) { plateNo passTime } } } }';

interface Impact {
  readonly problems: readonly string[];
  readonly recordsRead: number;
  readonly recordsChanged: number;
  readonly isWhole: boolean;
  readonly impacts: readonly { readonly coordinate: string; readonly kind: string }[];
}

interface Check {
  readonly name: string | null;
  readonly sha256: string | null;
  readonly problems: readonly string[];
}

describe('A draft of an agreement', () => {
  let world: World;
  let shipped: string;
  beforeAll(async () => {
    shipped = await readFile('agreements/traffic-police-to-transport-centre.yaml', 'utf8');
    world = await openSampleWorld();
    await world.ask('transport', PASSAGES, { purpose: 'ROAD_SAFETY' });
    await world.ask('transport', PASSAGES, { purpose: 'ROAD_SAFETY' });
    await world.ask('justice', '{ mediationCases(first: 1) { nodes { id } } }', { purpose: 'MEDIATION' });
  }, 120_000);
  afterAll(() => world.close());

  const raise = (text: string): string =>
    text.replace(/^version: (\d+)$/m, (_line, version: string) => `version: ${Number(version) + 1}`);

  async function judge(draft: string, asker: Asker = 'steward', during = DURING): Promise<Impact> {
    const { body } = await world.ask(asker, IMPACT, { purpose: 'OVERSIGHT', variables: { draft, during } });
    expect(body.errors).toBeUndefined();
    return body.data!['agreementImpact'] as Impact;
  }
  async function check(draft: string, asker: Asker = 'steward'): Promise<Check> {
    const { body } = await world.ask(asker, CHECK, { purpose: 'OVERSIGHT', variables: { draft } });
    expect(body.errors).toBeUndefined();
    return body.data!['agreementCheck'] as Check;
  }

  it('changes nothing where it says the same', async () => {
    const found = await judge(raise(shipped));
    expect(found).toMatchObject({ problems: [], recordsChanged: 0, isWhole: true, impacts: [] });
    expect(found.recordsRead).toBeGreaterThanOrEqual(2);
  });

  it('is judged by the records of its owner’s data: what would come out otherwise, for whom, how often', async () => {
    const { impacts, recordsChanged } = await judge(raise(shipped).replaceAll('plate.region', 'redact'));
    expect(recordsChanged).toBe(2);
    expect(impacts).toEqual([
      {
        who: 'AG-TRANSPORT-CENTRE partner ROAD_SAFETY',
        coordinate: 'CheckpointPassage.plateNo',
        before: 'mask:plate.region',
        after: 'mask:redact',
        kind: 'MASKED_OTHERWISE',
        records: 2,
      },
    ]);
  });

  it('of another agency’s data is not tried, and says nothing of what it would do', async () => {
    const draft = raise(shipped);
    expect(await judge(draft, 'justice-steward')).toEqual({
      problems: ['draft: it is about data of AG-TRAFFIC-POLICE. Only that agency may try it.'],
      recordsRead: 0,
      recordsChanged: 0,
      isWhole: true,
      impacts: [],
    });
    expect(await check(draft, 'justice-steward')).toMatchObject({ name: null, sha256: null });
  });

  it('in order has a name, a digest and no problem; not so with the number of another text', async () => {
    expect(await check(raise(shipped))).toEqual({
      name: expect.stringMatching(/^urn:agr:hlbe:police-transport:0007@\d+$/),
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      problems: [],
    });
    const { problems } = await check(
      shipped.replaceAll('plate.region', 'redact').replace(/^tests:[^]*/m, ''),
    );
    expect(problems).toEqual([expect.stringMatching(/is in force with another text. Raise the version.$/)]);
  });

  it.each([
    ['is no YAML', '{', /draft/],
    ['holds no agreement', '', /must hold one agreement/],
    ['holds two', 'a: 1\n---\na: 2\n', /draft/],
    ['names what the schema does not know', 'uid: x\nunknown: 1\n', /draft/],
    ['nests without end', '['.repeat(60_000), /draft/],
    ['stands for itself many times', 'a: &a [1]\nb: [*a, *a]\n', /draft/],
    ['is too long', 'x'.repeat(65_537), /65536 bytes/],
  ])('that %s is refused by its problems, in bounded words', async (_what, draft, problem) => {
    const { name, problems } = await check(draft);
    expect(name).toBeNull();
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.length).toBeLessThanOrEqual(100);
    expect(problems.join('\n')).toMatch(problem);
    expect(problems.every((line) => line.length <= 500)).toBe(true);
    expect(await judge(draft)).toMatchObject({ recordsRead: 0, impacts: [] });
  });

  it('is kept nowhere: neither in the record of the question nor in the archive', async () => {
    const marker = 'kept-nowhere-4711';
    await judge(`${raise(shipped)}\n# ${marker}\n`);
    await check(`${raise(shipped)}\n# ${marker}\n`);
    const holding = await world.database.owner((owner) => findTablesHolding(owner, marker));
    expect(holding).toEqual([]);
  });

  it('is tried over 31 days at most, and by stewards alone', async () => {
    const during = { from: '2026-01-01T00:00:00+08:00', to: '2026-03-03T00:00:00+08:00' };
    const variables = { draft: raise(shipped), during };
    const long = await world.ask('steward', IMPACT, { purpose: 'OVERSIGHT', variables });
    expect(long.body.errors![0]!.extensions['code']).toBe('ARGUMENT_INVALID');
    const other = await world.ask('auditor', IMPACT, { purpose: 'OVERSIGHT', variables });
    expect(other.body.errors![0]!.extensions['code']).toBe('UNAUTHORIZED_FIELD_OR_TYPE');
  });
});
