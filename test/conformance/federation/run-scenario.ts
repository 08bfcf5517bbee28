import { federate } from '../../flows/federation/federate.ts';
import { listErrors } from '../../flows/federation/listed-errors.ts';
import type { Ask, Scenario } from './scenario.ts';

/** What came back for one operation of a scenario, and what must: equal where all is well. */
export interface Outcome {
  readonly expected: object;
  readonly actual: object;
}

/** Asks everything of a scenario, in order. Data is compared as text, since the order of keys counts. */
export async function runScenario({
  agencies,
  overrideLabels = [],
  asks,
}: Scenario): Promise<readonly Outcome[]> {
  const { ask, asked } = federate(agencies, { overrideLabels });
  const outcomes: Outcome[] = [];
  for (const each of asks) {
    const before = asked.length;
    const answer = await ask(each.query, each.variables);
    const names = asked.slice(before).map(({ subgraph }) => subgraph);
    outcomes.push({
      expected: expectedOf(each),
      actual: {
        data: JSON.stringify(answer.data),
        errors: listErrors(answer),
        ...(each.asked !== undefined && { asked: names }),
      },
    });
  }
  return outcomes;
}

function expectedOf({ data, errors = [], asked }: Ask): object {
  return { data: JSON.stringify(data), errors, ...(asked !== undefined && { asked }) };
}
