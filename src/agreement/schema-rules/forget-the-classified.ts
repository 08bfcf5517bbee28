import { Kind, visit, type ConstDirectiveNode, type DocumentNode } from 'graphql';
import { argumentOf, directivesOf, objectFields, objectNodes } from '../read-sdl.ts';
import { stripClassified, classifiedNames } from '../strip-classified.ts';
import type { Finding, SchemaRule } from './schema-rule.ts';

/** Nothing that goes online refers to what `@classified` takes offline: no field, no input, no key, no text, in any file. */
export const forgetTheClassified: SchemaRule = {
  name: 'the-classified-is-not-referred-to',
  check: ({ document }, { subgraphs }) => {
    const names = subgraphs.flatMap((subgraph) => classifiedNames(subgraph.document));
    const online = stripClassified(document);
    const spoken = namesOnline(subgraphs.map((subgraph) => stripClassified(subgraph.document)));
    return names.flatMap((name) => [
      ...(name.includes('.') ? [] : findTypeReferences(online, name)),
      ...findTextReferences(online, name, spoken),
      ...findKeyReferences(online, name),
    ]);
  },
};

function findTypeReferences(document: DocumentNode, typeName: string): Finding[] {
  const findings: Finding[] = [];
  visit(document, {
    NamedType: (node) => {
      if (node.name.value === typeName)
        findings.push({ place: typeName, message: 'remove what refers to the type' });
    },
  });
  return findings;
}

/**
 * Descriptions, and the texts in which directives name fields and types. A field is found by its own name as well, where
 * nothing online is called so and it is no plain word.
 */
function findTextReferences(document: DocumentNode, name: string, spoken: ReadonlySet<string>): Finding[] {
  const bare = name.slice(name.indexOf('.') + 1);
  const isTelling = /[a-z][A-Z0-9]|_/.test(bare) && !spoken.has(bare);
  const words = isTelling ? [name, bare] : [name];
  const word = new RegExp(
    `(?<![\\w.])(?:${words.map((text) => text.replace('.', '\\.')).join('|')})(?![\\w])`,
  );
  const findings: Finding[] = [];
  visit(document, {
    [Kind.STRING]: (node) => {
      if (word.test(node.value)) findings.push({ place: name, message: 'remove the text that names it' });
    },
  });
  return findings;
}

/** Sets of fields in which a type names its own: `@key(fields: "id account")`, `@provides(fields: "account")`. */
function findKeyReferences(document: DocumentNode, name: string): Finding[] {
  const [typeName, fieldName] = name.split('.');
  if (fieldName === undefined) return [];
  const ofType = objectNodes(document)
    .filter(({ name: { value } }) => value === typeName)
    .flatMap((node) => directivesOf(node, 'key'));
  const ofFields = objectFields(document).flatMap(({ field }) => directivesOf(field, 'provides'));
  const named = new RegExp(`\\b${fieldName}\\b`);
  const isNamed = (directive: ConstDirectiveNode): boolean =>
    named.test(String(argumentOf(directive, 'fields') ?? ''));
  return [...ofType, ...ofFields].some(isNamed)
    ? [{ place: name, message: 'take it out of @key and @provides' }]
    : [];
}

/** Every name that something online bears. */
function namesOnline(documents: readonly DocumentNode[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const document of documents) visit(document, { [Kind.NAME]: ({ value }) => void names.add(value) });
  return names;
}
