import { type AgencyWorld, openAgencyWorld } from '../world/open-agency.ts';
import { type AgreementsCopy, copyAgreements } from '../world/copy-agreements.ts';
import { type LiveWorld, openLiveWorld } from '../flows/stream/live-world.ts';
import { copySample } from '../world/open-sample-world.ts';
import { until } from '../world/until.ts';
import type { Asker, AskOptions, Reply } from '../world/open-world.ts';
import { withoutNames } from './without-names.ts';

const CASE_A = 'A-2026-0107';
const CASE_B = '呼公刑立字〔2026〕0107号';
const OF_AGENCY = '[{ leftOperand: agency, operator: eq, rightOperand: own }]';
const OF_CASE = '[{ leftOperand: case, operator: eq, rightOperand: stated }]';

// Both of them see more than the shipped agreements show, of the same narrow rows.
const WIDER = {
  'justice-bureau-to-transport-centre.yaml': (text: string) =>
    text.replace('  MediationCase: all\n', `  MediationCase: ${OF_AGENCY}\n`),
  'justice-bureau-to-traffic-police-public-safety.yaml': (text: string) =>
    text
      .replace('  MediationCase: all\n', `  MediationCase: ${OF_CASE}\n`)
      .replace('  DisputeWarning: all\n', `  DisputeWarning: ${OF_CASE}\n`),
  'justice-bureau-to-detention-centre.yaml': (text: string) =>
    text
      .replace('      - MediationCase.acceptedAt\n', '')
      .replace(
        '      - DetentionMediation.id\n',
        '$&      - Query.mediationCases\n      - MediationCase.acceptedAt\n      - Query.caseMeasures\n',
      ),
};

type Tied = readonly [id: string, agencies: string, caseKey: string, segment: string];
const PLANTED: readonly Tied[] = [
  ['T-OWN-A', 'AG-DETENTION-CENTRE', `AG-TRAFFIC-POLICE ${CASE_A}`, 'G10-001'],
  ['T-OWN-B', 'AG-DETENTION-CENTRE', `AG-TRAFFIC-POLICE ${CASE_B.normalize('NFKC')}`, 'G10-001'],
  [
    'T-OTHER',
    'AG-DETENTION-CENTRE-MANZHOULI,AG-TRANSPORT-CENTRE',
    `AG-TRANSPORT-CENTRE ${CASE_A}`,
    'G111-001',
  ],
];
const plant = ([id, agencies, key, segment]: Tied): string => `
  insert into mediation.mediation_case (id, case_no, dispute_kind, status, result, division_code, segment_id, accepted_at, agencies,
    case_keys, online_label)
  values ('${id}', '${id}', 'ROAD_ACCIDENT', 'ACCEPTED', 'SUCCESS', '150724', '${segment}', '2026-02-27T09:00:00+08:00', '{${agencies}}',
    array['${key}'], 'SENSITIVE');
  insert into mediation.mediation_party (case_id, ordinal, role, name, online_label) values ('${id}', 1, 'APPLICANT', '张三', 'SENSITIVE');
  insert into mediation.detention_mediation (id, case_id, facility_id, status, intake_at, division_code, agencies, case_keys, online_label)
  values ('D-${id}', '${id}', 'JLS', 'INTAKE', '2026-02-27T08:00:00+08:00', '150724', '{${agencies}}', array['${key}'], 'SENSITIVE');
  insert into mediation.dispute_warning (id, model_id, model_version, score, factors, level, status, subject_ref, division_code,
    joint_units, case_id, pushed_at, case_keys, online_label)
  values ('W-${id}', 'm', '1', 90, '[]', 'RED', 'PUSHED', 'x', '150724', '{POLICE_STATION}', '${id}', '2026-02-27T07:00:00+08:00',
    array['${key}'], 'SENSITIVE')`;
// The centre holds somebody whose mediation is none of its cases.
const LOOSE = `
  insert into mediation.detention_mediation (id, case_id, facility_id, status, intake_at, division_code, agencies, online_label)
  values ('D-LOOSE', 'T-OTHER', 'JLS', 'INTAKE', '2026-02-27T07:00:00+08:00', '150724', '{AG-DETENTION-CENTRE}', 'SENSITIVE')`;

const FEBRUARY = '{ from: "2026-02-01T00:00:00+08:00", to: "2026-03-01T00:00:00+08:00" }';
const OF = {
  case: 'mediation.mediation_case',
  detention: 'mediation.detention_mediation',
  warning: 'mediation.dispute_warning',
};

