import { composeServices, transformSupergraphToPublicSchema } from '@theguild/federation-composition';
import { buildASTSchema, parse, printSchema, type GraphQLSchema } from 'graphql';
import {
  bindGrant,
  buildCatalogue,
  checkSchema,
  compilePolicy,
  listMatrix,
  readAgreement,
  stripClassified,
  viewSchema,
  type Grant,
} from '../../../src/agreement/index.ts';
import { judgeImpact, replayRecord } from '../../../src/audit/index.ts';
import { draft, permit, permitWith, smallSchema, STATISTICS, type Draft } from './fixture.ts';

const schema = (edit: (sdl: string) => string = (sdl) => sdl) =>
  smallSchema((sdl) => (sdl.includes('AG-ROADS') ? edit(sdl + STATISTICS) : sdl));
const catalogue = buildCatalogue(schema());

const K10 = { aggregate: { k: 10, roundTo: 5 } };
const summed = (id: string, action: string | string[], ...target: string[]): Draft =>
  permitWith(K10, id, action, ...target);
const TABLE = summed('t1', 'aggregate', 'Query.passageTable', 'Passage.at');
const ROWS = { Camera: 'all', Passage: 'all' };

function grantOf(permission: Draft[], more: Draft = {}): Grant {
  const agreement = readAgreement(draft({ rows: ROWS, permission, ...more }), 'table.yaml');
  const policy = compilePolicy([agreement], catalogue);
  const ask = { agency: 'AG-POLICE', role: 'partner', purpose: 'ROAD_SAFETY', caseReference: null } as const;
  return bindGrant(policy, ask, Date.parse('2026-03-01T00:00:00+08:00'));
}

