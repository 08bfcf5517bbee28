import { isObjectType, type GraphQLField } from 'graphql';
import { resolversBySubgraph } from '../../../resolvers/index.ts';
import type { RowColumns } from '../../../src/storage/index.ts';
import { exportedByStatements } from './statement-files.ts';
import { buildSubgraph, type SubgraphName } from './whole-schema.ts';

/** The columns that are declared, each with the agency whose rows they are of. */
export async function declaredColumns(): Promise<readonly (readonly [SubgraphName, RowColumns])[]> {
  return (await exportedByStatements()).flatMap(([agency, value]) =>
    isColumns(value) ? [[agency as SubgraphName, value] as const] : [],
  );
}

function isColumns(value: unknown): value is RowColumns {
  return typeof value === 'object' && value !== null && 'originOf' in value;
}

/** The fields of a type that an operation can ask for. */
export function fieldsOf(name: SubgraphName, type: string): readonly GraphQLField<unknown, unknown>[] {
  const found = buildSubgraph(name).getType(type);
  if (!isObjectType(found)) throw new Error(`${type} is no object type of ${name}`);
  return Object.values(found.getFields()).filter(
    ({ astNode }) => !(astNode?.directives ?? []).some((one) => one.name.value === 'classified'),
  );
}

/** The fields of a type that are in neither list: whoever asks for one has the whole row read. */
export function undeclaredFields(name: SubgraphName, columns: RowColumns): readonly string[] {
  return fieldsOf(name, columns.type)
    .map((field) => field.name)
    .filter((field) => columns.originOf(field) === null);
}

/** The fields of a type whose resolver reads something else of its row than is declared. */
export function wronglyDeclaredFields(name: SubgraphName, columns: RowColumns): readonly string[] {
  return fieldsOf(name, columns.type)
    .filter((field) => {
      const origin = columns.originOf(field.name);
      return origin !== null && readBy(name, columns.type, field.name) !== origin.toSorted().join(' ');
    })
    .map((field) => field.name);
}

/** What a field's resolver reads of its row; where it has none, the column of its name. */
function readBy(name: SubgraphName, type: string, field: string): string {
  const ofType: unknown = Reflect.get(resolversBySubgraph[name], type);
  const resolve: unknown = Reflect.get(Object(ofType), field);
  if (typeof resolve !== 'function') return field;
  const read = new Set<string>();
  const row = new Proxy({}, { get: (_row, property) => (read.add(String(property)), 1) });
  const reader = new Proxy({}, { get: () => () => null });
  resolve(row, {}, { read: reader });
  return [...read].toSorted().join(' ');
}
