import { readdirSync } from 'node:fs';
import { openSampleWorld } from '../world/open-sample-world.ts';
import { askExample } from '../world/read-example.ts';
import type { World } from '../world/open-world.ts';
import { FLOW_PLACE, SampleAnswers } from '../sample-answers.ts';

describe('explore', () => {
  let world: World;
  beforeAll(async () => {
    world = await openSampleWorld();
  }, 120_000);
  afterAll(() => world.close());
  it('x', async () => {
    for (const f of readdirSync('examples').filter((n) => n.endsWith('.graphql'))) {
      const t = performance.now();
      const r = await askExample(world, f.replace('.graphql', ''));
      console.log(f, r.status, Math.round(performance.now() - t), JSON.stringify(r.body.errors), r.text.length, r.text.slice(0, 900));
    }
    const a = new SampleAnswers();
    console.log(a.lowGradeNightFlow().length, JSON.stringify(a.lowGradeNightFlow().slice(0, 20)));
    console.log([...a.segments.values()].filter((s) => ['CLASS_3', 'CLASS_4', 'SUBSTANDARD'].includes(s.technicalGrade as string)).length, a.segments.size);
    console.log(a.violationRates().length, a.violationRates().filter((r) => r.perTenThousand === null).length, a.checkpointSegments.size, new Set(a.checkpointSegments.values()).size, a.gantrySegments.size, a.hourlyFlow(FLOW_PLACE.roadCode, FLOW_PLACE.stakeM).length);
    console.log(world.faults);
  });
});
