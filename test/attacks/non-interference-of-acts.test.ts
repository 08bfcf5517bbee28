import * as fc from 'fast-check';
import { type LiveWorld, openLiveWorld, type Told } from '../flows/stream/live-world.ts';
import { type AgreementsCopy, copyAgreements } from '../world/copy-agreements.ts';
import type { Asker } from '../world/open-world.ts';
import { until } from '../world/until.ts';
import { BARE_SETTINGS, createBare, look, type Sight } from './non-interference/two-worlds.ts';
import { withoutNames } from './without-names.ts';

const SEED = Number(process.env['LUKOU_FUZZ_SEED'] ?? 20_260_301);
const UUID = '0192e4a0-0000-7000-8000-00000000000';

// What is to be hidden beyond what the shipped agreements hide: warnings of other divisions, and the state of cases.
const NARROWER = {
  'justice-bureau-to-traffic-police-public-safety.yaml': (text: string) =>
    text.replace(
      'DisputeWarning: all',
      'DisputeWarning: [{ leftOperand: spatial, operator: isAnyOf, rightOperand: ["150724"] }]',
    ),
  'justice-bureau-own.yaml': (text: string) => text.replace('      - MediationCase.status\n', ''),
};

// What there is to be done.
const OPEN = `update mediation.dispute_warning set status = 'SCORED' where id = 'x1'`;

// Rows that are there in one database alone, and hidden states that differ.
const HIDDEN = `
  insert into mediation.dispute_warning (id, division_code, level, pushed_at, model_id, model_version, score, factors, status,
    subject_ref, joint_units, online_label)
  select id, '150421', 'RED', '2026-01-10T13:00:00+08:00', 'mo', '1', 6, '[]', 'PUSHED', 'ref', '{POLICE_STATION}', 'SENSITIVE'
    from unnest('{h-warning,h-other}'::text[]) id;
  insert into checkpoint.violation (id, division_code, violation_time, violation_code, status, segment_id, online_label)
  values ('h-violation', '150724', '2026-01-31T08:00:00+08:00', '1303', 'REVIEWED', 's1', 'RESTRICTED');
  update mediation.mediation_case set status = case id when 'm1' then 'MEDIATING' when 'm2' then 'AGREED' else 'BREACHED' end;
  insert into oversight.sharing_application (id, applicant, provider, resource, purpose, legal_basis, opened_at, opened_by, request_id,
    online_label)
  values ('${UUID}1', 'AG-TRAFFIC-POLICE', 'AG-JUSTICE-BUREAU', 'Numbers.', 'ROAD_SAFETY', 'The law.', '2026-03-01T09:00:00+08:00',
    'p1_somebody', 'request-1', 'INTERNAL');
  insert into oversight.guard_incident (id, detected_at, gate, rule, owners, actor, request_id)
  values ('${UUID}2', '2026-03-01T09:00:00+08:00', 'INGEST', 'hidden', '{AG-JUSTICE-BUREAU}', 'p1_somebody', 'request-1');
  insert into oversight.guard_incident_step (incident_id, ordinal, state, taken_at, actor)
  values ('${UUID}2', 1, 'DETECTED', '2026-03-01T09:00:00+08:00', 'gate'), ('${UUID}2', 2, 'BLOCKED', '2026-03-01T09:00:00+08:00', 'gate');
  insert into oversight.break_glass_use (id, opened_at, session_ends_at, due_at, owner, agency, role, principal, agreement, reason,
    purpose, case_reference)
  values ('${UUID}3', '2026-03-01T09:00:00+08:00', '2026-03-01T09:15:00+08:00', '2026-03-04T09:00:00+08:00', 'AG-TRAFFIC-POLICE',
    'AG-TRAFFIC-POLICE', 'analyst', 'p1_somebody', 'urn:agr:x@1', 'DISASTER', 'PUBLIC_SAFETY', 'A-2026-0107')`;

interface Acting {
  readonly asker: Asker;
  readonly purpose: string;
  readonly mutation: string;
  readonly ids: readonly string[];
  readonly to: readonly string[];
}

