import type { Backing } from '../catalogue.ts';
import { SENSITIVITIES, type Sensitivity } from '../codes.ts';
import type { PublishedFacts } from './read-facts.ts';
import type { SchemaChange } from './schema-change.ts';

/**
 * What partners feel although the types stay as they were: another agency decides, a value may go less far, an input
 * needs an ability, a type needs a grant of its own. Coordinates that only one side has are left to others.
 */
export function listFactChanges(before: PublishedFacts, after: PublishedFacts): readonly SchemaChange[] {
  return [
    ...inBoth(before.owners, after.owners).flatMap(compareOwner),
    ...inBoth(before.sensitivities, after.sensitivities).flatMap(compareSensitivity),
    ...inBoth(before.backings, after.backings).flatMap(compareBackings),
    ...[...before.structures]
      .filter((name) => !after.structures.has(name) && hasFields(after, name))
      .map((name) => lostStructure(name)),
  ];
}

type Both<Fact> = readonly [coordinate: string, was: Fact, is: Fact];

function inBoth<Fact>(before: ReadonlyMap<string, Fact>, after: ReadonlyMap<string, Fact>): Both<Fact>[] {
  return [...before].flatMap(([name, was]): Both<Fact>[] => {
    const is = after.get(name);
    return is === undefined ? [] : [[name, was, is]];
  });
}

function compareOwner([coordinate, was, is]: Both<string>): SchemaChange[] {
  if (was === is) return [];
  const message = `${coordinate} belongs to ${is} now and belonged to ${was}: agreements of ${was} no longer grant it.`;
  return [{ weight: 'breaking', coordinate, kind: 'OWNER_CHANGED', message }];
}

function compareSensitivity([coordinate, was, is]: Both<Sensitivity>): SchemaChange[] {
  const steps = SENSITIVITIES.indexOf(is) - SENSITIVITIES.indexOf(was);
  if (steps === 0) return [];
  const words = `${coordinate} is ${is} now and was ${was}`;
  return steps > 0
    ? [
        {
          weight: 'dangerous',
          coordinate,
          kind: 'SENSITIVITY_RAISED',
          message: `${words}: an agreement that opens its whole type must name the fields one by one.`,
        },
      ]
    : [{ weight: 'safe', coordinate, kind: 'SENSITIVITY_LOWERED', message: `${words}.` }];
}

function compareBackings([coordinate, was, is]: Both<readonly Backing[]>): SchemaChange[] {
  const more = is.filter((backing) => !was.some((known) => isSame(known, backing)));
  const fewer = was.filter((backing) => !is.some((known) => isSame(known, backing)));
  const needed = more.map(({ coordinate: field, use }): SchemaChange => {
    const message = `${coordinate} tests ${field} now: using it needs the ability to ${use} by that field.`;
    return { weight: 'breaking', coordinate, kind: 'INPUT_BACKED', message };
  });
  const freed = fewer.map(({ coordinate: field, use }): SchemaChange => {
    const message = `${coordinate} no longer needs the ability to ${use} by ${field}.`;
    return { weight: 'safe', coordinate, kind: 'INPUT_NO_LONGER_BACKED', message };
  });
  return [...needed, ...freed];
}

function isSame(a: Backing, b: Backing): boolean {
  return a.coordinate === b.coordinate && a.use === b.use;
}

function hasFields({ sensitivities }: PublishedFacts, typeName: string): boolean {
  return [...sensitivities.keys()].some((coordinate) => coordinate.startsWith(`${typeName}.`));
}

function lostStructure(coordinate: string): SchemaChange {
  const message = `${coordinate} is no longer granted with the field that returns it: its fields need grants of their own.`;
  return { weight: 'breaking', coordinate, kind: 'STRUCTURE_LOST', message };
}