describe('a statistic', () => {
  it('is denied where no clause opens it, and so are its groups and measures', () => {
    const grant = grantOf([
      permit('p1', 'read', 'Camera.id', 'Passage.camera', 'Passage.speed', 'Passage.plate'),
    ]);
    expect(grant.decide('Query.passageTable').code).toBe('NOT_GRANTED');
    expect(grant.decide('Camera.passageCount').code).toBe('NOT_GRANTED');
    for (const field of ['Passage.camera', 'Passage.speed', 'Passage.plate', 'Passage.at']) {
      expect(grant.decideUse('group', field).kind).toBe('deny');
      expect(grant.decideUse('aggregate', field).kind).toBe('deny');
    }
  });

  it('is opened by the action aggregate, with its k and its rounding', () => {
    const grant = grantOf([TABLE]);
    expect(grant.decide('Query.passageTable')).toMatchObject({
      kind: 'allow',
      code: 'AGGREGATED',
      rule: 'urn:agr:test:roads-police:1@1#t1',
      statistic: { k: 10, roundTo: 5 },
    });
    expect(grant.decide('Passage.at').kind).toBe('deny');
    expect(grant.decideUse('aggregate', 'Passage.at').statistic).toEqual({ k: 10, roundTo: 5 });
  });

  it('may be told exactly where the schema lets it, by the action read alone', () => {
    const grant = grantOf([permit('p1', 'read', 'Camera.id', 'Camera.passageCount')]);
    expect(grant.decide('Camera.passageCount')).toMatchObject({ kind: 'allow', code: 'GRANTED' });
    expect(grant.decide('Camera.passageCount').statistic).toBeUndefined();
  });

  it('asks for a case where its clause does', () => {
    const clause = { ...TABLE, requires: { caseReference: true } };
    expect(grantOf([clause]).decide('Query.passageTable').code).toBe('CASE_REQUIRED');
  });

  it.each(['read', 'aggregate'])('is closed by a prohibition to %s it', (action) => {
    const count = summed('p2', 'aggregate', 'Camera.passageCount');
    const permission = [permit('p1', 'read', 'Camera.id'), count];
    expect(grantOf(permission).decide('Camera.passageCount').code).toBe('AGGREGATED');
    const closed = grantOf(permission, { prohibition: [permit('x1', action, 'Camera.passageCount')] });
    expect(closed.decide('Camera.passageCount').code).toBe('PROHIBITED');
  });

  it('stands in matrices as what it is, and in the schema of who may ask it with what they may ask', () => {
    const permission = [TABLE, summed('p2', ['group', 'aggregate'], 'Passage.camera')];
    const agreement = readAgreement(draft({ rows: ROWS, permission }), 'table.yaml');
    const { rows } = listMatrix(
      compilePolicy([agreement], catalogue),
      Date.parse('2026-03-01T00:00:00+08:00'),
    );
    const cells = new Map(rows.map((row) => [row.coordinate, row.cells]));
    expect(cells.get('Query.passageTable')).toEqual(['statistic:10/5 +aggregate:10/5']);
    expect(cells.get('Passage.camera')).toEqual(['- +group +aggregate:10/5']);
    const view = printSchema(viewSchema(readPublicSchema(), catalogue, grantOf(permission)));
    expect(view).toContain('CAMERA');
    expect(view).not.toMatch(/SPEED|PLATE|PassageMeasure/);
  });

  it('is replayed from its record: what was shown, and what was summed up', () => {
    const agreement = readAgreement(draft({ rows: ROWS, permission: [TABLE] }), 'table.yaml');
    const rule = 'urn:agr:test:roads-police:1@1#t1';
    const recorded = {
      seq: 1,
      time: '2026-03-01T00:00:00+08:00',
      actor: { agency: 'AG-POLICE', role: 'partner' },
      purpose: { code: 'ROAD_SAFETY', caseRef: null },
      policyDigest: 'any',
      grantDigest: 'any',
      fields: [
        ['Query.passageTable', 'statistic:10/5', rule],
        ['Passage.at', 'aggregate:statistic:10/5', rule],
        ['Passage.camera', 'group:deny:NOT_GRANTED', 'default'],
      ] as [string, string, string][],
    };
    const { decisions } = replayRecord(recorded, compilePolicy([agreement], catalogue));
    expect(decisions.map((one) => [one.coordinate, one.replayed, one.replayedRule])).toEqual(recorded.fields);
  });

  it('is less than the exact number: a draft that opens it instead takes something away', async () => {
    const permission = [permit('p1', 'read', 'Camera.id'), summed('p2', 'aggregate', 'Camera.passageCount')];
    const trial = readAgreement(draft({ rows: ROWS, permission }), 'draft.yaml');
    const record = (decision: string) => ({
      seq: 1,
      time: '2026-03-01T00:00:00+08:00',
      actor: { agency: 'AG-POLICE', role: 'partner' },
      purpose: { code: 'ROAD_SAFETY', caseRef: null },
      policyDigest: null,
      grantDigest: null,
      fields: [['Camera.passageCount', decision, 'any']] as [string, string, string][],
    });
    const kindOf = async (before: string): Promise<unknown> => {
      const records = ReadableStream.from([record(before)]);
      const { impacts } = await judgeImpact(records, compilePolicy([trial], catalogue), 0, []);
      return impacts[0]?.kind;
    };
    expect(await kindOf('allow')).toBe('newly masked');
    expect(await kindOf('statistic:20/5')).toBe('masked otherwise');
    expect(await kindOf('statistic:10/5')).toBeUndefined();
  });

  it('is tested by the file itself', () => {
    const asking = { caller: { role: 'partner', purpose: 'ROAD_SAFETY' } };
    const test =
      (question: Draft): (() => Grant) =>
      () =>
        grantOf([TABLE], { tests: [{ ...asking, ...question }] });
    expect(test({ read: 'Query.passageTable', expect: 'statistic:10/5' })).not.toThrow();
    expect(test({ aggregate: 'Passage.at', expect: 'statistic:10/5' })).not.toThrow();
    expect(test({ group: 'Passage.speed', expect: 'deny:NOT_GRANTED' })).not.toThrow();
    expect(test({ read: 'Query.passageTable', expect: 'allow' })).toThrow(/and is statistic:10\/5/);
  });
});

