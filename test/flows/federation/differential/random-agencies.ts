import { buildSchema, getNamedType, isObjectType, type GraphQLField } from 'graphql';
import type { TestAgency } from '../federate.ts';
import { MERGED_SDL, openAgency, type Faults } from './library.ts';
import type { Draw } from './random-operation.ts';

const MERGED = buildSchema(MERGED_SDL);
const NAMES = ['north', 'south', 'east', 'west'] as const;
const ENTITIES = ['User', 'Org', 'Book', 'Film'] as const;
/** Types without a key: whoever answers one answers all of it. */
const VALUES = ['Note', 'Review'] as const;
const SHARED_INPUTS = `
  enum Kind { BOOK FILM }
  input NoteFilter { from: Int = 0, to: Int!, kinds: [Kind!], inner: InnerFilter }
  input InnerFilter { low: Int! = 1, tags: [[String]] }
  input Match { not: Match, name: String = "n" }
`;

/** A world shared out. */
export interface DrawnAgencies {
  readonly agencies: Readonly<Record<string, TestAgency>>;
  /** Who answers a field, by "Type.field"; a field that two answer has the last of them. */
  readonly owners: ReadonlyMap<string, string>;
  /** Agencies that the types of values do not depend on. */
  readonly dispensable: readonly string[];
}

/** What one agency declares, by type and field. */
type Declared = Map<string, Map<string, string>>;

/**
 * The same world shared out at random: two to four agencies in any order of their names; every field of an entity at
 * one of them, or at two; the interface at one, as an interface object at others; keys that are nested or several;
 * fields that are required, provided, or taken over.
 */
export function drawAgencies(draw: Draw, faults: Faults, mayShare: boolean): DrawnAgencies {
  const names = shuffle(NAMES, draw).slice(0, 2 + draw(3));
  const pick = (from: readonly string[]): string => from[draw(from.length)]!;
  const declared = new Map(names.map((name): [string, Declared] => [name, new Map()]));
  const home = pick(names);
  const objects = names.filter((name) => name !== home && draw(2) === 0);
  const concrete = names.filter((name) => !objects.includes(name));
  const ofMedia = [home, ...objects];
  const homes = { Note: pick(concrete), Review: pick(ofMedia) };
  const twoKeys = mayShare ? names.filter((name) => name === homes.Note || draw(3) === 0) : [];
  const owners = new Map<string, string>();

  for (const name of names) declareEntity(name, draw(2) === 0 ? 'User' : 'Org');
  for (const typeName of VALUES) {
    for (const field of fieldsOf(typeName)) declare(homes[typeName], typeName, field);
  }
  for (const name of twoKeys) for (const field of ['name', 'org']) declareUser(name, field);
  for (const typeName of ['Query', ...ENTITIES]) {
    for (const field of fieldsOf(typeName)) place(typeName, field);
  }
  return {
    agencies: Object.fromEntries(names.map((name) => [name, openAgency(print(name), faults)])),
    owners,
    dispensable: names.filter((name) => name !== home || objects.length === 0),
  };

  function place(typeName: string, field: GraphQLField<unknown, unknown>): void {
    if (field.name === 'id') return;
    if (typeName === 'User' && (field.name === 'name' || field.name === 'org')) {
      if (twoKeys.length === 0) declare(field.name === 'name' ? homes.Note : pick(names), 'User', field);
      return;
    }
    if (isOfInterface(typeName, field.name)) {
      if (typeName === 'Book') placeOnInterface(field.name);
      return;
    }
    const able = ownersOf(typeName, getNamedType(field.type).name);
    const owner = pick(able);
    if (field.name === 'grade') placeRequiring(owner, field);
    else if (field.name === 'size') declare(owner, typeName, field);
    else placeOrShare(owner, able, typeName, field);
  }

  function placeOrShare(
    owner: string,
    able: readonly string[],
    typeName: string,
    field: GraphQLField<unknown, unknown>,
  ): void {
    const other = pick(able);
    const kind = other === owner ? 'alone' : (['alone', 'alone', 'shared', 'taken over'] as const)[draw(4)]!;
    if (kind === 'alone') return declare(owner, typeName, field);
    if (kind === 'shared') {
      if (!mayShare) return declare(owner, typeName, field);
      declare(owner, typeName, field, '@shareable');
      return declare(other, typeName, field, '@shareable');
    }
    declare(other, typeName, field);
    declare(owner, typeName, field, `@override(from: "${other}")`);
  }

  // `Film.owner` is stricter than the interface's, which an interface object could not say.
  function placeOnInterface(fieldName: string): void {
    const field = requireField('Media', fieldName);
    const isReview = fieldName === 'reviews';
    const owner = isReview ? homes.Review : fieldName === 'owner' ? home : pick(ofMedia);
    declare(owner, 'Media', field);
    if (owner !== home) return;
    for (const typeName of ['Book', 'Film']) declare(home, typeName, requireField(typeName, fieldName));
  }

  function placeRequiring(owner: string, field: GraphQLField<unknown, unknown>): void {
    const holdsSize = declared.get(owner)?.get('Org')?.has('size') === true;
    if (holdsSize) return declare(owner, 'Org', field);
    const size = owners.get('Org.size')!;
    declare(owner, 'Org', requireField('Org', 'size'), '@external');
    owners.set('Org.size', size);
    declare(owner, 'Org', field, '@requires(fields: "size")');
  }

  function ownersOf(typeName: string, returned: string): readonly string[] {
    const holders = typeName === 'Book' || typeName === 'Film' ? concrete : names;
    if (returned === 'Note' || returned === 'Named') return [homes.Note];
    if (returned === 'Review') return [homes.Review];
    if (returned === 'Media') return typeName === 'Query' ? ofMedia : [home];
    if (returned === 'Book' || returned === 'Film') return concrete;
    return returned === 'Item' ? concrete : holders;
  }

  function declareUser(name: string, fieldName: string): void {
    declare(name, 'User', requireField('User', fieldName), '@shareable');
  }

  function declare(
    name: string,
    typeName: string,
    field: GraphQLField<unknown, unknown>,
    directive = '',
  ): void {
    declareEntity(name, typeName);
    const known = typeOf(name, typeName);
    if (!known.has(field.name)) known.set(field.name, `${printField(field)} ${directive}`);
    owners.set(`${typeName}.${field.name}`, name);
    needType(name, getNamedType(field.type).name);
  }

  function needType(name: string, typeName: string): void {
    if (typeName === 'Item') for (const member of ['Book', 'Film', 'User']) declareEntity(name, member);
    else if (typeName === 'Media') declareMedia(name);
    else declareEntity(name, typeName);
  }

  function declareMedia(name: string): void {
    typeOf(name, 'Media');
    if (name === home) for (const member of ['Book', 'Film']) declareEntity(name, member);
  }

  function declareEntity(name: string, typeName: string): void {
    if ((ENTITIES as readonly string[]).includes(typeName)) typeOf(name, typeName);
  }

  function typeOf(name: string, typeName: string): Map<string, string> {
    const types = declared.get(name)!;
    let fields = types.get(typeName);
    if (fields === undefined) types.set(typeName, (fields = new Map()));
    return fields;
  }

  function print(name: string): string {
    const types = declared.get(name)!;
    const parts = [...types].map(([typeName, fields]) => printType(name, typeName, [...fields.values()]));
    const used = parts.join('\n');
    const members = name === homes.Note ? 'Book | Film | User | Note' : 'Book | Film | User';
    return [
      used,
      used.includes('Item') ? `union Item = ${members}` : '',
      name === homes.Note ? 'interface Named { name: String }' : '',
      /Kind|NoteFilter|Match/.test(used) ? inputsFor(used) : '',
    ].join('\n');
  }

  function printType(name: string, typeName: string, fields: readonly string[]): string {
    const body = fields.join('\n');
    const isNamed = name === homes.Note && (typeName === 'User' || typeName === 'Note');
    const implemented = isNamed
      ? 'implements Named'
      : name === home && (typeName === 'Book' || typeName === 'Film') && declared.get(name)!.has('Media')
        ? 'implements Media'
        : '';
    if (typeName === 'Media')
      return `${name === home ? 'interface Media' : 'type Media @interfaceObject'} @key(fields: "id") { id: ID! ${body} }`;
    if (!(ENTITIES as readonly string[]).includes(typeName))
      return `type ${typeName} ${implemented} { ${body} }`;
    const second = typeName === 'User' && twoKeys.includes(name) ? '@key(fields: "org { id } name")' : '';
    return `type ${typeName} ${implemented} @key(fields: "id") ${second} { id: ID! ${body} }`;
  }
}

