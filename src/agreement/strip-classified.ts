import { Kind, visit, type DocumentNode } from 'graphql';
import { hasDirective } from './read-sdl.ts';

const kept = new WeakMap<DocumentNode, DocumentNode>();

/**
 * The document without what `@classified` marks, and without the directive itself: what may go online. References that
 * are left behind are refused by `checkSchema`, which reads the document before it is stripped.
 */
export function stripClassified(document: DocumentNode): DocumentNode {
  const known = kept.get(document);
  if (known !== undefined) return known;
  const online: DocumentNode = visit(document, {
    DirectiveDefinition: (node) => (node.name.value === 'classified' ? null : undefined),
    ObjectTypeDefinition: { enter: (node) => (hasDirective(node, 'classified') ? null : undefined) },
    ObjectTypeExtension: { enter: (node) => (hasDirective(node, 'classified') ? null : undefined) },
    FieldDefinition: { enter: (node) => (hasDirective(node, 'classified') ? null : undefined) },
  });
  kept.set(document, online);
  return online;
}

/** Names that `@classified` takes offline: types, and fields as `Type.field`. */
export function classifiedNames(document: DocumentNode): readonly string[] {
  return document.definitions.flatMap((node) => {
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.OBJECT_TYPE_EXTENSION) return [];
    const typeName = node.name.value;
    const fields = (node.fields ?? []).filter((field) => hasDirective(field, 'classified'));
    const own = hasDirective(node, 'classified') ? [typeName] : [];
    return [...own, ...fields.map((field) => `${typeName}.${field.name.value}`)];
  });
}
