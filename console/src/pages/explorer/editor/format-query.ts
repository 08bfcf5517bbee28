import { parse, print } from 'graphql';

/** Formats a query. Comments before it are kept; one with comments inside is left as it is, since they would be lost. */
export function formatQuery(text: string): string {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => line.trim() !== '' && !line.trimStart().startsWith('#'));
  const rest = lines.slice(Math.max(first, 0)).join('\n');
  if (first < 0 || rest.includes('#')) return text;
  return [...lines.slice(0, first), print(parse(rest))].join('\n');
}
