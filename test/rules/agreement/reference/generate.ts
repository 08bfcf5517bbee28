import * as fc from 'fast-check';
import type { MaskSpec } from '../../../../src/masking/index.ts';
import { smallCatalogue } from '../fixture.ts';

/** A clause as a file writes it. */
export interface ClauseDraft {
  readonly id: string;
  readonly action: readonly string[];
  readonly target: readonly string[];
}

export interface PermissionDraft extends ClauseDraft {
  readonly mask?: MaskSpec;
  readonly requires?: { readonly caseReference: boolean };
}

/** An agreement file. */
export interface AgreementDraft {
  readonly uid: string;
  readonly version: number;
  readonly assigner: string;
  readonly assignee: string;
  readonly valid: { readonly from: string; readonly until: string };
  readonly appliesTo: readonly {
    readonly leftOperand: string;
    readonly operator: string;
    readonly rightOperand: readonly string[];
  }[];
  readonly requires: { readonly caseReference: boolean };
  readonly permission: readonly PermissionDraft[];
  readonly prohibition: readonly ClauseDraft[];
  readonly [key: string]: unknown;
}

export const AGENCIES = ['AG-POLICE', 'AG-ROADS', 'AG-CASES'] as const;
export const ROLES = ['partner', 'analyst', 'auditor'] as const;
export const PURPOSES = ['ROAD_SAFETY', 'STATISTICS', 'MEDIATION'] as const;
const YEARS = [2025, 2026, 2026, 2026, 2027] as const;
const ACTIONS = ['read', 'filter', 'sort', 'match'] as const;

const MASKS: Readonly<Record<string, readonly MaskSpec[]>> = {
  PlateNo: [{ fn: 'plate.region' }, { fn: 'token', domain: 'plate' }, { fn: 'redact' }],
  DateTime: [{ fn: 'time.bucket', d: 'PT1H' }],
  String: [{ fn: 'text.redact' }, { fn: 'redact' }],
  Int: [{ fn: 'number.bucket', step: 10, max: 200 }],
};

const some = <T>(values: readonly T[], minLength = 1): fc.Arbitrary<T[]> =>
  fc.subarray([...values], { minLength });

/** A clause a field. Lists in an order are left out: they go only together with what they are ordered by. */
function permissions(assigner: string): fc.Arbitrary<PermissionDraft[]> {
  const own = smallCatalogue.coordinates.filter(
    ({ owner, isStructure, orderedBy }) => owner === assigner && !isStructure && orderedBy === null,
  );
  const clauses = own.map((field, at) => {
    const masks = field.isNullable && field.isLeaf && !field.isList ? (MASKS[field.namedType] ?? []) : [];
    return fc
      .record({
        isThere: field.isNullable ? fc.boolean() : fc.constant(true),
        mask: fc.option(fc.constantFrom<MaskSpec>({ fn: 'redact' }, ...masks), { nil: undefined, freq: 2 }),
        uses: fc.subarray(ACTIONS.slice(1) as string[]),
        needsCase: field.isNullable ? fc.boolean() : fc.constant(false),
      })
      .map(({ isThere, mask, uses, needsCase }): PermissionDraft[] => {
        if (!isThere) return [];
        const isMasked = mask !== undefined && masks.length > 0;
        const action = ['read', ...(isMasked ? uses.filter((use) => use === 'match') : uses)];
        return [
          {
            id: `p${at}`,
            action,
            target: [field.name],
            ...(isMasked && { mask }),
            ...(needsCase && { requires: { caseReference: true } }),
          },
        ];
      });
  });
  return fc.tuple(...clauses).map((found) => found.flat());
}

function prohibitions(assigner: string): fc.Arbitrary<ClauseDraft[]> {
  const own = smallCatalogue.coordinates.filter(
    ({ owner, isStructure, isNullable }) => owner === assigner && !isStructure && isNullable,
  );
  const clause = fc.record({
    action: some(ACTIONS),
    target: some(own.map(({ name }) => name)).map((names) => names.slice(0, 2)),
  });
  return fc
    .array(clause, { maxLength: 2 })
    .map((clauses) => clauses.map(({ action, target }, at) => ({ id: `x${at}`, action, target })));
}

/** One agreement of one year. */
function agreement(at: number): fc.Arbitrary<AgreementDraft> {
  return fc
    .record({
      assigner: fc.constantFrom('AG-ROADS', 'AG-CASES'),
      assignee: fc.constantFrom(...AGENCIES),
      year: fc.constantFrom(...YEARS),
    })
    .chain(({ assigner, assignee, year }) =>
      fc.record({
        apiVersion: fc.constant('lukou/v1'),
        kind: fc.constant('Agreement'),
        uid: fc.constant(`urn:agr:test:${at}`),
        version: fc.integer({ min: 1, max: 9 }),
        assigner: fc.constant(assigner),
        assignee: fc.constant(assignee),
        conflict: fc.constant('prohibit'),
        valid: fc.constant({
          from: `${year}-01-01T00:00:00+08:00`,
          until: `${year + 1}-01-01T00:00:00+08:00`,
        }),
        legalBasis: fc.constant({ code: 'LB-TEST-01', document: `sha256:${'0'.repeat(64)}` }),
        appliesTo: fc.tuple(some(PURPOSES), some(ROLES)).map(([purposes, roles]) => [
          { leftOperand: 'purpose', operator: 'isAnyOf', rightOperand: purposes },
          { leftOperand: 'role', operator: 'isAnyOf', rightOperand: roles },
        ]),
        requires: fc.record({ caseReference: fc.constantFrom(false, false, false, true) }),
        rows: fc.constant(assigner === 'AG-ROADS' ? { Camera: 'all', Passage: 'all' } : {}),
        permission: permissions(assigner),
        prohibition: prohibitions(assigner),
      }),
    );
}

/** A few agreements. Not every set of them may stand together. */
export const agreements: fc.Arbitrary<AgreementDraft[]> = fc
  .integer({ min: 1, max: 4 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_none, at) => agreement(at))));
