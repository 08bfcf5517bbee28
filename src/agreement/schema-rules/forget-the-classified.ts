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
    const { types, texts } = wordingOf(online);
    const isSpoken = (bare: string): boolean =>
      subgraphs.some((subgraph) => wordingOf(stripClassified(subgraph.document)).names.has(bare));
    return names.flatMap((name) => [
      ...(name.includes('.') ? [] : findTypeReferences(types, name)),
      ...findTextReferences(texts, name, isSpoken),
      ...findKeyReferences(online, name),
    ]);
  },
};

/** What the documents say, by the document: each is read for every file beside it. */
const kept = new WeakMap<DocumentNode, Wording>();

interface Wording {
  /** Every name that something bears. */
  readonly names: ReadonlySet<string>;
  /** The types that are referred to, as often as they are. */
  readonly types: readonly string[];
  readonly texts: readonly string[];
}

function wordingOf(document: DocumentNode): Wording {
  const known = kept.get(document);
  if (known !== undefined) return known;
  const names = new Set<string>();
  const types: string[] = [];
  const texts: string[] = [];
  visit(document, {
    [Kind.NAME]: ({ value }) => void names.add(value),
    [Kind.NAMED_TYPE]: ({ name }) => void types.push(name.value),
    [Kind.STRING]: ({ value }) => void texts.push(value),
  });
  const wording = { names, types, texts };
  kept.set(document, wording);
  return wording;
}

function findTypeReferences(types: readonly string[], typeName: string): Finding[] {
  return types
    .filter((type) => type === typeName)
    .map(() => ({ place: typeName, message: 'remove what refers to the type' }));
}

/**
 * Descriptions, and the texts in which directives name fields and types. A field is found by its own name as well, where
 * nothing online is called so and it is no plain word.
 */
function findTextReferences(
  texts: readonly string[],
  name: string,
  isSpoken: (bare: string) => boolean,
): Finding[] {
  const bare = name.slice(name.indexOf('.') + 1);
  const isTelling = /[a-z][A-Z0-9]|_/.test(bare) && !isSpoken(bare);
  const words = isTelling ? [name, bare] : [name];
  const word = new RegExp(
    `(?<![\\w.])(?:${words.map((text) => text.replace('.', '\\.')).join('|')})(?![\\w])`,
  );
  return texts
    .filter((text) => word.test(text))
    .map(() => ({ place: name, message: 'remove the text that names it' }));
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
