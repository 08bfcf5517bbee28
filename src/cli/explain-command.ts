import { Command } from 'commander';
import type { Explanation } from '../request/index.ts';

/** Whom `lukou explain` answers for. */
interface ExplainOptions {
  readonly as: string;
  readonly purpose?: string;
  readonly case?: boolean;
  readonly json?: boolean;
}

/** What explains; main brings it. */
export type Explain = (
  path: string,
  asked: { readonly caller: string; readonly purpose: string | null; readonly withCase: boolean },
) => Promise<Explanation>;

/** `lukou explain`: what an operation would come to for a class of callers. */
export function buildExplainCommand(explain: Explain): Command {
  return new Command('explain')
    .description('say what an operation would come to for a caller: per field the decision and its clause')
    .argument('<file>', 'the operation')
    .requiredOption(
      '--as <caller>',
      'a sample caller, public, or an agency and a role: "AG-TRANSPORT-CENTRE partner"',
    )
    .option('--purpose <code>', 'the purpose that is stated')
    .option('--case', 'as if an open case were stated')
    .option('--json', 'print one JSON document')
    .addHelpText(
      'after',
      '\nExample:\n  lukou explain --as transport --purpose ROAD_SAFETY examples/07-silent-checkpoints.graphql',
    )
    .action(async (file: string, { as: caller, purpose, case: withCase = false, json }: ExplainOptions) => {
      const explanation = await explain(file, { caller, purpose: purpose ?? null, withCase });
      process.stdout.write(
        json === true ? `${JSON.stringify(explanation, null, 2)}\n` : describe(explanation),
      );
    });
}

function describe({ agency, role, purpose, withCase, agreements, fields, inputs }: Explanation): string {
  const who = [
    agency ?? 'anybody',
    role,
    purpose ?? 'without a purpose',
    withCase ? 'with a case' : [],
  ].flat();
  const places = [
    ...fields.map(({ path, ...rest }) => ({ place: path, ...rest })),
    ...inputs.map(({ position, use, ...rest }) => ({
      place: `${position} (${use} ${rest.coordinate})`,
      ...rest,
    })),
  ];
  const width = Math.max(0, ...places.map(({ place }) => place.length));
  const lines = places.map(({ place, decision, code, clause, openedBy }) => {
    const why = decision === 'deny' ? code : '';
    const openings = openedBy.map((one) => `${one.purpose}${one.withCase ? ' with a case' : ''}`);
    const remedy = openings.length === 0 ? [] : [`opened by ${openings.join(', ')}`];
    return [place.padEnd(width), decision, why, clause ?? '', ...remedy]
      .filter((text) => text !== '')
      .join('  ');
  });
  return `${[who.join(' '), ...agreements.map((name) => `under ${name}`), '', ...lines].join('\n')}\n`;
}