function inputsFor(used: string): string {
  return SHARED_INPUTS.split('\n')
    .filter((line) => {
      if (/input (NoteFilter|InnerFilter)/.test(line)) return used.includes('NoteFilter');
      if (line.includes('input Match')) return used.includes('Match');
      return used.includes('Kind') || used.includes('NoteFilter');
    })
    .join('\n');
}

function isOfInterface(typeName: string, fieldName: string): boolean {
  return (
    (typeName === 'Book' || typeName === 'Film') && ['title', 'score', 'reviews', 'owner'].includes(fieldName)
  );
}

function printField({ name, args, type }: GraphQLField<unknown, unknown>): string {
  if (args.length === 0) return `${name}: ${String(type)}`;
  const list = args.map(({ name: arg, type: of, astNode }) => {
    const value = astNode?.defaultValue;
    return `${arg}: ${String(of)}${value === undefined ? '' : ` = ${MERGED_SDL.slice(value.loc!.start, value.loc!.end)}`}`;
  });
  return `${name}(${list.join(', ')}): ${String(type)}`;
}

function fieldsOf(typeName: string): readonly GraphQLField<unknown, unknown>[] {
  const type = MERGED.getType(typeName);
  return isObjectType(type) ? Object.values(type.getFields()) : [];
}

function requireField(typeName: string, fieldName: string): GraphQLField<unknown, unknown> {
  const type = MERGED.getType(typeName);
  const field = type !== undefined && 'getFields' in type ? type.getFields()[fieldName] : undefined;
  if (field === undefined || !('args' in field))
    throw new TypeError(`There is no field ${typeName}.${fieldName}.`);
  return field;
}

function shuffle(items: readonly string[], draw: Draw): string[] {
  const left = [...items];
  return Array.from(items, () => left.splice(draw(left.length), 1)[0]!);
}