describe('F9 a masked or denied field', () => {
  const MASKED = permitWith({ mask: { fn: 'plate.region' } }, 'p1', 'read', 'Passage.plate');

  it('is no group where it is masked, whatever else the agreement says', () => {
    expect(() => grantOf([TABLE, MASKED, permit('p2', 'group', 'Passage.plate')])).toThrow(
      /a masked field is no group/,
    );
    expect(() => grantOf([TABLE, MASKED, summed('p2', ['group', 'aggregate'], 'Passage.plate')])).toThrow(
      /p2: to group by Passage\.plate, let it be read in clear, or not at all/,
    );
  });

  it('is no group where it is hidden, unless it is agreed to be summed up by', () => {
    expect(() => grantOf([TABLE, permit('p2', 'group', 'Passage.speed')])).toThrow(
      /to group by Passage\.speed/,
    );
    const grant = grantOf([TABLE, summed('p2', ['group', 'aggregate'], 'Passage.speed')]);
    expect(grant.decideUse('group', 'Passage.speed').kind).toBe('allow');
    expect(grant.decide('Passage.speed').kind).toBe('deny');
  });

  it('is no group without the case that reading it asks for', () => {
    const withCase = { requires: { caseReference: true } };
    const read = permitWith(withCase, 'p2', 'read', 'Passage.speed');
    const grant = grantOf([{ ...TABLE, ...withCase }, read, permit('p3', 'group', 'Passage.speed')]);
    expect(grant.decideUse('group', 'Passage.speed').code).toBe('CASE_REQUIRED');
  });

  it('is no measure, unless the agreement says so with a k: then it is counted and not shown', () => {
    expect(grantOf([TABLE, MASKED]).decideUse('aggregate', 'Passage.plate').kind).toBe('deny');
    const grant = grantOf([TABLE, MASKED, summed('p2', 'aggregate', 'Passage.plate')]);
    expect(grant.decideUse('aggregate', 'Passage.plate').statistic).toEqual({ k: 10, roundTo: 5 });
    expect(grant.decide('Passage.plate').kind).toBe('mask');
  });

  it('is neither where it is prohibited', () => {
    const permission = [TABLE, summed('p2', ['group', 'aggregate'], 'Passage.speed')];
    const grant = grantOf(permission, { prohibition: [permit('x1', 'read', 'Passage.speed')] });
    expect(grant.decideUse('group', 'Passage.speed').code).toBe('PROHIBITED');
    expect(grant.decideUse('aggregate', 'Passage.speed').code).toBe('PROHIBITED');
  });
});

