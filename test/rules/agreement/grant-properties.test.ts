import * as fc from 'fast-check';
import { bind, compile, draft, MID_2026, permit, smallCatalogue, type Draft } from './fixture.ts';

const OWN = smallCatalogue.coordinates.filter(
  ({ owner, isStructure, isAct }) => owner === 'AG-ROADS' && !isStructure && !isAct,
);
const KEYS = OWN.filter(({ isNullable }) => !isNullable).map(({ name }) => name);
// Lists in an order are left out: they may be granted only together with what they are ordered by.
const NAMES = OWN.filter(({ orderedBy }) => orderedBy === null)
  .map(({ name }) => name)
  .filter((name) => !KEYS.includes(name));
const ROWS = { Camera: 'all', Passage: 'all' };

const someNames = fc.subarray(NAMES, { minLength: 1 });
const someInstant = fc.integer({ min: Date.parse('2020-01-01'), max: Date.parse('2040-01-01') });

const granting = (names: readonly string[], changes: Draft = {}): Draft =>
  draft({
    rows: ROWS,
    permission: [permit('p1', ['read', 'filter', 'sort', 'match'], ...KEYS, ...names)],
    ...changes,
  });

const instant = (ms: number): string => new Date(ms).toISOString();

it('a prohibition wins over every permission, for every action that it names', () => {
  fc.assert(
    fc.property(
      someNames,
      someNames,
      fc.constantFrom('read', 'filter', 'sort', 'match'),
      (granted, prohibited, action) => {
        const grant = bind(
          compile(granting(granted, { prohibition: [permit('x1', action, ...prohibited)] })),
        );
        for (const name of prohibited) {
          const decision = action === 'read' ? grant.decide(name) : grant.decideUse(action, name);
          expect(decision.code).toBe('PROHIBITED');
        }
      },
    ),
    { numRuns: 50 },
  );
});

it('what is neither granted nor known is denied, whatever its name', () => {
  fc.assert(
    fc.property(
      someNames,
      fc.oneof(
        fc.string(),
        fc.constantFrom(...NAMES),
        fc.string().map((field) => `Road.${field}`),
      ),
      (granted, name) => {
        const grant = bind(compile(granting(granted)));
        fc.pre(!granted.includes(name) && !KEYS.includes(name));
        const isStructure =
          smallCatalogue.byName.get(name)?.isStructure ?? /^[A-Z]\w*\.__typename$/.test(name);
        expect(grant.decide(name).kind).toBe(isStructure ? 'allow' : 'deny');
        if (!isStructure) expect(grant.decideUse('filter', name).kind).toBe('deny');
      },
    ),
    { numRuns: 100 },
  );
});

it('outside its span an agreement grants nothing, at any instant', () => {
  fc.assert(
    fc.property(
      someNames,
      someInstant,
      fc.integer({ min: 1, max: 4e11 }),
      someInstant,
      (granted, fromMs, spanMs, nowMs) => {
        const valid = { from: instant(fromMs), until: instant(fromMs + spanMs) };
        const grant = bind(compile(granting(granted, { valid })), {}, nowMs);
        const isInForce = fromMs <= nowMs && nowMs < fromMs + spanMs;
        expect(grant.scopes.size > 0).toBe(isInForce);
        for (const name of NAMES) {
          expect(grant.decide(name).kind).toBe(isInForce && granted.includes(name) ? 'allow' : 'deny');
        }
      },
    ),
    { numRuns: 50 },
  );
});

it('never is more granted than by one single agreement, rows included', () => {
  const PURPOSES = ['ROAD_SAFETY', 'STATISTICS', 'MEDIATION'] as const;
  const anAgreement = fc.record({
    names: someNames,
    rows: fc.constantFrom<Draft>(
      { Passage: 'all', Camera: 'all' },
      { Passage: region('1507'), Camera: region('15') },
    ),
  });
  fc.assert(
    fc.property(
      fc.tuple(anAgreement, anAgreement, anAgreement),
      fc.constantFrom(...PURPOSES),
      (contents, purpose) => {
        const drafts = contents.map(({ names, rows }, place) =>
          granting(names, {
            uid: `urn:agr:test:${place}`,
            rows,
            appliesTo: [
              { leftOperand: 'role', operator: 'isAnyOf', rightOperand: ['partner'] },
              { leftOperand: 'purpose', operator: 'isAnyOf', rightOperand: [PURPOSES[place]] },
            ],
          }),
        );
        const together = bind(compile(...drafts), { purpose }, MID_2026);
        const alone = bind(compile(drafts[PURPOSES.indexOf(purpose)]!), { purpose }, MID_2026);
        expect(together.agreements).toHaveLength(1);
        expect(together.scopes).toEqual(alone.scopes);
        for (const name of NAMES) {
          expect(together.decide(name).kind).toBe(alone.decide(name).kind);
          expect(together.decideUse('match', name).kind).toBe(alone.decideUse('match', name).kind);
        }
      },
    ),
    { numRuns: 50 },
  );
});

function region(prefix: string): Draft[] {
  return [{ leftOperand: 'spatial', operator: 'isAnyOf', rightOperand: [prefix] }];
}
