import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runScenario } from './run-scenario.ts';
import { SCENARIOS } from './scenarios/index.ts';

describe('the features of federation', () => {
  it.each(SCENARIOS.map((scenario) => [`${scenario.id} ${scenario.title}`, scenario] as const))(
    '%s',
    async (_name, scenario) => {
      for (const { expected, actual } of await runScenario(scenario)) expect(actual).toEqual(expected);
    },
  );

  it('are listed in the README, each under its own id', () => {
    const readme = readFileSync(join(import.meta.dirname, 'README.md'), 'utf8');
    const listed = [...readme.matchAll(/^\| (B\d+) \| (.+?) \|$/gm)].map(([, id, title]) => `${id} ${title}`);
    expect(listed).toEqual(SCENARIOS.map(({ id, title }) => `${id} ${title}`));
    expect(new Set(SCENARIOS.map(({ id }) => id)).size).toBe(SCENARIOS.length);
  });
});