describe('an agreement', () => {
  it.each<[string, Draft[], RegExp]>([
    [
      'opens a table exactly',
      [permit('p1', 'read', 'Query.passageTable')],
      /told of groups of at least k only/,
    ],
    [
      'sums up what no statistic sums up',
      [TABLE, summed('p2', 'aggregate', 'Road.name')],
      /Road\.name is no statistic/,
    ],
    [
      'groups by what no statistic groups by',
      [TABLE, permit('p2', ['read', 'group'], 'Road.name')],
      /no statistic groups/,
    ],
    [
      'tells of the same rows once rounded and once exactly',
      [TABLE, permit('p2', 'read', 'Camera.id', 'Camera.passageCount')],
      /p2: Camera\.passageCount would tell exactly what the agreement lets be told of groups only/,
    ],
    [
      'tells of groups of rows, and when the last one of them was',
      [TABLE, permit('p2', 'read', 'Camera.id', 'Camera.lastAt')],
      /p2: Camera\.lastAt would tell exactly what the agreement lets be told of groups only: leave it out/,
    ],
  ])('that %s is refused', (_, permission, message) => {
    expect(() => grantOf(permission)).toThrow(message);
  });

  it.each<[string, Draft[]]>([
    [
      'grouping',
      [{ ...summed('p2', ['group', 'aggregate'], 'Passage.camera'), requires: { caseReference: true } }],
    ],
    [
      'reading what is grouped by',
      [
        permitWith({ requires: { caseReference: true } }, 'p2', 'read', 'Passage.camera'),
        permit('p3', 'group', 'Passage.camera'),
      ],
    ],
  ])(
    'that asks for a case for %s alone is refused: two answers would tell of single rows',
    (_, permission) => {
      expect(() => grantOf([TABLE, ...permission])).toThrow(
        /grouped by Passage\.camera with a case only, and numbers are told without one/,
      );
      const clause = { ...TABLE, requires: { caseReference: true } };
      expect(() => grantOf([clause, ...permission])).not.toThrow();
    },
  );

  it('opens no table by a wildcard: it is named with its k', () => {
    const grant = grantOf([permit('p1', 'read', 'Query.*', 'Road.*')]);
    expect(grant.decide('Query.roads').kind).toBe('allow');
    expect(grant.decide('Query.passageTable').code).toBe('NOT_GRANTED');
  });

  it('that names no rows is refused', () => {
    expect(() => grantOf([TABLE], { rows: {} })).toThrow(/say which rows of Passage are open/);
  });
});

describe('a schema', () => {
  const problemsAfter = (find: string, replacement: string): string[] =>
    checkSchema(schema((sdl) => sdl.replace(find, replacement))).map(({ place, rule }) => `${place} ${rule}`);

  it('that obeys every rule has no problem', () => {
    expect(problemsAfter('', '')).toEqual([]);
  });

  it('says of which rows a statistic is', () => {
    expect(
      problemsAfter('@derivedFrom(types: ["Passage"]) @statistic(exact: false)', '@statistic(exact: false)'),
    ).toEqual(['Query.passageTable every-statistic-has-its-rows']);
  });

  it('backs every group with GROUP and every measure with AGGREGATE', () => {
    expect(problemsAfter('CAMERA @backs(field: "Passage.camera", as: GROUP)', 'CAMERA')).toEqual([
      'PassageGroup.CAMERA every-input-is-backed',
    ]);
    expect(problemsAfter('"Passage.camera", as: GROUP', '"Passage.camera", as: FILTER')).toEqual([
      'PassageGroup.CAMERA every-input-is-backed',
    ]);
    expect(problemsAfter('VEHICLES @backs(field: "Passage.plate", as: AGGREGATE)', 'VEHICLES')).toEqual([
      'PassageMeasure.VEHICLES every-input-is-backed',
    ]);
  });

  it('lets nothing but a statistic be narrowed by AGGREGATE: elsewhere it would be a filter', () => {
    expect(
      problemsAfter(
        'plate: PlateNo @backs(field: "Passage.plate", as: MATCH)',
        'plate: PlateNo @backs(field: "Passage.plate", as: AGGREGATE)',
      ),
    ).toEqual(['Road.passed(plate:) every-input-is-backed']);
  });

  it('takes no statistic of a foreign agency', () => {
    const foreign = schema().map((one) => ({ ...one, kind: 'foreign' as const }));
    const found = checkSchema(foreign).filter(({ rule }) => rule === 'every-statistic-has-its-rows');
    expect(found.map(({ place }) => place).toSorted()).toEqual(['Camera.passageCount', 'Query.passageTable']);
  });
});

/** The schema of all agencies, as clients see it. */
function readPublicSchema(): GraphQLSchema {
  const parts = schema().map(({ name, document }) => ({ name, typeDefs: stripClassified(document) }));
  const { supergraphSdl = '' } = composeServices(parts);
  return buildASTSchema(transformSupergraphToPublicSchema(parse(supergraphSdl)), { assumeValidSDL: true });
}
