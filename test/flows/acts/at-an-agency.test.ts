import { type AgencyWorld, openAgencyWorld } from '../../world/open-agency.ts';
import { copySample } from '../../world/open-sample-world.ts';

const MEDIATOR = {
  agency: 'AG-JUSTICE-BUREAU',
  role: 'partner',
  purpose: 'MEDIATION',
  caseReference: null,
} as const;
const ACTOR = 'p1_AAAAAAAAAAAAAAAAAAAAAA';

describe('An agency in a process of its own', () => {
  let agency: AgencyWorld;
  let id: string;
  let keys = 0;
  beforeAll(async () => {
    const database = await copySample();
    const { rows } = await database.ingest.query<{ id: string }>(
      `update mediation.dispute_warning set status = 'PUSHED'
        where id = (select id from mediation.dispute_warning order by id limit 1) returning id`,
    );
    id = rows[0]!.id;
    agency = await openAgencyWorld('mediation', database);
  }, 180_000);
  afterAll(() => agency.close());

  async function receive(signing: object): Promise<Answer> {
    const query = `mutation ($id: ID!, $key: ID!) {
      moveDisputeWarning(id: $id, to: RECEIVED, version: 0, note: "Seen.", key: $key) { state version log }
    }`;
    const key = `at-an-agency-${(keys += 1).toString().padStart(4, '0')}`;
    const { text } = await agency.send(await agency.sign(query, { id, key }, { ask: MEDIATOR, ...signing }));
    return JSON.parse(text) as Answer;
  }

  const codeOf = ({ errors }: Answer): unknown => errors?.[0]?.extensions.code;

  it('acts for nobody whom the gateway does not name', async () => {
    expect(codeOf(await receive({}))).toBe('ACT_REFUSED');
  });

  it('decides again by its own agreements whether it acts', async () => {
    const centre = { ...MEDIATOR, agency: 'AG-DETENTION-CENTRE' };
    expect(codeOf(await receive({ actor: ACTOR, ask: centre }))).toBe('SUBGRAPH_REFUSED');
  });

  it('acts for whom the gateway names, and records it in its own log', async () => {
    const answer = await receive({ actor: ACTOR });
    expect(answer.errors).toBeUndefined();
    expect(answer.data?.moveDisputeWarning).toEqual({
      state: 'RECEIVED',
      version: 1,
      log: agency.agency.audit.log,
    });
    // What the table allows instead travels as codes.
    expect((await receive({ actor: ACTOR })).errors?.[0]?.extensions).toEqual({ code: 'ACT_STALE' });
  });
});

interface Answer {
  readonly data?: { readonly moveDisputeWarning: object | null };
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}
