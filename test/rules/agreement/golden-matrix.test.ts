import { Kind, type DocumentNode } from 'graphql';
import {
  askOf,
  bindGrant,
  type CallerClass,
  compilePolicy,
  describeClass,
  listClasses,
  listMatrix,
  PURPOSES,
  requireCatalogue,
  ROLES,
} from '../../../src/agreement/index.ts';
import { shippedAgreements, shippedSchema } from './shipped-files.ts';

// Every field and every input of the shipped schema, and what every class of callers that a shipped agreement serves may do
// with it. The snapshots were read line by line against the agreements, docs/agreements.md and the model of the data; when
// one changes, read the lines that differ in the same way before you accept them.
const NOW = Date.parse('2026-07-01T12:00:00+08:00');
const schema = shippedSchema();
const catalogue = requireCatalogue(schema);
const policy = compilePolicy(shippedAgreements(), catalogue);
const { classes, rows } = listMatrix(policy, NOW);
const grants = listClasses(policy).map((found) => bindGrant(policy, askOf(found), NOW));

/** Classes that may do the very same, in one column: a letter, and the places of its classes. */
const COLUMNS = [...Map.groupBy(classes.keys(), (place) => rows.map(({ cells }) => cells[place]).join('\n'))]
  .map(([, places]) => places)
  .map((places, at) => ({ letter: String.fromCharCode(65 + at), places }));

const legend = COLUMNS.map(
  ({ letter, places }) => `${letter}  ${places.map((place) => classes[place]).join('; ')}`,
).join('\n');

/** A line a name, a column a group of classes, under a line of letters. */
function draw(lines: readonly (readonly [name: string, cells: readonly string[]])[]): string {
  const table = [
    ['', ...COLUMNS.map(({ letter }) => letter)],
    ...lines.map(([name, cells]) => [name, ...cells]),
  ];
  const widths = table[0]!.map((_, column) => Math.max(...table.map((row) => row[column]!.length)));
  const drawn = table.map((row) =>
    row
      .map((text, column) => text.padEnd(widths[column]!))
      .join('  ')
      .trimEnd(),
  );
  return `\n${legend}\n\n${drawn.join('\n')}\n`;
}

it('what every class of callers may do with every field', () => {
  const lines = rows.map(
    ({ coordinate, cells }) =>
      [
        coordinate,
        // "allow +filter +sort" is drawn as "allow fs".
        COLUMNS.map(({ places: [first] }) =>
          cells[first!]!.replace(/ \+.*/, (uses) => ` ${uses.replaceAll(/ \+(\w)\w*/g, '$1')}`),
        ),
      ] as const,
  );
  expect(draw(lines)).toMatchSnapshot();
});

it('which inputs every class of callers may use', () => {
  const lines = [...catalogue.inputs]
    .filter(([, backings]) => backings.length > 0)
    .map(([position, backings]) => {
      const cells = COLUMNS.map(({ places: [first] }) => {
        const denied = backings
          .map(({ use, coordinate }) => grants[first!]!.decideUse(use, coordinate))
          .find(({ kind }) => kind === 'deny');
        if (denied === undefined) return 'yes';
        return denied.code === 'NO_AGREEMENT' || denied.code === 'NOT_GRANTED' ? '-' : denied.code;
      });
      const uses = backings.map(({ use, coordinate }) => `${use} ${coordinate}`).join(', ');
      return [`${position}  (${uses})`, cells] as const;
    })
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  expect(draw(lines)).toMatchSnapshot();
});

it('arguments that test no field, so that whoever may read the field may use them', () => {
  const free = [...catalogue.inputs]
    .filter(([position, backings]) => backings.length === 0 && position.endsWith(':)'))
    .map(([position]) => position);
  expect(`\n${free.toSorted().join('\n')}\n`).toMatchSnapshot();
});

it('no field of the schema files is left out: it is in the matrix, comes with another, or is on no class’s schema', () => {
  const inFiles = new Set(schema.flatMap(({ document }) => fieldsOf(document)));
  const drawn = new Set(rows.map(({ coordinate }) => coordinate));
  const structure = catalogue.coordinates.filter(({ isStructure }) => isStructure).map(({ name }) => name);
  const rest = [...inFiles].filter((name) => !drawn.has(name) && !structure.includes(name));
  expect(rest).toEqual(['GantryPassage.account']);
  expect([...drawn, ...structure].filter((name) => !inFiles.has(name))).toEqual([]);
  expect(`\n${structure.toSorted().join('\n')}\n`).toMatchSnapshot();
});

it('every other class of callers may do nothing, and a case that nobody asks for changes nothing', () => {
  const agencies = new Set(policy.agreements.flatMap(({ assigner, assignee }) => [assigner, assignee]));
  agencies.delete('AG-PUBLIC');
  const fields = catalogue.coordinates.filter(({ isStructure }) => !isStructure);
  const differing = [];
  for (const agency of [...agencies, 'AG-NOBODY', null])
    for (const role of ROLES)
      for (const purpose of [...PURPOSES, null])
        for (const hasCase of [false, true]) {
          const caller = { agency, role, purpose, hasCase };
          const grant = bindGrant(policy, askOf(caller), NOW);
          const isPublic = agency === null && role === 'public';
          const alike = [
            caller,
            { ...caller, hasCase: false },
            ...(isPublic ? [{ ...caller, purpose: null, hasCase: false }] : []),
          ]
            .map((each) => classes.indexOf(describeClass(each as CallerClass)))
            .find((place) => place >= 0);
          for (const { name } of fields) {
            const expected = alike === undefined ? 'deny' : grants[alike]!.decide(name).kind;
            if (grant.decide(name).kind !== expected) differing.push([agency, role, purpose, hasCase, name]);
          }
        }
  expect(differing).toEqual([]);
});

function fieldsOf({ definitions }: DocumentNode): string[] {
  return definitions.flatMap((node) =>
    node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.OBJECT_TYPE_EXTENSION
      ? (node.fields ?? []).map((field) => `${node.name.value}.${field.name.value}`)
      : [],
  );
}
