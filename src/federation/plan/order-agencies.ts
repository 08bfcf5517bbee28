import { Kind, parse, print, visit, type ArgumentNode } from 'graphql';
import { readArgument, readGraphNames } from '../join-directives.ts';

/** A supergraph as the planner finds its way in it, and what turns its plans back into plans over the real one. */
export interface OrderedSupergraph {
  readonly sdl: string;
  /** Gives every agency of a plan its own name again. Changes the plan. */
  restore(plan: unknown): unknown;
}

/** Sorts behind every letter and digit. */
const LAST = '~';

/**
 * Puts agencies that hold interface objects last. The planner walks agencies in the order of their names, and finds no
 * way from an interface object to the fields of its types where the agency that knows the types comes after: only a
 * name can put it before.
 */
export function orderAgencies(supergraphSdl: string): OrderedSupergraph {
  const document = parse(supergraphSdl, { noLocation: true });
  const graphs = new Set<string>();
  visit(document, {
    Directive(directive) {
      if (directive.name.value === 'join__type' && readArgument(directive, 'isInterfaceObject') === true)
        graphs.add(String(readArgument(directive, 'graph')));
    },
  });
  if (graphs.size === 0) return { sdl: supergraphSdl, restore: (plan) => plan };
  const names = new Set(
    [...(readGraphNames(document) ?? [])].flatMap(([graph, name]) => (graphs.has(graph) ? [name] : [])),
  );
  const renamed = visit(document, {
    Directive: (directive) => ({
      ...directive,
      arguments: directive.arguments?.map((argument) =>
        namesAgency(directive.name.value, argument, names) ? withName(argument) : argument,
      ),
    }),
  });
  return { sdl: print(renamed), restore: (plan) => restoreNames(plan, names) };
}

const NAMING: ReadonlySet<string> = new Set(['join__graph name', 'join__field override']);

function namesAgency(directive: string, { name, value }: ArgumentNode, names: ReadonlySet<string>): boolean {
  return NAMING.has(`${directive} ${name.value}`) && value.kind === Kind.STRING && names.has(value.value);
}

function withName(argument: ArgumentNode): ArgumentNode {
  const { value } = argument;
  return value.kind === Kind.STRING
    ? { ...argument, value: { ...value, value: LAST + value.value } }
    : argument;
}

function restoreNames(value: unknown, names: ReadonlySet<string>): unknown {
  if (typeof value !== 'object' || value === null) return value;
  for (const [key, inner] of Object.entries(value)) {
    if (key !== 'serviceName') restoreNames(inner, names);
    else if (typeof inner === 'string' && inner.startsWith(LAST) && names.has(inner.slice(LAST.length)))
      (value as { serviceName: string }).serviceName = inner.slice(LAST.length);
  }
  return value;
}
