import { articleCalls, openWarningWorld, type WarningWorld } from './open-warning-world.ts';

const SUBJECT = 'SUBJ-B0B0B0B0';
const WHO = { name: '王示例', phone: '15400001234', address: '虚构路1号' };

describe('Whom a warning is about', () => {
  let early: WarningWorld;
  let id: string;
  let keys = 0;
  beforeAll(async () => {
    early = await openWarningWorld();
    await early.world.database.ingest.query('update mediation.mediation_case set forecast = null');
    await early.take('DisputeIncident', articleCalls(SUBJECT));
    id = (await early.raise(true)).warnings[0]!.id;
    await early.take('WarningSubject', [{ warningId: id, ...WHO, onlineLabel: 'SENSITIVE' }]);
  }, 180_000);
  afterAll(() => early.close());

  async function act(
    as: 'justice' | 'analyst',
    what: string,
    version: number,
    key?: string,
  ): Promise<unknown> {
    const { body } = await early.world.ask(
      as,
      `mutation { ${what}version: ${version}, note: "To visit them.", key: "${key ?? `key-of-this-test-${(keys += 1)}`}") {
        state version index } }`,
      { purpose: as === 'justice' ? 'MEDIATION' : 'PUBLIC_SAFETY' },
    );
    return Object.values(body.data ?? {})[0] ?? body.errors?.[0]?.extensions['code'];
  }
  const open = (as: 'justice' | 'analyst', version: number, key?: string) =>
    act(as, `openWarningSubject(id: "${id}", `, version, key);
  const move = (as: 'justice' | 'analyst', to: string, version: number) =>
    act(as, `moveDisputeWarning(id: "${id}", to: ${to}, `, version);

  async function seen(as: 'justice' | 'analyst'): Promise<unknown> {
    const { body } = await early.world.ask(
      as,
      '{ disputeWarnings(first: 200) { nodes { id subject { name phone address } } } }',
      { purpose: as === 'justice' ? 'MEDIATION' : 'PUBLIC_SAFETY' },
    );
    const { nodes } = (body.data as { disputeWarnings: { nodes: { id: string; subject: unknown }[] } })
      .disputeWarnings;
    return nodes.find((node) => node.id === id)!.subject;
  }

  it('is seen by nobody before it is opened, and opened by nobody before the unit has received it', async () => {
    expect(await seen('justice')).toBeNull();
    expect(await open('justice', 0)).toBe('ACT_STEP_REFUSED');
    expect(await seen('justice')).toBeNull();
  });

  it('is opened by the handling unit alone, under the version that it has read', async () => {
    expect(await move('justice', 'RECEIVED', 0)).toMatchObject({ state: 'RECEIVED', version: 1 });
    expect(await open('analyst', 1)).toBe('UNAUTHORIZED_FIELD_OR_TYPE');
    expect(await open('justice', 0)).toBe('ACT_STALE');
    expect(await seen('justice')).toBeNull();
  });

  it('is seen once the act is on record, by the unit alone, and the act is done once', async () => {
    const receipt = await open('justice', 1, 'the-only-opening-key');
    expect(receipt).toMatchObject({ state: 'RECEIVED', version: 1 });
    expect(await open('justice', 1, 'the-only-opening-key')).toEqual(receipt);
    expect(await seen('justice')).toEqual(WHO);
    expect(await seen('analyst')).toBeNull();
    const { body } = await early.world.ask(
      'auditor',
      '{ disclosureRecords(first: 20) { nodes { index operationName } } }',
      { purpose: 'OVERSIGHT' },
    );
    expect(body.errors).toBeUndefined();
    const { nodes } = (
      body.data as { disclosureRecords: { nodes: { index: number; operationName: string }[] } }
    ).disclosureRecords;
    const { index } = receipt as { index: number };
    const records = nodes.filter(
      ({ operationName }) => operationName === `open subject of DisputeWarning ${id}`,
    );
    expect(records.map((record) => record.index)).toEqual([index]);
  });

  it('is opened no more once the loop is closed', async () => {
    const steps = [
      ['analyst', 'SUPERVISED'],
      ['justice', 'HANDLING'],
      ['justice', 'FEEDBACK'],
      ['analyst', 'CLOSED'],
    ] as const;
    for (const [at, [as, to]] of steps.entries())
      expect(await move(as, to, at + 1)).toMatchObject({ state: to });
    expect(await open('justice', 5)).toBe('ACT_STEP_REFUSED');
  });
});
