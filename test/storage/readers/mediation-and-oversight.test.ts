import { createTestDatabase, type TestDatabase } from '../../postgres/database.ts';
import { openReaders, type OpenReaders } from './open-readers.ts';
import { EVERYTHING, insertSample, JANUARY, scopeOf } from './sample.ts';

let database: TestDatabase;
let readers: OpenReaders;

beforeAll(async () => {
  database = await createTestDatabase();
  await insertSample(database);
});
beforeEach(() => {
  readers = openReaders(database, EVERYTHING);
});
afterEach(() => readers.close());
afterAll(() => database.drop());

describe('mediation cases', () => {
  it('are counted by division at every level, of one kind or of all', async () => {
    const { mediation } = readers;
    const year = { from: '2025-01-01T00:00:00+08:00', to: '2027-01-01T00:00:00+08:00' };
    expect(await mediation.mediationCount('150724', JANUARY)).toBe(1);
    expect(await mediation.mediationCount('150700', JANUARY)).toBe(2);
    expect(await mediation.mediationCount('150700', JANUARY, 'ROAD_ACCIDENT')).toBe(1);
    expect(await mediation.mediationCount('150000', year)).toBe(3);
    expect(await mediation.mediationCount('150900', JANUARY)).toBe(0);
  });

  it('are listed newest first, those not accepted yet before all', async () => {
    const page = await readers.mediation.mediationCases({ first: 20 });
    expect(page.nodes.map(({ id }) => id)).toEqual(['m2', 'm3', 'm1', 'm4']);
    const january = await readers.mediation.mediationCases({ first: 20, filter: { during: JANUARY } });
    expect(january.nodes.map(({ id }) => id)).toEqual(['m3', 'm1']);
  });

  it('about road accidents are found by segment and by event', async () => {
    const { mediation } = readers;
    expect((await mediation.segmentCases('s1', 20)).map(({ id }) => id)).toEqual(['m2', 'm1']);
    expect((await mediation.segmentCases('s1', 1)).map(({ id }) => id)).toEqual(['m2']);
    expect((await mediation.eventCases('e1', 20)).map(({ id }) => id)).toEqual(['m2', 'm1']);
    expect(await mediation.eventCases('e2', 20)).toEqual([]);
  });

  it('bring their parties in order, and nobody to whom the scope does not lead', async () => {
    expect((await readers.mediation.parties('m1')).map(({ name }) => name)).toEqual(['张三', '李四']);
    expect(await readers.mediation.followUps('m1')).toHaveLength(1);
    const narrow = openReaders(database, scopeOf(['1504']));
    try {
      expect(await narrow.mediation.parties('m1')).toEqual([]);
      expect(await narrow.mediation.parties('m4')).toHaveLength(1);
      expect(await narrow.mediation.followUps('m1')).toEqual([]);
    } finally {
      await narrow.close();
    }
  });

  it('have an age from their acceptance; those not accepted yet are never too old', async () => {
    const recent = openReaders(database, scopeOf([''], { notBefore: '2026-01-10T10:00:00+08:00' }));
    try {
      const page = await recent.mediation.mediationCases({ first: 20 });
      expect(page.nodes.map(({ id }) => id)).toEqual(['m2', 'm3']);
    } finally {
      await recent.close();
    }
  });
});

describe('the disclosure log', () => {
  it('opens a record from its leaf', async () => {
    const record = await readers.oversight.disclosureRecord('gateway', 0);
    expect(record).toMatchObject({ index: 0, agency: 'AG-TRAFFIC-POLICE', resultSha256: 'ab'.repeat(32) });
    expect(record?.fields).toEqual([
      { coordinate: 'CheckpointPassage.plateNo', decision: 'mask:plate.region', rule: 'urn:agr:x@3#p2' },
    ]);
    expect(JSON.parse(record?.leaf ?? '')).toMatchObject({ v: 1 });
    expect(await readers.oversight.disclosureRecord('gateway', 99)).toBeNull();
  });

  it.each<[string, object, number[]]>([
    ['agency', { agency: 'AG-TRAFFIC-POLICE' }, [1, 0]],
    ['role', { role: 'partner' }, []],
    ['stage', { stage: 'RELEASE' }, [2, 1, 0]],
    ['coordinate', { coordinate: 'CheckpointPassage.passTime' }, [2, 1]],
    ['span', { during: { from: '2026-01-10T01:00:00+08:00', to: '2026-01-10T02:00:00+08:00' } }, [1]],
    ['missing case reference', { hasCaseReference: false }, [2, 1]],
    ['case reference', { hasCaseReference: true }, [0]],
    ['case', { caseReference: 'CASE-1' }, [0]],
    ['caller', { caller: 'actor' }, [2, 1, 0]],
    ['another caller', { caller: 'nobody' }, []],
    ['decision', { decision: 'ALLOW' }, [2, 1]],
    ['decision on one field', { coordinate: 'CheckpointPassage.plateNo', decision: 'ALLOW' }, []],
    ['agreement', { agreement: 'urn:agr:z' }, []],
    ['code', { code: 'BUDGET_SPENT' }, []],
    ['broken glass', { breakGlass: true }, []],
    ['division itself', { division: '150724' }, [2, 1, 0]],
    ['division around it', { division: '150700' }, [2, 1, 0]],
    ['division beside it', { division: '150725' }, []],
  ])('is filtered by %s', async (_name, filter, indices) => {
    const page = await readers.oversight.disclosureRecords({ first: 20, filter });
    expect(page.nodes.map(({ index }) => index)).toEqual(indices);
  });

  it('has beside it the agreements, in order of uid and of version as a number', async () => {
    const page = await readers.oversight.agreements({ first: 20 });
    expect(page.nodes.map(({ uid, version }) => `${uid}@${version}`)).toEqual([
      'urn:agr:x@3',
      'urn:agr:x@12',
      'urn:agr:y@1',
      'urn:agr:z@1',
    ]);
    const fields = await Promise.all(
      page.nodes.map((agreement) => readers.oversight.sharedFields(agreement)),
    );
    expect(
      fields.map((shared) => shared.map(({ coordinate, decision }) => `${coordinate} ${decision}`)),
    ).toEqual([['Violation.id allow', 'Violation.plateNo mask'], ['Violation.id deny'], [], []]);
    expect(readers.sent).toEqual(['oversight.list-agreements', 'oversight.list-shared-fields']);
  });
});
