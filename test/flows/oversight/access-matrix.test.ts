import { openSampleWorld } from '../../world/open-sample-world.ts';
import type { Asker, World } from '../../world/open-world.ts';

const MATRIX = `query Matrix($owner: String!, $typeName: String, $agency: String) {
  accessMatrix(owner: $owner, typeName: $typeName, agency: $agency) {
    classes { agency role purpose withCase breakGlass }
    rows { coordinate owner typeName sensitivity valueType example cells { decision code clause example } }
  }
}`;

interface Cell {
  readonly decision: string;
  readonly code: string;
  readonly clause: string | null;
  readonly example: string | null;
}

interface Matrix {
  readonly classes: readonly {
    readonly agency: string | null;
    readonly purpose: string | null;
    readonly withCase: boolean;
  }[];
  readonly rows: readonly {
    readonly coordinate: string;
    readonly owner: string;
    readonly example: string | null;
    readonly cells: readonly Cell[];
  }[];
}

describe('The matrix of fields and callers', () => {
  let world: World;
  beforeAll(async () => {
    world = await openSampleWorld();
  }, 120_000);
  afterAll(() => world.close());

  async function read(
    asker: Asker,
    owner: string,
    typeName: string | null = null,
    agency: string | null = null,
  ): Promise<Matrix> {
    const variables = { owner, typeName, agency };
    const { body } = await world.ask(asker, MATRIX, { purpose: 'OVERSIGHT', variables });
    expect(body.errors).toBeUndefined();
    return (body.data as { accessMatrix: Matrix }).accessMatrix;
  }
  const cellsOf = (
    { classes, rows }: Matrix,
    coordinate: string,
    agency: string,
    purpose: string,
  ): readonly Cell[] =>
    rows
      .find((row) => row.coordinate === coordinate)!
      .cells.filter((_, at) => classes[at]!.agency === agency && classes[at]!.purpose === purpose);

  it('shows why the transport centre sees no plate: the mask on an invented plate, and its clause', async () => {
    const matrix = await read('steward', 'AG-TRAFFIC-POLICE', 'CheckpointPassage');
    const row = matrix.rows.find(({ coordinate }) => coordinate === 'CheckpointPassage.plateNo')!;
    expect(row.example).toBe('"蒙E00000"');
    const cells = cellsOf(matrix, 'CheckpointPassage.plateNo', 'AG-TRANSPORT-CENTRE', 'ROAD_SAFETY');
    expect(cells[0]).toMatchObject({
      decision: 'mask:plate.region',
      code: 'MASKED',
      clause: expect.stringMatching(/^urn:agr:hlbe:police-transport:0007@\d+#/),
      example: '"蒙E*****"',
    });
  });

  it('decides as an answer does: every cell is the decision of an explanation', async () => {
    const matrix = await read('auditor', 'AG-TRAFFIC-POLICE');
    const operation =
      '{ checkpoints(first: 1) { nodes { name passages(first: 1) { plateNo passTime imageUrl } } } }';
    const { body } = await world.ask(
      'transport',
      'query ($operation: String!) { explain(operation: $operation) { fields { coordinate decision clause } } }',
      { purpose: 'ROAD_SAFETY', variables: { operation } },
    );
    const { fields } = body.data!['explain'] as {
      fields: { coordinate: string; decision: string; clause: string | null }[];
    };
    for (const { coordinate, decision, clause } of fields.filter((field) =>
      field.coordinate.startsWith('CheckpointPassage.'),
    )) {
      const [cell] = cellsOf(matrix, coordinate, 'AG-TRANSPORT-CENTRE', 'ROAD_SAFETY');
      expect([coordinate, cell!.decision, cell!.clause]).toEqual([coordinate, decision, clause]);
    }
  });

  it('shows nothing where nothing is seen, and something else wherever something is masked', async () => {
    const { rows } = await read('auditor', 'AG-TRAFFIC-POLICE');
    const cells = rows.flatMap((row) => row.cells.map((cell) => ({ row, cell })));
    const denied = cells.filter(({ cell }) => cell.decision === 'deny');
    const masked = cells.filter(({ cell }) => cell.decision.startsWith('mask:'));
    expect(denied.length).toBeGreaterThan(0);
    expect(masked.length).toBeGreaterThan(0);
    expect(denied.filter(({ cell }) => cell.example !== null)).toEqual([]);
    expect(masked.filter(({ row, cell }) => cell.example === row.example)).toEqual([]);
  });

  it('of another’s fields tells an owner of its own classes alone', async () => {
    const { classes, rows } = await read('justice-steward', 'AG-TRAFFIC-POLICE');
    expect(new Set(classes.map(({ agency }) => agency))).toEqual(new Set(['AG-JUSTICE-BUREAU']));
    expect(rows.every(({ cells }) => cells.length === classes.length)).toBe(true);
    expect(rows.filter(({ cells }) => cells.every(({ code }) => code === 'INVISIBLE'))).toEqual([]);
    const own = await read('justice-steward', 'AG-JUSTICE-BUREAU');
    expect(own.classes.length).toBeGreaterThan(classes.length);
  });

  it('has no class that only others serve: what they have agreed is not about these fields', async () => {
    for (const asker of ['steward', 'auditor'] as const) {
      const police = await read(asker, 'AG-TRAFFIC-POLICE');
      expect(new Set(police.classes.map(({ agency }) => agency))).toEqual(
        new Set(['AG-JUSTICE-BUREAU', 'AG-TRAFFIC-POLICE', 'AG-TRANSPORT-CENTRE']),
      );
    }
    const justice = await read('auditor', 'AG-JUSTICE-BUREAU');
    expect(justice.classes.map(({ agency }) => agency)).toContain('AG-DETENTION-CENTRE');
  });

  it('is of one agency’s callers where that is asked for, everybody among them', async () => {
    const transport = await read('steward', 'AG-TRAFFIC-POLICE', 'Checkpoint', 'AG-TRANSPORT-CENTRE');
    expect(new Set(transport.classes.map(({ agency }) => agency))).toEqual(new Set(['AG-TRANSPORT-CENTRE']));
    expect(transport.rows.every(({ cells }) => cells.length === transport.classes.length)).toBe(true);
    const everybody = await read('auditor', 'AG-TRANSPORT-CENTRE', 'RoadSegment', 'AG-PUBLIC');
    expect(everybody.classes).toMatchObject([{ agency: null, purpose: null }]);
  });

  it('is not shown to whom no agreement shows it', async () => {
    const { body } = await world.ask('transport', MATRIX, {
      purpose: 'OVERSIGHT',
      variables: { owner: 'AG-TRANSPORT-CENTRE' },
    });
    expect(body.data).toEqual({ accessMatrix: null });
    expect(body.errors![0]!.extensions['code']).toBe('UNAUTHORIZED_FIELD_OR_TYPE');
  });
});