describe('Rows that belong to another agency or to another case', () => {
  let agreements: AgreementsCopy;
  let world: LiveWorld;
  let door: AgencyWorld;
  beforeAll(async () => {
    agreements = await copyAgreements(WIDER);
    world = await openLiveWorld({ LUKOU_AGREEMENTS: agreements.folder }, { database: await copySample() });
    const database = await copySample();
    for (const pool of [world.database.ingest, database.ingest])
      await pool.query([...PLANTED.map(plant), LOOSE].join(';'));
    door = await openAgencyWorld('mediation', database, { agreements: agreements.folder });
  }, 120_000);
  afterAll(async () => {
    await Promise.all([world.close(), door.close()]);
    await agreements[Symbol.asyncDispose]();
  });

  const police = (query: string, caseReference?: string, variables = {}): Promise<Reply> =>
    world.ask('analyst', query, {
      purpose: 'PUBLIC_SAFETY',
      variables,
      ...(caseReference !== undefined && { caseReference }),
    });
  const centre = (query: string, variables = {}): Promise<Reply> =>
    world.ask('detention', query, { purpose: 'MEDIATION', variables });
  const mediator = (query: string): Promise<Reply> => world.ask('justice', query, { purpose: 'MEDIATION' });

  const idsIn = ({ body }: Reply): string[] =>
    [...JSON.stringify(body.data).matchAll(/"id":"([^"]+)"/g)].map(([, id]) => id!).toSorted();
  async function idsOf(table: string, where: string): Promise<string[]> {
    const { rows } = await world.database.ingest.query<{ id: string }>(
      `select id from ${table} where ${where} order by id collate "C"`,
    );
    return rows.map(({ id }) => id);
  }
  const ofCase = (reference: string): string =>
    `case_keys @> array['AG-TRAFFIC-POLICE ${reference.normalize('NFKC')}']`;

  it.each([CASE_A, CASE_B])('F5 F14 are in no list of the police with case %s', async (reference) => {
    for (const [list, table] of [
      ['mediationCases', OF.case],
      ['detentionMediations', OF.detention],
      ['disputeWarnings', OF.warning],
    ] as const) {
      const seen = idsIn(await police(`{ ${list}(first: 200) { nodes { id } } }`, reference));
      expect([list, seen]).toEqual([list, await idsOf(table, ofCase(reference))]);
      expect(seen).not.toEqual([]);
    }
  });

  it('F14 are on no page of the detention centre, and no page is shorter for them', async () => {
    const seen: string[] = [];
    for (let after: string | null = null; ;) {
      const reply = await centre(
        'query P($after: String) { detentionMediations(first: 7, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }',
        { after },
      );
      const { nodes, pageInfo } = reply.body.data!['detentionMediations'] as Page;
      seen.push(...nodes.map(({ id }) => id));
      if (!pageInfo.hasNextPage) break;
      expect(nodes).toHaveLength(7);
      after = pageInfo.endCursor;
    }
    expect(seen.toSorted()).toEqual(await idsOf(OF.detention, `agencies @> '{AG-DETENTION-CENTRE}'`));
    // Positive control: there are others, and who may see every row sees them.
    expect(await idsOf(OF.detention, 'true')).not.toHaveLength(seen.length);
    expect(idsIn(await mediator('{ detentionMediations(first: 200) { nodes { id } } }'))).toContain(
      'D-T-OTHER',
    );
  });

  it('without a case there is no row that a case opens: not one, and none is counted', async () => {
    const reply = await police(
      `{ mediationCases(first: 200) { nodes { id } } disputeWarnings { nodes { id } } jointWarnings { id }
         roadSegment(id: "G10-001") { roadAccidentCases { disputeKind } } warningMeasures(during: ${FEBRUARY}) { pushed }
         adminDivisions(first: 200) { nodes { mediationCount(during: ${FEBRUARY}) } } }`,
    );
    expect(reply.body.errors).toBeUndefined();
    expect(idsIn(reply)).toEqual([]);
    expect(reply.body.data).toMatchObject({
      roadSegment: { roadAccidentCases: [] },
      warningMeasures: { pushed: 0 },
    });
    expect(JSON.stringify(reply.body.data)).not.toMatch(/"mediationCount":[1-9]/);
  });

  it('are in no count, measure or join of the police with a case', async () => {
    const { body } = await police(
      `{ warningMeasures(during: ${FEBRUARY}) { pushed }
         roadSegment(id: "G10-001") { roadAccidentCases { id } }
         adminDivisions(first: 200) { nodes { code mediationCount(during: ${FEBRUARY}) } } }`,
      CASE_A,
    );
    const { rows } = await world.database.ingest.query(
      `select count(*)::int as pushed from mediation.dispute_warning
        where ${ofCase(CASE_A)} and pushed_at >= '2026-02-01+08' and pushed_at < '2026-03-01+08'`,
    );
    expect(body.data).toMatchObject({
      warningMeasures: rows[0],
      roadSegment: { roadAccidentCases: [{ id: 'T-OWN-A' }] },
      adminDivisions: { nodes: expect.arrayContaining([{ code: '150724', mediationCount: 1 }]) },
    });
  });

  it('are in no measure of the detention centre', async () => {
    const { body } = await centre(`{ caseMeasures(during: ${FEBRUARY}) { concluded } }`);
    const own = await idsOf(
      OF.case,
      `result in ('SUCCESS', 'FAILURE') and accepted_at >= '2026-02-01+08' and accepted_at < '2026-03-01+08'
        and agencies @> '{AG-DETENTION-CENTRE}'`,
    );
    expect(own).toEqual(expect.arrayContaining(['T-OWN-A', 'T-OWN-B']));
    expect(body.data).toEqual({ caseMeasures: { concluded: own.length } });
  });

  const LOOK = 'query Q($id: ID!) { mediationCase(id: $id) { id disputeKind } }';
  const BYTES: readonly (readonly [said: string, asker: Asker, options: AskOptions])[] = [
    ['the detention centre', 'detention', { purpose: 'MEDIATION' }],
    ['the police with a case', 'analyst', { purpose: 'PUBLIC_SAFETY', caseReference: CASE_A }],
    ['the police without one', 'analyst', { purpose: 'PUBLIC_SAFETY' }],
  ];

  it.each(BYTES)(
    'F5 F18 answer %s with the very bytes of what was never there',
    async (_said, asker, options) => {
      const [hidden, absent] = await Promise.all(
        ['T-OTHER', 'T-NEVER'].map((id) => world.ask(asker, LOOK, { ...options, variables: { id } })),
      );
      expect(hidden!.body.data).toEqual({ mediationCase: null });
      expect(withoutNames(hidden!.text)).toBe(withoutNames(absent!.text));
    },
  );

  it('F5 are there for who may see them: the control', async () => {
    expect(idsIn(await mediator('{ mediationCase(id: "T-OTHER") { id } }'))).toEqual(['T-OTHER']);
    expect(idsIn(await centre(LOOK, { id: 'T-OWN-A' }))).toEqual(['T-OWN-A']);
    expect(idsIn(await police(LOOK, CASE_A, { id: 'T-OWN-A' }))).toEqual(['T-OWN-A']);
  });

  it('are not reached through a row that may be seen, nor by a name that points to them', async () => {
    const query =
      '{ detentionMediations(first: 200) { nodes { id mediationCase { id parties { name } } } } }';
    const { nodes } = (await centre(query)).body.data!['detentionMediations'] as { nodes: unknown[] };
    expect(nodes).toContainEqual({ id: 'D-LOOSE', mediationCase: null });
    expect(nodes).toContainEqual({
      id: 'D-T-OWN-A',
      mediationCase: { id: 'T-OWN-A', parties: [{ name: '张**' }] },
    });
  });

  it('are pointed at by nothing: whom to ask is told of rows of the own agency alone', async () => {
    const query = 'query Q($id: ID!) { roadSegment(id: $id) { roadAccidentCases { id } } }';
    const pointedAt = async (id: string): Promise<unknown> => {
      const { body } = await world.ask('transport', query, {
        purpose: 'EMERGENCY_RESPONSE',
        variables: { id },
      });
      return body.extensions.disclosure.flatMap((entry) => ('exists' in entry ? [entry.exists] : []));
    };
    expect([await pointedAt('G10-001'), await pointedAt('G111-001')]).toEqual([[false], [true]]);
  });

  it('are told of by no subscription, also when they are new', async () => {
    const query = 'subscription { disputeWarningChanged { id } }';
    const [narrow, wide] = [
      await world.follow('graphql-sse', 'analyst', query, {
        purpose: 'PUBLIC_SAFETY',
        caseReference: CASE_A,
      }),
      await world.follow('graphql-sse', 'justice', query, { purpose: 'MEDIATION' }),
    ];
    for (const [at, [, , key]] of PLANTED.toReversed().entries())
      await world.database.ingest.query(
        `insert into mediation.dispute_warning (id, model_id, model_version, score, factors, level, status, subject_ref, joint_units,
           pushed_at, case_keys, online_label)
         values ($1, 'm', '1', 90, '[]', 'RED', 'PUSHED', 'x', '{POLICE_STATION,JUDICIAL_OFFICE}', '2026-03-02T08:00:00+08:00', array[$2],
           'SENSITIVE')`,
        [`W-LIVE-${at}`, key],
      );
    const idsTold = ({ told }: typeof narrow): string[] =>
      told.flatMap(({ data }) => {
        const id = data?.['disputeWarningChanged']?.['id'];
        return typeof id === 'string' ? [id] : [];
      });
    await until(() => idsTold(wide).length === 3 && idsTold(narrow).length > 0);
    expect(idsTold(wide)).toEqual(['W-LIVE-0', 'W-LIVE-1', 'W-LIVE-2']);
    expect(idsTold(narrow)).toEqual(['W-LIVE-2']);
    expect(JSON.stringify(narrow.told)).not.toMatch(/W-LIVE-[01]/);
    narrow.stop();
    wide.stop();
  });

  it('F16 are found by no reference at the agency’s own door, which judges agency and case for itself', async () => {
    const query = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on MediationCase { id } } }';
    const r = PLANTED.map(([id]) => ({ __typename: 'MediationCase', id }));
    const found = async (ask: object): Promise<string[]> => {
      const { text } = await door.send(await door.sign(query, { r }, { ask }));
      return [...text.matchAll(/"id":"([^"]+)"/g)].map(([, id]) => id!);
    };
    const officer = { agency: 'AG-TRAFFIC-POLICE', role: 'analyst', purpose: 'PUBLIC_SAFETY' };
    expect(await found({ ...officer, caseReference: CASE_A })).toEqual(['T-OWN-A']);
    expect(await found({ ...officer, caseReference: CASE_B.normalize('NFKC') })).toEqual(['T-OWN-B']);
    expect(await found({ ...officer, caseReference: null })).toEqual([]);
    const held = {
      agency: 'AG-DETENTION-CENTRE',
      role: 'partner',
      purpose: 'MEDIATION',
      caseReference: null,
    };
    expect(await found(held)).toEqual(['T-OWN-A', 'T-OWN-B']);
    expect(await found({ ...held, agency: 'AG-JUSTICE-BUREAU' })).toEqual(['T-OWN-A', 'T-OWN-B', 'T-OTHER']);
  });

  it('F17 F22 stay apart under one document at the same time, case by case and agency by agency', async () => {
    const query = '{ detentionMediations(first: 200) { nodes { id } } }';
    const asks = [
      () => police(query, CASE_A),
      () => police(query, CASE_B),
      () => centre(query),
      () => mediator(query),
    ];
    const alone = [];
    for (const ask of asks) alone.push(idsIn(await ask()));
    expect(new Set(alone.map(String)).size).toBe(asks.length);
    for (let round = 0; round < 3; round += 1)
      expect(await Promise.all(asks.map(async (ask) => idsIn(await ask())))).toEqual(alone);
  });

  it('F13 are on no page after the cursor of another case', async () => {
    const page =
      'query P($after: String) { mediationCases(first: 1, after: $after) { nodes { id } pageInfo { endCursor } } }';
    const { body } = await police(page, CASE_A);
    const after = (body.data!['mediationCases'] as Page).pageInfo.endCursor;
    expect((await police(page, CASE_A, { after })).body.errors).toBeUndefined();
    expect((await police(page, CASE_B, { after })).body.errors?.[0]?.extensions['code']).toBe(
      'CURSOR_INVALID',
    );
  });

  it('are acted on by nobody: the refusal is that of an id that was never there', async () => {
    const screen = (id: string): Promise<Reply> =>
      centre(
        `mutation A($id: ID!, $key: ID!) {
          moveDetentionMediation(id: $id, to: SCREENED, version: 0, note: "Screened.", key: $key) { state } }`,
        { id, key: `row-ties-${id.toLowerCase()}-00000000` },
      );
    const [hidden, absent, own] = [
      await screen('D-T-OTHER'),
      await screen('D-T-NEVER'),
      await screen('D-T-OWN-A'),
    ];
    expect(own.body.data).toEqual({ moveDetentionMediation: { state: 'SCREENED' } });
    expect(hidden.body.errors?.map(({ extensions }) => extensions['code'])).toEqual(
      absent.body.errors?.map(({ extensions }) => extensions['code']),
    );
    expect(withoutNames(hidden.text)).toBe(withoutNames(absent.text));
    expect(hidden.body.data).toEqual({ moveDetentionMediation: null });
  });
});

interface Page {
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}
