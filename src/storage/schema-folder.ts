import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { GraphQLError, Kind, parse, visit, type DefinitionNode, type DocumentNode } from 'graphql';
import type { SubgraphDocument } from '../agreement/index.ts';
import { LukouError } from '../base/index.ts';

/** Reads the schema file of each subgraph, joined with the directives that all share. */
export async function readSchemaFolder(
  folder: string,
  names: readonly string[],
): Promise<readonly SubgraphDocument[]> {
  const shared = join(folder, 'directives.graphql');
  return Promise.all(names.map((name) => readSchemaFile(name, join(folder, `${name}.graphql`), shared)));
}

/**
 * Reads one subgraph's schema file, joined with what all share: the directives as they are, and the types that it does
 * not define itself. A file that links to federation on its own gets those types only that it uses.
 *
 * @throws LukouError SCHEMA_INVALID where the file is missing, or with file, line and column where it is not SDL.
 */
export async function readSchemaFile(
  name: string,
  path: string,
  sharedPath: string,
): Promise<SubgraphDocument> {
  const [shared, own] = await Promise.all([readDocument(sharedPath), readDocument(path)]);
  return { name, document: joinDocuments(shared, own) };
}

async function readDocument(path: string): Promise<DocumentNode> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new LukouError('SCHEMA_INVALID', `The file ${path} cannot be read.`, { cause });
  });
  try {
    return parse(text, { noLocation: true });
  } catch (cause) {
    if (!(cause instanceof GraphQLError)) throw cause;
    const [place] = cause.locations ?? [];
    const at = place === undefined ? basename(path) : `${basename(path)}:${place.line}:${place.column}`;
    throw new LukouError('SCHEMA_INVALID', `${at}: ${cause.message}`, { cause });
  }
}

const RULE_TYPES: ReadonlySet<string> = new Set(['Sensitivity', 'SubjectKind', 'Capability', 'RowOperand']);
const FEDERATION = 'https://specs.apollo.dev/federation/';

function joinDocuments(shared: DocumentNode, own: DocumentNode): DocumentNode {
  const rules = new Set(shared.definitions.filter(isOfRules).map(keyOf));
  const kept = own.definitions.filter((node) => !rules.has(keyOf(node)));
  if (!kept.some(isFederationLink)) {
    const defined = new Set(kept.filter((node) => nameOf(node) !== null).map(keyOf));
    const added = shared.definitions.filter((node) => !defined.has(keyOf(node)));
    return { kind: Kind.DOCUMENT, definitions: [...added, ...kept] };
  }
  // A file with a link of its own may not import what the shared types need, such as @shareable.
  const added = shared.definitions.filter(isOfRules);
  return { kind: Kind.DOCUMENT, definitions: [...added, ...listUsedTypes(shared, kept), ...kept] };
}

/** The shared types that a file uses and does not define, and those that they use themselves. */
function listUsedTypes(shared: DocumentNode, own: readonly DefinitionNode[]): readonly DefinitionNode[] {
  const defined = new Set(own.map(keyOf));
  const candidates = new Map(
    shared.definitions
      .filter((node) => nameOf(node) !== null && !isOfRules(node) && !defined.has(keyOf(node)))
      .map((node) => [nameOf(node), node]),
  );
  const used = new Set<DefinitionNode>();
  const use = (node: DefinitionNode): void => {
    visit(node, {
      NamedType({ name }) {
        const found = candidates.get(name.value);
        if (found === undefined || used.has(found)) return;
        used.add(found);
        use(found);
      },
    });
  };
  own.forEach(use);
  return [...candidates.values()].filter((node) => used.has(node));
}

function isOfRules(node: DefinitionNode): boolean {
  return node.kind === Kind.DIRECTIVE_DEFINITION || RULE_TYPES.has(nameOf(node) ?? '');
}

function nameOf(node: DefinitionNode): string | null {
  return 'name' in node && node.name !== undefined ? node.name.value : null;
}

/** Directives and types may share a name. */
function keyOf(node: DefinitionNode): string {
  return `${node.kind === Kind.DIRECTIVE_DEFINITION ? '@' : ''}${nameOf(node) ?? ''}`;
}

function isFederationLink(node: DefinitionNode): boolean {
  if (node.kind !== Kind.SCHEMA_EXTENSION && node.kind !== Kind.SCHEMA_DEFINITION) return false;
  return (node.directives ?? []).some(
    ({ name, arguments: values }) =>
      name.value === 'link' &&
      values?.some(({ value }) => value.kind === Kind.STRING && value.value.startsWith(FEDERATION)) === true,
  );
}
