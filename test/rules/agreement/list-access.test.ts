import { listAccess } from '../../../src/agreement/index.ts';
import { compile, draft, type Draft, MID_2026, permit } from './fixture.ts';

/** Agreements with so many agencies, one each: of AG-ROADS about its roads, of AG-CASES about its cases. */
function withMany(assigner: 'AG-ROADS' | 'AG-CASES', count: number): Draft[] {
  const target = assigner === 'AG-ROADS' ? ['Road.id', 'Road.name'] : ['Case.id', 'Case.kind'];
  return Array.from({ length: count }, (_, at) =>
    draft({
      uid: `urn:agr:test:${assigner.toLowerCase()}:${at}`,
      assigner,
      assignee: `AG-N${at}`,
      permission: [permit('p1', 'read', ...target)],
    }),
  );
}

const ASKED = { owner: 'AG-ROADS', typeName: null, assignee: null, reader: 'AG-ROADS' } as const;

describe('The table of fields and callers', () => {
  it('has the classes that the owner’s agreements serve: others’ agreements say nothing of its fields', () => {
    const policy = compile(...withMany('AG-ROADS', 2), ...withMany('AG-CASES', 40));
    for (const reader of ['AG-ROADS', 'AG-OVERSIGHT']) {
      const { classes, rows } = listAccess(policy, { ...ASKED, reader }, MID_2026);
      expect(classes.map(({ agency }) => agency)).toEqual(['AG-N0', 'AG-N1']);
      expect(
        rows.every(({ coordinate, decisions }) => coordinate.owner === 'AG-ROADS' && decisions.length === 2),
      ).toBe(true);
      expect(rows.length).toBeGreaterThan(5);
    }
  });

  it('is of one agency’s callers where it is asked so', () => {
    const policy = compile(...withMany('AG-ROADS', 3));
    const agenciesFor = (assignee: string, reader = 'AG-ROADS'): (string | null)[] =>
      listAccess(policy, { ...ASKED, assignee, reader }, MID_2026).classes.map(({ agency }) => agency);
    expect(agenciesFor('AG-N1')).toEqual(['AG-N1']);
    expect(agenciesFor('AG-N1', 'AG-N1')).toEqual(['AG-N1']);
    // Another agency is told of itself alone, whomever it asks about.
    expect(agenciesFor('AG-N1', 'AG-N2')).toEqual([]);
    expect(agenciesFor('AG-NOBODY')).toEqual([]);
  });

  it('is refused where it would be wider than one answer shows, and says how to ask', () => {
    const few = compile(...withMany('AG-ROADS', 150), ...withMany('AG-CASES', 10));
    expect(listAccess(few, ASKED, MID_2026).classes).toHaveLength(150);
    const many = compile(...withMany('AG-ROADS', 151));
    expect(() => listAccess(many, ASKED, MID_2026)).toThrow(
      /AG-ROADS serves 151 classes of callers, and one answer shows 150: ask by agency/,
    );
    expect(listAccess(many, { ...ASKED, assignee: 'AG-N150' }, MID_2026).classes).toHaveLength(1);
    expect(listAccess(many, { ...ASKED, reader: 'AG-N7' }, MID_2026).classes).toHaveLength(1);
  });
});
