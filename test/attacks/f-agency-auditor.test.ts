import type { Principal } from '../../src/identity/index.ts';
import { openSampleWorld } from '../world/open-sample-world.ts';
import { type World, WORLD_NOW } from '../world/open-world.ts';

const NOW_MS = Date.parse(WORLD_NOW);
const CHECKPOINTS = '{ checkpoints(first: 1) { nodes { name } } }';
const AS_ANALYST = `query Why($o: String!) {
  explain(operation: $o, purpose: "ROAD_SAFETY", as: { agency: "AG-TRAFFIC-POLICE", role: "analyst" }) { fields { clause } }
}`;
const WARNINGS = '{ disputeWarnings(first: 1) { nodes { id subjectRef } } }';

const OWN = 'AG-TRANSPORT-CENTRE';
const KEEPER = 'AG-OVERSIGHT';

/** An auditor of an agency: its own issuer signs such tokens for it. */
function auditorOf(agency: string): Principal {
  return {
    role: 'auditor',
    agency,
    subject: 'somebody',
    pseudonym: 'p1_auditor',
    authMethod: 'jwt',
    system: null,
    issuedAtMs: NOW_MS,
    expiresAtMs: NOW_MS + 3_600_000,
  };
}

// Those of the transport centre audit what is theirs; what all did is for the agency that keeps the log.
describe('F18 An auditor of an agency that does not keep the log', () => {
  let world: World;
  beforeAll(async () => {
    // The agency stands in the place of its token.
    const authenticate = async (bearer = ''): Promise<Principal> => auditorOf(bearer.slice('Bearer '.length));
    world = await openSampleWorld({}, { authenticate });
  }, 120_000);
  afterAll(() => world.close());

  const headersOf = (agency: string) => ({ authorization: `Bearer ${agency}`, 'lukou-purpose': 'OVERSIGHT' });
  const ask = (agency: string, query: string, variables: Record<string, unknown> = {}) =>
    world.ask('public', query, { variables, headers: headersOf(agency) });

  it('reads no record of others as it is stored', async () => {
    const readFirst = (agency: string) =>
      world.gateway.app.inject({
        method: 'GET',
        url: '/log/tile/entries/000.p/1',
        headers: headersOf(agency),
      });
    const refused = await readFirst(OWN);
    expect(refused.statusCode).toBe(403);
    expect(refused.json()).toMatchObject({ errors: [{ extensions: { code: 'LOG_READ_REFUSED' } }] });
    // Positive control, here and below: who keeps the log is not kept from it.
    const read = await readFirst(KEEPER);
    expect([read.statusCode, read.body.includes('begin log')]).toEqual([200, true]);
  });

  it('has no clause of others’ agreements explained', async () => {
    const refused = await ask(OWN, AS_ANALYST, { o: CHECKPOINTS });
    expect(refused.body.errors?.[0]?.extensions['code']).toBe('EXPLAIN_REFUSED');
    expect(refused.text).not.toContain('urn:agr:');
    const explained = await ask(KEEPER, AS_ANALYST, { o: CHECKPOINTS });
    expect(explained.body.errors).toBeUndefined();
    expect(explained.text).toContain('urn:agr:hlbe:police-own:0005');
  });

  it('knows of no field that the schema hides: asking for it is asking for an unknown name', async () => {
    expect((await ask(OWN, WARNINGS)).status).toBe(400);
    expect((await ask(KEEPER, WARNINGS)).status).toBe(200);
  });
});