const CASE_STEPS = ['REGISTERED', 'PERFORMED', 'CONFIRMED', 'ARCHIVED'];
const WARNING_STEPS = ['PUSHED', 'RECEIVED', 'SUPERVISED', 'CLOSED'];
const ACTS: readonly Acting[] = [
  {
    asker: 'analyst',
    purpose: 'PUBLIC_SAFETY',
    mutation: 'moveDisputeWarning',
    ids: ['x1', 'x2', 'h-warning', 'none'],
    to: WARNING_STEPS,
  },
  {
    asker: 'analyst',
    purpose: 'ROAD_SAFETY',
    mutation: 'moveViolation',
    ids: ['h-violation', 'none'],
    to: ['ENTERED', 'CANCELLED', 'QUERYABLE'],
  },
  // Whoever may not read the state of a case: steps that are refused wherever it stands.
  {
    asker: 'justice',
    purpose: 'MEDIATION',
    mutation: 'moveMediationCase',
    ids: ['m1', 'm2', 'm3'],
    to: CASE_STEPS,
  },
  {
    asker: 'transport',
    purpose: 'OVERSIGHT',
    mutation: 'moveSharingApplication',
    ids: [`${UUID}1`, `${UUID}9`, 'none'],
    to: ['SUBMITTED', 'APPROVED'],
  },
  {
    asker: 'steward',
    purpose: 'OVERSIGHT',
    mutation: 'judgeIncident',
    ids: [`${UUID}2`, `${UUID}9`, 'none'],
    to: ['REPORTED', 'CLOSED'],
  },
  {
    asker: 'justice-steward',
    purpose: 'OVERSIGHT',
    mutation: 'reviewBreakGlass',
    ids: [`${UUID}3`, `${UUID}9`, 'none'],
    to: ['JUSTIFIED'],
  },
  // Whom no agreement lets act.
  {
    asker: 'detention',
    purpose: 'MEDIATION',
    mutation: 'moveMediationCase',
    ids: ['m1', 'none'],
    to: CASE_STEPS,
  },
  {
    asker: 'transport',
    purpose: 'ROAD_SAFETY',
    mutation: 'moveViolation',
    ids: ['h-violation'],
    to: ['ENTERED'],
  },
  {
    asker: 'public',
    purpose: 'PUBLIC_SAFETY',
    mutation: 'moveDisputeWarning',
    ids: ['x1', 'h-warning'],
    to: WARNING_STEPS,
  },
];

const ACT = fc.constantFrom(...ACTS).chain((acting) =>
  fc.record({
    acting: fc.constant(acting),
    id: fc.constantFrom(...acting.ids),
    to: fc.constantFrom(...acting.to),
    version: fc.constantFrom(0, 0, 0, 1, 7),
    note: fc.constantFrom('As the file says.', 'As the file says.', ' '),
  }),
);

const DONE = { acting: ACTS[0]!, id: 'x1', to: 'PUSHED', version: 0, note: 'As the file says.' };

const STREAMS = {
  alarms:
    'subscription ($after: Int) { alarmRaised(afterNumber: $after) { kind owner agency reason raisedAt } }',
  roads: `subscription ($after: Int) { roadEventChanged(afterNumber: $after) {
    id status eventKind divisionCode deaths informationStatus vehicleImpact roadAccidentCases { id status facts } } }`,
};

