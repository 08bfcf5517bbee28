import { visit, type ASTNode } from 'graphql';
import { scanText } from '../../classification/index.ts';
import type { Finding, SchemaRule } from './schema-rule.ts';

// Names of secrecy levels; other matter may not bear them (Law on Guarding State Secrets, art. 22).
const LEVEL_NAME = /^(?:TOP_SECRET|SECRET|CONFIDENTIAL|CLASSIFIED|JUEMI|JIMI|MIMI)$/i;

/** No secrecy mark stands in a schema: not in descriptions, defaults, deprecation reasons, nor as an enum value. */
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
      EnumValueDefinition: ({ name: { value } }, _key, parent, _path, ancestors) => {
        const place = `${placeOf([...ancestors, parent])}.${value}`;
        if (LEVEL_NAME.test(value))
          findings.push({ place, message: 'this is a secrecy level: use another name' });
        else scan(value.replaceAll('_', ' '), place);
      },
    });
    return findings;
  },
};

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
  return names.length === 0 ? 'the schema' : names.join('.');
}
