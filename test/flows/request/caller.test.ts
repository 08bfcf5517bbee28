import { openSampleWorld } from '../../world/open-sample-world.ts';
import { type Asker, type World, WORLD_NOW } from '../../world/open-world.ts';
import { readRecord } from '../../world/read-record.ts';

const CALLER = `{ caller {
  agency role pseudonym issuedAt expiresAt purpose withCase breakGlass
  purposes {
    code nameZh nameEn agreements legalBases caseOpensMore caseIsNeeded
    breakGlass { reason nameZh nameEn agreements sessionMinutes until }
  }
} }`;

interface Purpose {
  readonly code: string;
  readonly nameZh: string;
  readonly agreements: readonly string[];
  readonly legalBases: readonly string[];
  readonly caseOpensMore: boolean;
  readonly breakGlass: readonly {
    readonly reason: string;
    readonly sessionMinutes: number;
    readonly until: string;
  }[];
}

interface Described {
  readonly [key: string]: unknown;
  readonly purposes: readonly Purpose[];
}

describe('Query.caller', () => {
  let world: World;
  beforeAll(async () => {
    world = await openSampleWorld();
  }, 120_000);
  afterAll(() => world.close());

  async function describeCaller(asker: Asker, purpose: string | null = 'OVERSIGHT'): Promise<Described> {
    const { status, body } = await world.ask(asker, CALLER, { purpose });
    expect([status, body.errors]).toEqual([200, undefined]);
    return body.data!['caller'] as Described;
  }

  it('tells callers who they are, and until when, and asks no agency', async () => {
    world.statements.length = 0;
    const found = await describeCaller('transport', 'ROAD_SAFETY');
    expect(world.statements).toEqual([]);
    expect(found).toMatchObject({
      agency: 'AG-TRANSPORT-CENTRE',
      role: 'partner',
      purpose: 'ROAD_SAFETY',
      withCase: false,
      breakGlass: null,
      issuedAt: new Date(WORLD_NOW).toISOString(),
    });
    expect(found['pseudonym']).toMatch(/^p1_/);
    expect(Date.parse(String(found['expiresAt']))).toBeGreaterThan(Date.parse(WORLD_NOW));
  });

  it('lists the purposes that some agreement serves, each with what it rests on, and no other', async () => {
    const { purposes } = await describeCaller('transport');
    expect(purposes.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['ROAD_SAFETY', 'EMERGENCY_RESPONSE', 'OVERSIGHT']),
    );
    expect(purposes.map(({ code }) => code)).not.toContain('MEDIATION');
    expect(purposes.find(({ code }) => code === 'ROAD_SAFETY')).toMatchObject({
      nameZh: '道路交通安全',
      nameEn: 'Road safety',
      breakGlass: [],
    });
    for (const { code, agreements, legalBases } of purposes) {
      expect([code, agreements.length]).not.toEqual([code, 0]);
      expect([code, legalBases.length]).not.toEqual([code, 0]);
      const { body } = await world.ask('transport', CALLER, { purpose: code });
      expect((body.data!['caller'] as Described)['purpose']).toBe(code);
    }
  });

  it('says where a case opens more, and how the glass may be broken', async () => {
    const { purposes } = await describeCaller('analyst');
    const safety = purposes.find(({ code }) => code === 'PUBLIC_SAFETY')!;
    expect(safety.caseOpensMore).toBe(true);
    expect(safety.breakGlass.map(({ reason }) => reason)).toContain('LIFE_AT_RISK');
    const [way] = safety.breakGlass;
    expect(Date.parse(way!.until) - Date.parse(WORLD_NOW)).toBe(way!.sessionMinutes * 60_000);
  });

  it('tells the public of no token and no purpose that it may state', async () => {
    const found = await describeCaller('public', null);
    expect(found).toMatchObject({
      agency: null,
      role: 'public',
      pseudonym: null,
      expiresAt: null,
      purpose: null,
    });
  });

  it('is a record like any other, of fields that no agreement is asked for', async () => {
    const reply = await world.ask('steward', CALLER, { purpose: 'OVERSIGHT' });
    const record = await readRecord(world, reply);
    expect(record).toMatchObject({ actor: { agency: 'AG-TRAFFIC-POLICE', role: 'steward' } });
  });
});
