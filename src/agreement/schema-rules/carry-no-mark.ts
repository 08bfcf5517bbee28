import { Kind, visit, type ASTNode, type EnumValueNode } from 'graphql';
import { scanText } from '../../classification/index.ts';
import type { Finding, SchemaRule } from './schema-rule.ts';

// Names of secrecy levels; other matter may not bear them (Law on Guarding State Secrets, art. 22).
const LEVEL_NAME = /^(?:TOP_SECRET|SECRET|CONFIDENTIAL|CLASSIFIED|JUEMI|JIMI|MIMI)$/i;

/**
 * No secrecy mark stands in a schema: not in descriptions, defaults, deprecation reasons or arguments of directives, nor as
 * the name of a type, field, argument, directive or enum value.
 */
export const carryNoMark: SchemaRule = {
  name: 'no-secrecy-marks',
  check: ({ document }) => {
    const findings: Finding[] = [];
    const scan = (text: string, place: string): void => {
      if (scanText(text).verdict === 'block') {
        findings.push({ place, message: 'a secrecy mark stands here: nothing that bears one may be online' });
      }
    };
    visit(document, {
      StringValue: ({ value }, _key, parent, _path, ancestors) =>
        scan(value, placeOf([...ancestors, parent])),
      EnumValue: ({ value }: EnumValueNode, _key, parent, _path, ancestors) =>
        scan(spell(value), placeOf([...ancestors, parent])),
      enter: (node, _key, parent, _path, ancestors) => {
        const name = findDefinedName(node);
        if (name === null) return;
        const place = [placeOf([...ancestors, parent]), name].filter((part) => part !== THE_SCHEMA).join('.');
        if (LEVEL_NAME.test(separate(name)) && node.kind !== Kind.DIRECTIVE_DEFINITION)
          findings.push({ place, message: 'this is a secrecy level: use another name' });
        else scan(spell(name), place);
      },
    });
    return findings;
  },
};

const THE_SCHEMA = 'the schema';

function findDefinedName(node: ASTNode): string | null {
  return node.kind.endsWith('Definition') && 'name' in node && node.name !== undefined
    ? node.name.value
    : null;
}

/** `topSecret` as `top_Secret`. */
const separate = (name: string): string => name.replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, '_');

/** What a name says as words: it can have no other separator. */
const spell = (name: string): string => separate(name).replaceAll(/_+/g, ' ');

/** The definitions around a node: `Type.field.argument`. */
function placeOf(ancestors: readonly (ASTNode | readonly ASTNode[] | undefined)[]): string {
  const names = ancestors.flatMap((node) =>
    node !== undefined &&
    'kind' in node &&
    /Definition$|Extension$/.test(node.kind) &&
    'name' in node &&
    node.name !== undefined
      ? [node.name.value]
      : [],
  );
  return names.length === 0 ? THE_SCHEMA : names.join('.');
}
