import { Kind, visit, type ConstDirectiveNode, type DocumentNode } from 'graphql';
import { argumentOf } from '../read-sdl.ts';
import type { Finding, SchemaRule } from './schema-rule.ts';

const READS_ELSEWHERE: ReadonlySet<string> = new Set(['requires', 'fromContext']);

/**
 * Directives go by their own names. One that is renamed or aliased with `@link` is read by nobody, and its rule silently
 * falls away (CVE-2025-64347). `@requires` and `@fromContext` are refused as well: what they read, a caller may not see
 * (GHSA-m8jr-fxqx-8xx6); `@derivedFrom` says it openly.
 */
export const keepDirectiveNames: SchemaRule = {
  name: 'directives-keep-their-names',
  check: ({ document }) => [...checkLinks(document), ...checkUses(document)],
};

function checkLinks(document: DocumentNode): Finding[] {
  return document.definitions
    .flatMap((node) =>
      node.kind === Kind.SCHEMA_DEFINITION || node.kind === Kind.SCHEMA_EXTENSION
        ? (node.directives ?? [])
        : [],
    )
    .filter((directive) => directive.name.value === 'link')
    .flatMap((link) => {
      const imports = [argumentOf(link, 'import') ?? []].flat();
      const renames = imports.filter((item) => typeof item !== 'string');
      return argumentOf(link, 'as') === undefined && renames.length === 0
        ? []
        : [{ place: '@link', message: 'import directives under their own names, without "as"' }];
    });
}

function checkUses(document: DocumentNode): Finding[] {
  const imported = linkedNames(document);
  const defined = new Set(
    document.definitions.flatMap((node) =>
      node.kind === Kind.DIRECTIVE_DEFINITION ? [node.name.value] : [],
    ),
  );
  const findings: Finding[] = [];
  visit(document, {
    Directive: ({ name: { value: name } }) => {
      if (READS_ELSEWHERE.has(name)) {
        findings.push({
          place: `@${name}`,
          message: 'compute the field in its own subgraph, and add @derivedFrom',
        });
      } else if (!defined.has(name) && !imported.has(name) && !BUILT_IN.has(name)) {
        findings.push({ place: `@${name}`, message: 'define the directive, or import it by its own name' });
      }
    },
  });
  return findings;
}

const BUILT_IN: ReadonlySet<string> = new Set([
  'link',
  'deprecated',
  'specifiedBy',
  'oneOf',
  'skip',
  'include',
]);

function linkedNames(document: DocumentNode): ReadonlySet<string> {
  const links: ConstDirectiveNode[] = [];
  visit(document, {
    Directive: (node) => void (node.name.value === 'link' && links.push(node as ConstDirectiveNode)),
  });
  const names = links.flatMap((link) => [argumentOf(link, 'import') ?? []].flat());
  return new Set(names.filter((name) => typeof name === 'string').map((name) => name.replace(/^@/, '')));
}
