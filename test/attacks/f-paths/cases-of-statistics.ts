import { inFragments, underAliases } from './disguise.ts';
import { explained, refusedFor } from './look-up.ts';
import type { Attempt, HostileCase, Verdict } from './paths.ts';
import { askOfWho, type SampleStage, STATISTICIAN } from './sample-stage.ts';

// The hour of a passage is summed up and shown nowhere, so there are no groups of it; of groups of vehicles there are.
const HIDDEN = 'HOUR';
const SHOWN = 'VEHICLE_GROUP';

const groupedBy = (group: string): string =>
  `{ passageStatistics(months: { from: "2026-02", to: "2026-02" }, groupBy: [${group}]) { month passages } }`;

/** Cases about groups of what is hidden. */
export function casesOfStatistics(stage: () => SampleStage): readonly HostileCase[] {
  const byBoth = (attempt: (group: string) => Promise<Verdict>): Attempt => ({
    attack: () => attempt(HIDDEN),
    control: () => attempt(SHOWN),
  });
  const sending = (write: (query: string) => string): Attempt =>
    byBoth(async (group) =>
      refusedFor('UNAUTHORIZED_ARGUMENT')(await stage().ask(STATISTICIAN, write(groupedBy(group))), stage()),
    );
  return [
    {
      id: 'F9',
      title: 'no statistic groups by a hidden value',
      verdict: 'withheld',
      paths: {
        query: sending((query) => query),
        alias: sending(underAliases),
        fragment: sending((query) => inFragments(query, stage().schema)),
        interface: 'NO_ABSTRACT_TYPES',
        // No entity leads to a statistic: the agency itself is asked.
        entity: byBoth(async (group) => {
          const door = stage().checkpoint;
          const signed = await door.sign(groupedBy(group), {}, { ask: askOfWho(STATISTICIAN) });
          const { data } = JSON.parse((await door.send(signed)).text) as { data: unknown };
          return data === null ? 'withheld' : 'open';
        }),
        subscription: 'NOT_OF_AN_EVENT',
        aggregate: sending((query) => query.replace('groupBy', 'measures: [VEHICLES], groupBy')),
        cursor: 'COUNTS_HAVE_NO_PAGES',
        explain: byBoth((group) =>
          explained(stage(), STATISTICIAN, groupedBy(group), `PassageGroup.${group}`),
        ),
        introspection: byBoth(async (group) => {
          const query = '{ __type(name: "PassageGroup") { enumValues { name } } }';
          return (await stage().ask(STATISTICIAN, query)).text.includes(`"${group}"`) ? 'open' : 'withheld';
        }),
      },
    },
  ];
}
