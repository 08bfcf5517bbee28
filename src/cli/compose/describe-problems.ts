import { styleText } from 'node:util';
import type { Composed, ComposeProblem } from './actions.ts';

/** Problems by subgraph, each with its place, what to do, and the rule; in colour where the stream is a terminal. */
export function describeProblems({ problems }: Composed, stream: NodeJS.WritableStream): string {
  const groups = [...Map.groupBy(problems, ({ subgraph }) => subgraph)];
  const sections = groups.map(([subgraph, own]) => {
    const title =
      subgraph === null ? 'All subgraphs together' : `${subgraph}  ${own[0]?.file ?? ''}`.trimEnd();
    return `${styleText('bold', title, { stream })}\n${own.map((problem) => describeProblem(problem, stream)).join('')}\n`;
  });
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  return `${sections.join('')}${styleText('red', count, { stream })}: nothing was composed. docs/federation.md explains the rules.\n`;
}

function describeProblem({ place, message, rule }: ComposeProblem, stream: NodeJS.WritableStream): string {
  const words = message.replaceAll('\n', '\n    ');
  const name = styleText('dim', `(${rule})`, { stream });
  return place === null
    ? `  ${words} ${name}\n`
    : `  ${styleText('yellow', place, { stream })}\n    ${words} ${name}\n`;
}
