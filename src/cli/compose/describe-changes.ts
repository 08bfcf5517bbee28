import { styleText } from 'node:util';
import type { SchemaChanges } from '../../agreement/index.ts';

const GROUPS = [
  { weight: 'breaking', title: 'Breaking: operations or agreements of partners stop working', colour: 'red' },
  { weight: 'dangerous', title: 'Dangerous: they go on, and may meet something new', colour: 'yellow' },
  { weight: 'safe', title: 'Safe', colour: 'green' },
] as const;

const WITHOUT_FACTS =
  'Owners, sensitivities and backed inputs were not compared: the older file does not say them. Publish with ' +
  '"lukou compose --public", and compare with that next time.\n';

/** Changes by weight, a sentence each; in colour where the stream is a terminal. */
export function describeChanges(
  { changes, factsCompared }: SchemaChanges,
  stream: NodeJS.WritableStream,
): string {
  const sections = GROUPS.flatMap(({ weight, title, colour }) => {
    const own = changes.filter((change) => change.weight === weight);
    if (own.length === 0) return [];
    const lines = own.map(({ message }) => `  ${message}\n`).join('');
    return [`${styleText(colour, title, { stream })}\n${lines}\n`];
  });
  const none = changes.length === 0 ? 'Nothing changes for partners.\n' : '';
  return `${sections.join('')}${none}${factsCompared ? '' : WITHOUT_FACTS}`;
}
