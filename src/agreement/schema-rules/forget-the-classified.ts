import { Kind, visit, type DocumentNode } from 'graphql';
import { stripClassified, classifiedNames } from '../strip-classified.ts';
import type { Finding, SchemaRule } from './schema-rule.ts';

/** Nothing that goes online refers to what `@classified` takes offline: no field, no input, no text, in any file. */
export const forgetTheClassified: SchemaRule = {
  name: 'the-classified-is-not-referred-to',
  check: ({ document }, { subgraphs }) => {
    const names = subgraphs.flatMap((subgraph) => classifiedNames(subgraph.document));
    const online = stripClassified(document);
    return names.flatMap((name) => [
      ...(name.includes('.') ? [] : findTypeReferences(online, name)),
      ...findTextReferences(online, name),
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

/** Descriptions, and the texts in which directives name fields and types. */
function findTextReferences(document: DocumentNode, name: string): Finding[] {
  const word = new RegExp(`(?<![\\w.])${name.replace('.', '\\.')}(?![\\w])`);
  const findings: Finding[] = [];
  visit(document, {
    [Kind.STRING]: (node) => {
      if (word.test(node.value)) findings.push({ place: name, message: 'remove the text that names it' });
    },
  });
  return findings;
}
