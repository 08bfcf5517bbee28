import { Command } from 'commander';
import { type Explanation, MEASURE_WORDS } from '../request/index.ts';

type Opening = Explanation['fields'][number]['openedBy'][number];

/** Whom `lukou explain` answers for. */
interface ExplainOptions {
  readonly as: string;
  readonly purpose?: string;
  readonly case?: boolean;
  readonly breakGlass?: string;
  readonly json?: boolean;
}

/** What explains; main brings it. */
export type Explain = (
  path: string,
  asked: {
    readonly caller: string;
    readonly purpose: string | null;
    readonly withCase: boolean;
    readonly breakGlass: string | null;
  },
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
    .option('--break-glass <reason>', 'as if the glass were broken for this reason')
    .option('--json', 'print one JSON document')
    .addHelpText(
      'after',
      '\nExample:\n  lukou explain --as transport --purpose ROAD_SAFETY examples/07-silent-checkpoints.graphql',
    )
    .action(async (file: string, options: ExplainOptions) => {
      const { as: caller, purpose = null, case: withCase = false, breakGlass = null, json } = options;
      const explanation = await explain(file, { caller, purpose, withCase, breakGlass });
      process.stdout.write(
        json === true ? `${JSON.stringify(explanation, null, 2)}\n` : describe(explanation),
      );
    });
}

function describe(explanation: Explanation): string {
  const { agency, role, purpose, withCase, breakGlass, agreements, fields, inputs, limits } = explanation;
  const who = [
    agency ?? 'anybody',
    role,
    purpose ?? 'without a purpose',
    withCase ? 'with a case' : [],
    breakGlass === null ? [] : `breaking the glass (${breakGlass})`,
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
    const openings = openedBy.map(describeOpening);
    const remedy = openings.length === 0 ? [] : [`opened by ${openings.join(', ')}`];
    return [place.padEnd(width), decision, why, clause ?? '', ...remedy]
      .filter((text) => text !== '')
      .join('  ');
  });
  const bounds = limits.length === 0 ? [] : ['', ...limits.map(describeLimit)];
  return `${[who.join(' '), ...agreements.map((name) => `under ${name}`), '', ...lines, ...bounds].join('\n')}\n`;
}

function describeOpening({ purpose, withCase, breakGlass, sessionMinutes }: Opening): string {
  const glass =
    breakGlass.length === 0
      ? ''
      : ` by breaking the glass (${breakGlass.join(', ')}) for ${sessionMinutes} minutes after signing in`;
  return `${purpose}${withCase ? ' with a case' : ''}${glass}`;
}

function describeLimit({ agreement, clause, measure, per, allowed }: Explanation['limits'][number]): string {
  return `${clause ?? agreement} allows ${allowed} ${MEASURE_WORDS[measure]} ${per === 'DAY' ? 'a day' : 'at once'}`;
}
