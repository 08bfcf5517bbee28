import { buildSchema } from 'graphql';
import {
  askOf,
  bindGrant,
  compilePolicy,
  listClasses,
  requireCatalogue,
  hideInvisible,
  listMatrix,
  listSharedFields,
  viewSchema,
  type Ask,
} from '../../../src/agreement/index.ts';
import { compile, complaintOf, draft, MID_2026, permit, permitWith, smallCatalogue } from './fixture.ts';
import { shippedAgreements, shippedSchema } from './shipped-files.ts';

const ROAD = permit('p1', 'read', 'Query.roads', 'Road.id', 'Road.name');
const ACT = permit('p2', 'act', 'Mutation.closeRoad');
const POLICE: Ask = { agency: 'AG-POLICE', role: 'partner', purpose: 'ROAD_SAFETY', caseReference: null };
const ACTED = { kind: 'allow', mask: null, rule: 'urn:agr:test:roads-police:1@1#p2', code: 'GRANTED' };

const SDL = `type Query { roads: Int } type Mutation { closeRoad(id: ID!, note: String!): RoadClosing }
  type RoadClosing { closedAt: String! }`;

const decide = (changes: Record<string, unknown>, ask: Ask = POLICE) =>
  bindGrant(compile(draft(changes)), ask, MID_2026).decide('Mutation.closeRoad');

describe('An act', () => {
  it('is granted by the action act, and by no other', () => {
    expect(decide({ permission: [ROAD, ACT] })).toMatchObject(ACTED);
    expect(decide({ permission: [ROAD] })).toMatchObject({ kind: 'deny', code: 'NOT_GRANTED' });
    expect(complaintOf(draft({ permission: [permit('p1', 'read', 'Mutation.closeRoad')] }))).toMatch(
      /changes something: grant it by the action act/,
    );
    expect(complaintOf(draft({ permission: [ROAD, permit('p2', 'act', 'Road.keeper')] }))).toMatch(
      /Road.keeper changes nothing/,
    );
  });

  it('is bound to purpose and case like reading', () => {
    expect(decide({ permission: [ROAD, ACT] }, { ...POLICE, purpose: 'STATISTICS' })).toMatchObject({
      kind: 'deny',
      code: 'PURPOSE_NOT_GRANTED',
    });
    const needsCase = permitWith({ requires: { caseReference: true } }, 'p2', 'act', 'Mutation.closeRoad');
    expect(decide({ permission: [ROAD, needsCase] })).toMatchObject({ kind: 'deny', code: 'CASE_REQUIRED' });
    expect(decide({ permission: [ROAD, needsCase] }, { ...POLICE, caseReference: 'A-1' })).toMatchObject(
      ACTED,
    );
  });

  it('is taken away by a prohibition of reading, or of acting', () => {
    for (const action of ['read', 'act'])
      expect(
        decide({
          permission: [ROAD, ACT],
          prohibition: [{ id: 'x1', action, target: 'Mutation.closeRoad' }],
        }),
      ).toMatchObject({ kind: 'deny', code: 'PROHIBITED' });
  });

  it.each<[string, RegExp, Record<string, unknown>]>([
    ['with another action', /act goes alone/, { permission: [{ ...ACT, action: ['act', 'read'] }] }],
    ['with a mask', /act goes alone/, { permission: [{ ...ACT, mask: { fn: 'redact' } }] }],
    ['of whatever may come', /name the acts one by one/, { permission: [{ ...ACT, target: 'Mutation.*' }] }],
    [
      'through a broken glass',
      /nobody acts through a broken glass/,
      { permission: [ACT], breakGlass: { reasons: ['LIFE_AT_RISK'], sessionMinutes: 15 } },
    ],
  ])('is not granted %s', (_how, complaint, changes) => {
    expect(complaintOf(draft(changes))).toMatch(complaint);
  });

  it('is in the matrix, in the list of what is shared, and in the agreement’s own tests', () => {
    const test = {
      caller: { role: 'partner', purpose: 'ROAD_SAFETY' },
      act: 'Mutation.closeRoad',
      expect: 'allow',
    };
    const policy = compile(draft({ permission: [ROAD, ACT], tests: [test] }));
    const row = listMatrix(policy, MID_2026).rows.find(
      ({ coordinate }) => coordinate === 'Mutation.closeRoad',
    );
    expect(row?.cells).toEqual(['act']);
    const [shared] = listSharedFields(policy, new Set(policy.agreements));
    expect(shared?.fields).toContainEqual({
      coordinate: 'Mutation.closeRoad',
      decision: 'allow',
      mask: null,
      rule: ACTED.rule,
    });
    expect(complaintOf(draft({ permission: [ROAD], tests: [test] }))).toMatch(
      /act Mutation.closeRoad expects allow, and is deny:NOT_GRANTED/,
    );
  });

  it('can be one that nobody hears of who may not do it', () => {
    const hidden = { id: 'x1', action: 'act', target: 'Mutation.closeRoad', invisible: true };
    const grant = bindGrant(compile(draft({ permission: [ROAD], prohibition: [hidden] })), POLICE, MID_2026);
    expect(grant.decide('Mutation.closeRoad')).toMatchObject({ kind: 'deny', code: 'INVISIBLE' });
    const known = hideInvisible(buildSchema(SDL), smallCatalogue, grant);
    expect(known.getMutationType()).toBeUndefined();
    // Positive control: what is merely denied is known.
    const denied = bindGrant(compile(draft({ permission: [ROAD] })), POLICE, MID_2026);
    expect(hideInvisible(buildSchema(SDL), smallCatalogue, denied).getMutationType()).toBeDefined();
  });

  it('is on the schema of whoever may do it, and on no other', () => {
    const schema = buildSchema(SDL);
    const typesFor = (permission: unknown[]) => {
      const grant = bindGrant(compile(draft({ permission })), POLICE, MID_2026);
      return Object.keys(viewSchema(schema, smallCatalogue, grant).getTypeMap());
    };
    expect(typesFor([ROAD, ACT])).toEqual(expect.arrayContaining(['Mutation', 'RoadClosing']));
    expect(typesFor([ROAD])).not.toContain('Mutation');
    expect(typesFor([ROAD])).not.toContain('RoadClosing');
  });
});

describe('A history of states', () => {
  it('is shown to nobody who may not see the state in clear', () => {
    const policy = compilePolicy(shippedAgreements(), requireCatalogue(shippedSchema()));
    const grants = listClasses(policy).map((found) => bindGrant(policy, askOf(found), MID_2026));
    const histories = policy.catalogue.coordinates.filter(({ namedType }) => namedType.endsWith('LoopStep'));
    const shown = histories.flatMap(({ name, typeName }) =>
      grants
        .filter((grant) => grant.decide(name).kind !== 'deny')
        .map((grant) => grant.decide(`${typeName}.status`).kind),
    );
    expect(histories.map(({ typeName }) => typeName)).toEqual([
      'DetentionMediation',
      'DisputeWarning',
      'MediationCase',
      'RoadEvent',
      'SharingApplication',
      'Violation',
    ]);
    expect(new Set(shown)).toEqual(new Set(['allow']));
  });
});
