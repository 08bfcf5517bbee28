import { readFile } from 'node:fs/promises';
import { copyAgreements } from '../../world/copy-agreements.ts';
import { openSampleWorld } from '../../world/open-sample-world.ts';
import type { Asker, World } from '../../world/open-world.ts';

// The transport centre may read agreements too: it is no party of any that speaks of what the schema hides.
const LET_TRANSPORT_READ = (text: string): string =>
  text
    .replace(
      '      - Query.disclosureRecord\n',
      '      - Query.disclosureRecord\n      - Query.agreements\n      - Agreement.*\n',
    )
    .replace(/^.*read: Agreement\.sharedFields, expect: deny.*\n/m, '');

const FIELDS = `query Fields($uid: ID!) {
  agreements(filter: { uid: $uid }) { nodes { sharedFields { coordinate } } }
}`;
const JUSTICE_OWN = 'urn:agr:hlbe:justice-own:0009';

describe('A name that the schema hides', () => {
  let world: World;
  let copy: AsyncDisposable;
  beforeAll(async () => {
    const agreements = await copyAgreements({ 'oversight-to-transport-centre.yaml': LET_TRANSPORT_READ });
    copy = agreements;
    world = await openSampleWorld({ LUKOU_AGREEMENTS: agreements.folder });
  }, 120_000);
  afterAll(async () => {
    await world.close();
    await copy[Symbol.asyncDispose]();
  });

  async function fieldsOf(asker: Asker, uid: string): Promise<string[]> {
    const { body } = await world.ask(asker, FIELDS, { purpose: 'OVERSIGHT', variables: { uid } });
    expect(body.errors).toBeUndefined();
    const { agreements } = body.data as {
      agreements: { nodes: { sharedFields: { coordinate: string }[] }[] };
    };
    return agreements.nodes.flatMap(({ sharedFields }) => sharedFields.map(({ coordinate }) => coordinate));
  }

  it('is among an agreement’s fields to its parties and the keeper of the log, and to nobody else', async () => {
    const hidden = 'DisputeWarning.subjectRef';
    // Positive control: that it is there, its party and the keeper of the log see.
    for (const asker of ['justice-steward', 'auditor'] as const)
      expect(await fieldsOf(asker, JUSTICE_OWN)).toContain(hidden);
    const seen = await fieldsOf('transport', JUSTICE_OWN);
    expect(seen).toContain('DisputeWarning.score');
    expect(seen).not.toContain(hidden);
  });

  it('cannot be tried out by the tests of a draft: hidden, another’s and unknown are said alike', async () => {
    const shipped = await readFile('agreements/traffic-police-to-transport-centre.yaml', 'utf8');
    const raised = shipped.replace(
      /^version: (\d+)$/m,
      (_line, version) => `version: ${Number(version) + 1}`,
    );
    async function problemsOf(test: string): Promise<readonly string[]> {
      const draft = `${raised}  - { caller: { role: partner, purpose: ROAD_SAFETY }, ${test} }\n`;
      const query = 'query Check($draft: String!) { agreementCheck(draft: $draft) { problems } }';
      const { body } = await world.ask('steward', query, { purpose: 'OVERSIGHT', variables: { draft } });
      expect(body.errors).toBeUndefined();
      return (body.data as { agreementCheck: { problems: string[] } }).agreementCheck.problems;
    }
    for (const [asks, expected] of [
      ['read', 'deny'],
      ['filter', 'deny'],
      ['act', 'deny'],
      ['read', 'allow'],
    ] as const) {
      const said = new Set<string>();
      for (const name of ['DisputeWarning.subjectRef', 'DisputeWarning.score', 'DisputeWarning.subjectQqq']) {
        const problems = await problemsOf(`${asks}: ${name}, expect: ${expected}`);
        expect(problems).toHaveLength(1);
        said.add(problems[0]!.replace(name, 'NAME'));
      }
      expect([...said]).toEqual([
        expect.stringMatching(/^tests\[\d+\]: NAME is no field of AG-TRAFFIC-POLICE$/),
      ]);
    }
    // Positive control: of its own fields it is told.
    expect(await problemsOf('read: Checkpoint.name, expect: deny')).toEqual([
      expect.stringMatching(/read Checkpoint\.name expects deny, and is allow$/),
    ]);
    expect(await problemsOf('read: Checkpoint.name, expect: allow')).toEqual([]);
  });
});
