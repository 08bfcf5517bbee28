import { Kind, parse, type ConstDirectiveNode } from 'graphql';

/** One subgraph as a supergraph names it. */
export interface JoinGraph {
  readonly name: string;
  readonly url: string;
}

/** The subgraphs of a supergraph and where they are served. Throws for one whose address is missing. */
export function readJoinGraphs(supergraphSdl: string): readonly JoinGraph[] {
  for (const definition of parse(supergraphSdl, { noLocation: true }).definitions) {
    if (definition.kind !== Kind.ENUM_TYPE_DEFINITION || definition.name.value !== 'join__Graph') continue;
    return (definition.values ?? []).map(({ name, directives }) => {
      const join = directives?.find((directive) => directive.name.value === 'join__graph');
      return {
        name: readText(join, 'name') ?? name.value,
        url: requireText(join, 'url', name.value),
      };
    });
  }
  throw new TypeError('The supergraph lists no join__Graph.');
}

function requireText(directive: ConstDirectiveNode | undefined, argument: string, graph: string): string {
  const text = readText(directive, argument);
  if (text === undefined || text === '')
    throw new TypeError(`The supergraph does not say where ${graph} is served: give its join__graph a url.`);
  return text;
}

function readText(directive: ConstDirectiveNode | undefined, argument: string): string | undefined {
  const value = directive?.arguments?.find(({ name }) => name.value === argument)?.value;
  return value?.kind === Kind.STRING ? value.value : undefined;
}
