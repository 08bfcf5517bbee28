const QUOTE = /(?<!\\)"/;
const NAME = /[_A-Za-z][_0-9A-Za-z]*/g;
const KNOWN_TO_ALL = ['Query', 'Mutation', 'Subscription', 'Int', 'Float', 'String', 'Boolean', 'ID'];

/**
 * Takes out of a message every name of the schema that the client did not write itself: what is wrong with an
 * operation must not tell what else there is. Quoted names are taken out unless written; unquoted words, which are
 * prose, only where they are names of types.
 */
export function hideUnwritten(
  message: string,
  documentText: string,
  isTypeName: (name: string) => boolean,
): string {
  const written = new Set([...KNOWN_TO_ALL, ...(documentText.match(NAME) ?? [])]);
  return message
    .split(QUOTE)
    .map((part, at) =>
      part.replace(NAME, (name) => (written.has(name) || (at % 2 === 0 && !isTypeName(name)) ? name : '…')),
    )
    .join('"');
}
