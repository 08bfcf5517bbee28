import {
  BreakingChangeType,
  DangerousChangeType,
  findBreakingChanges,
  findDangerousChanges,
  getNamedType,
  isEnumType,
  isInterfaceType,
  isObjectType,
  type GraphQLSchema,
} from 'graphql';
import { LukouError } from '../../base/index.ts';
import type { SchemaChange } from './schema-change.ts';

/** How one kind of graphql-js's changes is read, and said again with its coordinate in front. */
interface Reading {
  readonly pattern: RegExp;
  readonly say: (...captured: string[]) => readonly [coordinate: string, words: string];
}

const READINGS: Readonly<Record<string, Reading>> = {
  [BreakingChangeType.TYPE_REMOVED]: {
    pattern: /^(?:Standard scalar )?(\w+) was removed/,
    say: (type) => [type, 'is gone'],
  },
  [BreakingChangeType.TYPE_CHANGED_KIND]: {
    pattern: /^(\w+) changed from (.+) to (.+)\.$/,
    say: (type, before, after) => [type, `was ${before} and is ${after}`],
  },
  [BreakingChangeType.TYPE_REMOVED_FROM_UNION]: {
    pattern: /^(\w+) was removed from union type (\w+)/,
    say: (member, union) => [union, `no longer holds ${member}`],
  },
  [BreakingChangeType.VALUE_REMOVED_FROM_ENUM]: {
    pattern: /^(\w+) was removed from enum type (\w+)/,
    say: (value, type) => [`${type}.${value}`, 'is gone'],
  },
  [BreakingChangeType.REQUIRED_INPUT_FIELD_ADDED]: {
    pattern: /^A required field (\w+) on input type (\w+)/,
    say: (field, type) => [`${type}.${field}`, 'is new and must be given'],
  },
  [BreakingChangeType.IMPLEMENTED_INTERFACE_REMOVED]: {
    pattern: /^(\w+) no longer implements interface (\w+)/,
    say: (type, parent) => [type, `no longer implements ${parent}`],
  },
  [BreakingChangeType.FIELD_REMOVED]: {
    pattern: /^(\w+\.\w+) was removed/,
    say: (field) => [field, 'is gone'],
  },
  [BreakingChangeType.FIELD_CHANGED_KIND]: {
    pattern: /^(\w+\.\w+) changed type from (\S+) to (\S+)\.$/,
    say: (field, before, after) => [
      field,
      before === `${after}!` ? 'may be null now' : `was ${before} and is ${after}`,
    ],
  },
  [BreakingChangeType.REQUIRED_ARG_ADDED]: {
    pattern: /^A required arg (\w+) on (\w+\.\w+)/,
    say: (argument, field) => [`${field}(${argument}:)`, 'is new and must be given'],
  },
  [BreakingChangeType.ARG_REMOVED]: {
    pattern: /^(\w+\.\w+) arg (\w+) was removed/,
    say: (field, argument) => [`${field}(${argument}:)`, 'is gone'],
  },
  [BreakingChangeType.ARG_CHANGED_KIND]: {
    pattern: /^(\w+\.\w+) arg (\w+) has changed type from (\S+) to (\S+)\.$/,
    say: (field, argument, before, after) => [`${field}(${argument}:)`, `was ${before} and is ${after}`],
  },
  [DangerousChangeType.VALUE_ADDED_TO_ENUM]: {
    pattern: /^(\w+) was added to enum type (\w+)/,
    say: (value, type) => [`${type}.${value}`, 'is new'],
  },
  [DangerousChangeType.TYPE_ADDED_TO_UNION]: {
    pattern: /^(\w+) was added to union type (\w+)/,
    say: (member, union) => [union, `may be ${member} now`],
  },
  [DangerousChangeType.OPTIONAL_INPUT_FIELD_ADDED]: {
    pattern: /^An optional field (\w+) on input type (\w+)/,
    say: (field, type) => [`${type}.${field}`, 'is new and may be left out'],
  },
  [DangerousChangeType.OPTIONAL_ARG_ADDED]: {
    pattern: /^An optional arg (\w+) on (\w+\.\w+)/,
    say: (argument, field) => [`${field}(${argument}:)`, 'is new and may be left out'],
  },
  [DangerousChangeType.IMPLEMENTED_INTERFACE_ADDED]: {
    pattern: /^(\w+) added to interfaces implemented by (\w+)/,
    say: (parent, type) => [type, `implements ${parent} now`],
  },
  [DangerousChangeType.ARG_DEFAULT_VALUE_CHANGE]: {
    pattern: /^(\w+\.\w+) arg (\w+) (?:has changed )?defaultValue (.+)\.$/,
    say: (field, argument, change) => [
      `${field}(${argument}:)`,
      `has another default: it ${sayDefault(change)}`,
    ],
  },
};

function sayDefault(change: string): string {
  return change.startsWith('from') ? `changed ${change}` : change;
}

const VALUE_ADDED: string = DangerousChangeType.VALUE_ADDED_TO_ENUM;

/** What graphql-js finds between two schemas without directives of their own. */
export function listGraphqlChanges(before: GraphQLSchema, after: GraphQLSchema): readonly SchemaChange[] {
  const answered = listAnsweredEnums(before);
  const breaking = findBreakingChanges(before, after).map((change) => toChange(change, 'breaking'));
  const dangerous = findDangerousChanges(before, after).map((change) => toChange(change, 'dangerous'));
  return [...breaking, ...dangerous].map((change) =>
    // A value that is only ever sent surprises nobody who does not send it.
    change.kind === VALUE_ADDED && !answered.has(change.coordinate.split('.')[0]!)
      ? { ...change, weight: 'safe' }
      : change,
  );
}

function toChange(
  { type, description }: { readonly type: string; readonly description: string },
  weight: SchemaChange['weight'],
): SchemaChange {
  const reading = READINGS[type];
  const captured = reading?.pattern.exec(description);
  if (reading === undefined || captured == null)
    throw new LukouError('INTERNAL', `graphql-js names a change that is not known here: ${description}`);
  const [coordinate, words] = reading.say(...captured.slice(1));
  return { weight, coordinate, kind: type, message: `${coordinate} ${words}.` };
}

function listAnsweredEnums(schema: GraphQLSchema): ReadonlySet<string> {
  const names = new Set<string>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const named = getNamedType(field.type);
      if (isEnumType(named)) names.add(named.name);
    }
  }
  return names;
}