describe('Two databases that differ only in what is hidden', () => {
  let agreements: AgreementsCopy;
  let bare: LiveWorld;
  let secret: LiveWorld;
  let keys = 0;
  beforeAll(async () => {
    agreements = await copyAgreements(NARROWER);
    const settings = { ...BARE_SETTINGS, LUKOU_AGREEMENTS: agreements.folder };
    bare = await openLiveWorld(settings, { database: await createBare(OPEN) });
    secret = await openLiveWorld(settings, { database: await createBare(`${OPEN};${HIDDEN}`) });
  }, 120_000);
  afterAll(async () => {
    await Promise.all([bare.close(), secret.close()]);
    await agreements[Symbol.asyncDispose]();
  });

  async function act(
    { asker, purpose, mutation }: Pick<Acting, 'asker' | 'purpose' | 'mutation'>,
    { id, to, version, note }: { id: string; to: string; version: number; note: string },
  ): Promise<[Sight, Sight]> {
    const key = `act-of-this-test-${(keys += 1)}`;
    const isReview = mutation === 'reviewBreakGlass';
    const how = isReview ? `verdict: ${to}` : `to: ${to}, version: ${version}`;
    const query = `mutation { ${mutation}(id: "${id}", ${how}, note: "${note}", key: "${key}") { id state version log } }`;
    const options = asker === 'public' ? {} : { purpose };
    const [{ reply: _one, ...one }, { reply: _other, ...other }] = [
      await look(bare, asker, query, options),
      await look(secret, asker, query, options),
    ];
    return [one, other];
  }

  it('answer every act by the same bytes, on what is hidden as on what is not there', async () => {
    const codes = new Set<string>();
    await fc.assert(
      fc.asyncProperty(ACT, async ({ acting, ...asked }) => {
        const [one, other] = await act(acting, asked);
        expect({ ...acting, ...asked, ...other }).toEqual({ ...acting, ...asked, ...one });
        codes.add(/"code":"(\w+)"/.exec(one.text)?.[1] ?? 'done');
        // What is hidden and what is not there are told in one way.
        if (!asked.id.startsWith('h-')) return;
        const [absent] = await act(acting, { ...asked, id: 'h-absent' });
        expect(absent).toEqual(one);
      }),
      { numRuns: 50, seed: SEED, examples: [[DONE]] },
    );
    for (const code of [
      'done',
      'ACT_ITEM_UNKNOWN',
      'ACT_STEP_REFUSED',
      'ACT_STALE',
      'UNAUTHORIZED_FIELD_OR_TYPE',
    ])
      expect(codes).toContain(code);
  }, 60_000);

  it('answer otherwise to whoever may see what is hidden there: the control', async () => {
    const note = 'As the file says.';
    const warning = { id: 'h-other', to: 'CLOSED', version: 0, note };
    const ofUnit = { asker: 'justice', purpose: 'MEDIATION', mutation: 'moveDisputeWarning' } as const;
    const ofOwner = { asker: 'justice-steward', purpose: 'OVERSIGHT', mutation: 'judgeIncident' } as const;
    for (const [acting, asked] of [
      [ofUnit, warning],
      [ofOwner, { id: `${UUID}2`, to: 'CLOSED', version: 2, note }],
    ] as const) {
      const [one, other] = await act(acting, asked);
      expect(other.text).not.toBe(one.text);
      expect(other.text).toMatch(/"allowed":\[/);
    }
  });

  it('tell the same events by the same numbers, and end alike', async () => {
    const followed = await Promise.all(
      [bare, secret].map(async (world) => {
        const streams = [
          await world.follow('graphql-ws', 'steward', STREAMS.alarms, { purpose: 'OVERSIGHT' }),
          await world.follow('graphql-sse', 'justice', STREAMS.roads, { purpose: 'STATISTICS' }),
        ];
        for (const [at, owner] of ['AG-TRAFFIC-POLICE', 'AG-JUSTICE-BUREAU', 'AG-TRAFFIC-POLICE'].entries()) {
          // Another agency's alarms: one where everything is in the open, and many where it is hidden.
          const isHidden = owner !== 'AG-TRAFFIC-POLICE';
          if (!isHidden || world === secret)
            for (let times = 0; times < (isHidden ? 5 : 1); times += 1) await world.raiseAlarm(owner);
          await world.reportRoadEvent(`live-${at}`, {
            information_status: world === secret ? 'TEST' : 'REAL',
          });
        }
        await until(() => streams.every(({ told }) => told.length >= (told === streams[0]!.told ? 2 : 3)));
        // A number that only others have had by now is none.
        const forgotten = await world.follow('graphql-sse', 'steward', STREAMS.alarms, {
          purpose: 'OVERSIGHT',
          variables: { after: 4 },
        });
        await forgotten.ended;
        for (const { stop } of streams) stop();
        return [...streams, forgotten].map(({ told }) => toldAs(told));
      }),
    );
    expect(followed[1]).toEqual(followed[0]);
    const [alarms, roads, forgotten] = followed[0]!;
    expect([alarms!.length, roads!.length]).toEqual([2, 3]);
    expect(forgotten).toEqual([expect.stringContaining('EVENTS_FORGOTTEN')]);
  }, 60_000);

  it('tell more to the keeper of the log: the control', async () => {
    const counts = await Promise.all(
      [bare, secret].map(async (world) => {
        const options = { purpose: 'OVERSIGHT', variables: { after: 0 } };
        const { told, stop } = await world.follow('graphql-sse', 'auditor', STREAMS.alarms, options);
        await until(() => told.length >= (world === secret ? 8 : 3));
        stop();
        return told.length;
      }),
    );
    expect(counts).toEqual([3, 8]);
  }, 60_000);
});

/** What a subscriber sees of each answer, but for the receipt. */
const toldAs = (told: readonly Told[]): string[] => told.map((each) => withoutNames(JSON.stringify(each)));
