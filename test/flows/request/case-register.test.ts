import { openSampleWorld } from '../../world/open-sample-world.ts';
import type { Asker, World } from '../../world/open-world.ts';
import { readRecord } from '../../world/read-record.ts';

const QUERY = '{ checkpoints(first: 1) { nodes { passages(first: 1) { plateNo } } } }';

describe('A case that a request states', () => {
  let world: World;
  beforeAll(async () => {
    world = await openSampleWorld();
  }, 120_000);
  afterAll(() => world.close());

  async function state(caller: Asker, purpose: string | null, caseReference: string) {
    world.statements.length = 0;
    const reply = await world.ask(caller, QUERY, { purpose, caseReference });
    const { purpose: recorded, stage } = await readRecord(world, reply);
    return {
      status: reply.status,
      code: reply.body.errors?.[0]?.extensions['code'],
      message: reply.body.errors?.[0]?.message,
      data: reply.body.data,
      recorded: recorded.caseRef,
      stage,
    };
  }

  it('opens what its agreement grants with a case, and is recorded', async () => {
    const { data, recorded, stage } = await state('analyst', 'PUBLIC_SAFETY', 'A-2026-0107');
    const { checkpoints } = data as { checkpoints: { nodes: { passages: { plateNo: string | null }[] }[] } };
    expect(checkpoints.nodes[0]!.passages[0]!.plateNo).toMatch(/^\p{Script=Han}[A-Z]/u);
    expect([recorded, stage]).toEqual(['A-2026-0107', 'RELEASE']);
  });

  it('may be written with brackets of full or half width', async () => {
    for (const written of ['呼公交（2026）0142号', '呼公交(2026)0142号'])
      expect(await state('analyst', 'PUBLIC_SAFETY', written)).toMatchObject({
        status: 200,
        recorded: '呼公交(2026)0142号',
      });
  });

  it.each([
    ['is closed', 'A-2025-0931'],
    ['serves another purpose', 'A-2026-0215'],
  ])('is refused and recorded where it %s, and nothing is fetched', async (_why, caseReference) => {
    expect(await state('analyst', 'PUBLIC_SAFETY', caseReference)).toMatchObject({
      status: 403,
      code: 'CASE_REFERENCE_REFUSED',
      data: undefined,
      recorded: caseReference,
      stage: 'DENY',
    });
    expect(world.statements).toEqual([]);
  });

  it.each<[string, Asker, string | null, string]>([
    ['is not in the register', 'analyst', 'PUBLIC_SAFETY', 'A-2026-9999'],
    ['may be a name and no case', 'analyst', 'PUBLIC_SAFETY', '欧阳某某'],
    ['is another agency’s', 'justice', 'MEDIATION', 'A-2026-0107'],
    ['is stated by the public', 'public', null, 'A-2026-0107'],
  ])('is refused, and not written down, where it %s', async (_why, caller, purpose, caseReference) => {
    expect(await state(caller, purpose, caseReference)).toMatchObject({
      status: 403,
      code: 'CASE_REFERENCE_REFUSED',
      recorded: null,
      stage: 'DENY',
    });
  });

  it('is refused in the same words, whether it is closed, another agency’s or nobody’s', async () => {
    const words = await Promise.all(
      ['A-2025-0931', '呼司调（2026）0033号', 'A-2026-9999'].map(
        async (caseReference) => (await state('analyst', 'PUBLIC_SAFETY', caseReference)).message,
      ),
    );
    expect(new Set(words).size).toBe(1);
  });
});
