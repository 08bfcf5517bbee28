import * as fc from 'fast-check';
import { buildCatalogue } from '../../../../src/agreement/index.ts';
import type { MaskSpec, StatisticRule } from '../../../../src/masking/index.ts';
import { smallSchema, STATISTICS } from '../fixture.ts';

/** The small schema with numbers about rows, and a field that is unknown to whoever is not granted it. */
export const referenceCatalogue = buildCatalogue(
  smallSchema((sdl) =>
    sdl.includes('AG-ROADS')
      ? `${sdl}${STATISTICS}`
      : sdl.replace('facts: String @sensitivity(level: SENSITIVE)', '$& @hidden'),
  ),
);

/** A clause as a file writes it. */
export interface ClauseDraft {
  readonly id: string;
  readonly action: readonly string[];
  readonly target: readonly string[];
}

export interface PermissionDraft extends ClauseDraft {
  readonly mask?: MaskSpec;
  readonly contact?: string;
  readonly aggregate?: StatisticRule;
  readonly requires?: { readonly caseReference: boolean };
}

export interface ProhibitionDraft extends ClauseDraft {
  readonly invisible: boolean;
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
  readonly prohibition: readonly ProhibitionDraft[];
  readonly breakGlass?: { readonly reasons: readonly string[]; readonly sessionMinutes: number };
  /** Not of the file, but of the list of suspensions. */
  readonly suspendedFrom?: string;
  readonly [key: string]: unknown;
}

export const AGENCIES = ['AG-POLICE', 'AG-ROADS', 'AG-CASES', 'AG-OVERSIGHT'] as const;
export const ROLES = ['partner', 'analyst', 'auditor'] as const;
export const PURPOSES = ['ROAD_SAFETY', 'STATISTICS', 'MEDIATION'] as const;
const YEARS = [2025, 2026, 2026, 2026, 2026, 2026, 2027] as const;
const ACTIONS = ['read', 'filter', 'sort', 'match'] as const;
const PROHIBITED_ACTIONS = [...ACTIONS, 'group', 'aggregate', 'act'] as const;
/** The instant at which a suspended agreement is suspended. */
export const SUSPENDED_FROM = '2026-06-01T12:00:00.000+08:00';
export const REASONS = ['LIFE_AT_RISK', 'MISSING_PERSON'] as const;
const SOME_SPECIAL = fc.constantFrom(true, false, false, false, false);

const MASKS: Readonly<Record<string, readonly MaskSpec[]>> = {
  PlateNo: [{ fn: 'plate.region' }, { fn: 'token', domain: 'plate' }, { fn: 'redact' }],
  DateTime: [{ fn: 'time.bucket', d: 'PT1H' }],
  String: [{ fn: 'text.redact' }, { fn: 'redact' }],
  Int: [{ fn: 'number.bucket', step: 10, max: 200 }],
};

const some = <T>(values: readonly T[], minLength = 1): fc.Arbitrary<T[]> =>
  fc.subarray([...values], { minLength });

const own = (assigner: string): typeof referenceCatalogue.coordinates =>
  referenceCatalogue.coordinates.filter(({ owner, isStructure }) => owner === assigner && !isStructure);

/** Types of which an agency owns a field, as `Type.*`; in a permission, those with nothing above INTERNAL or in an order. */
const wildcards = (assigner: string, mayHoldAll: boolean): string[] =>
  [...Map.groupBy(own(assigner), ({ typeName }) => typeName)]
    .filter(
      ([, fields]) =>
        mayHoldAll ||
        fields.every(
          ({ sensitivity, orderedBy, isAct }) =>
            !isAct && orderedBy === null && ['PUBLIC', 'INTERNAL'].includes(sensitivity),
        ),
    )
    .map(([typeName]) => `${typeName}.*`);

type Field = (typeof referenceCatalogue.coordinates)[number];

/** Whether the field returns records that can be pointed at. */
function isRecord({ isLeaf, isNullable, namedType }: Field): boolean {
  return !isLeaf && isNullable && referenceCatalogue.types.get(namedType)?.isStructure === false;
}

/** A clause a field, or two where its uses have one of their own, or one for a whole type. */
function permissions(assigner: string): fc.Arbitrary<PermissionDraft[]> {
  const clauses = own(assigner).map((field, at) => {
    const masks = field.isNullable && field.isLeaf && !field.isList ? (MASKS[field.namedType] ?? []) : [];
    return fc
      .record({
        isThere: field.isNullable ? fc.boolean() : fc.constant(true),
        mask: fc.option(fc.constantFrom<MaskSpec>({ fn: 'redact' }, ...masks), { nil: undefined, freq: 2 }),
        uses: fc.subarray(ACTIONS.slice(1) as string[]),
        needsCase: field.isNullable ? fc.boolean() : fc.constant(false),
        usesNeedCase: fc.option(fc.boolean(), { nil: undefined }),
        isPointedAt: SOME_SPECIAL,
      })
      .map(({ isThere, mask, uses, needsCase, usesNeedCase, isPointedAt }): PermissionDraft[] => {
        if (!isThere) return [];
        if (isPointedAt && isRecord(field))
          return [
            {
              id: `n${at}`,
              action: ['point'],
              target: [field.name],
              contact: 'the desk',
              ...(needsCase && { requires: { caseReference: true } }),
            },
          ];
        // Lists in an order go only together with what they are ordered by, tables only as numbers of groups.
        if (field.orderedBy !== null || field.statistic?.mayBeExact === false || field.isAct) return [];
        const isMasked = mask !== undefined && masks.length > 0;
        const open = isMasked ? uses.filter((use) => use === 'match') : uses;
        const isApart = usesNeedCase !== undefined && open.length > 0;
        const clause = (id: string, action: readonly string[], withCase: boolean): PermissionDraft => ({
          id: `${id}${at}`,
          action,
          target: [field.name],
          ...(withCase && { requires: { caseReference: true } }),
        });
        const read = clause('p', ['read', ...(isApart ? [] : open)], needsCase);
        return [isMasked ? { ...read, mask } : read, ...(isApart ? [clause('u', open, usesNeedCase)] : [])];
      });
  });
  const whole = fc.tuple(fc.subarray(wildcards(assigner, false)), some(ACTIONS.slice(1), 0));
  const acts = own(assigner)
    .filter(({ isAct }) => isAct)
    .map(({ name }, at) =>
      fc
        .record({ isThere: fc.boolean(), needsCase: fc.boolean() })
        .map(({ isThere, needsCase }): PermissionDraft[] =>
          isThere
            ? [{ id: `a${at}`, action: ['act'], target: [name], requires: { caseReference: needsCase } }]
            : [],
        ),
    );
  return fc.tuple(whole, ...clauses, ...acts).map(([[types, uses], ...found]) => {
    const single = found.flat().filter(({ target }) => !types.includes(`${target[0]!.split('.')[0]}.*`));
    return types.length === 0 ? single : [...single, { id: 'w', action: ['read', ...uses], target: types }];
  });
}

function prohibitions(assigner: string): fc.Arbitrary<ProhibitionDraft[]> {
  const names = own(assigner)
    .filter(({ isNullable }) => isNullable)
    .map(({ name }) => name);
  const target = fc.oneof(
    { weight: 3, arbitrary: some(names).map((found) => found.slice(0, 2)) },
    { weight: 1, arbitrary: fc.constantFrom(...wildcards(assigner, true)).map((found) => [found]) },
  );
  return fc
    .array(fc.record({ action: some(PROHIBITED_ACTIONS), target, invisible: fc.boolean() }), { maxLength: 2 })
    .map((clauses) =>
      clauses.map(({ action, invisible, target: named }, at) => ({
        id: `x${at}`,
        // Nobody misses what may be read, so only that can be invisible.
        action: invisible ? [...new Set(['read' as const, ...action])] : action,
        target: named,
        invisible,
      })),
    );
}

const SUMMED = ['Passage.plate', 'Passage.speed', 'Passage.camera', 'Camera.passageCount'] as const;
const GROUPED = ['Passage.camera', 'Passage.speed', 'Passage.plate'] as const;

/** What an agreement tells of groups, and by what: clauses that ask for a case together, or not at all. */
const statistics = fc.record({
  isTold: fc.boolean(),
  rule: fc.constantFrom({ k: 5, roundTo: 5 }, { k: 10, roundTo: 1 }),
  summed: fc.subarray([...SUMMED]),
  grouped: fc.subarray([...GROUPED]),
  requires: fc.constantFrom({}, {}, { requires: { caseReference: true } }),
});
type StatisticsDraft = typeof statistics extends fc.Arbitrary<infer Drawn> ? Drawn : never;

/** Adds numbers of groups to other clauses, and takes out of these what would tell the same exactly. */
function withStatistics(
  permission: readonly PermissionDraft[],
  { rule, summed, grouped, requires }: StatisticsDraft,
): PermissionDraft[] {
  const exact = new Set(
    own('AG-ROADS')
      .filter(({ derivedFrom }) => derivedFrom.includes('Passage'))
      .map(({ name }) => name),
  );
  const telling = ({ target }: PermissionDraft): boolean =>
    target.some((name) => exact.has(name) || [...exact].some((field) => name === `${field.split('.')[0]}.*`));
  const others = permission.filter((clause) => !telling(clause));
  const readingOf = (name: string): PermissionDraft | undefined =>
    others.find(
      ({ action, target }) =>
        action.some((each) => ['read', 'point'].includes(each)) && target.includes(name),
    );
  // A masked field is no group, nor one that is seen with a case only where the numbers need none.
  const groups = grouped.filter((name) => {
    const reading = readingOf(name);
    if (reading === undefined) return summed.some((each) => each === name);
    return reading.mask === undefined && reading.contact === undefined && reading.requires === undefined;
  });
  const clause = (id: string, action: string[], target: readonly string[]): PermissionDraft[] =>
    target.length === 0 ? [] : [{ id, action, target, ...requires }];
  return [
    ...others,
    ...clause('t', ['aggregate'], ['Query.passageTable', 'Passage.at', ...summed]).map((told) => ({
      ...told,
      aggregate: rule,
    })),
    ...clause('g', ['group'], groups),
  ];
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
        numbers: statistics,
        glass: fc.tuple(SOME_SPECIAL, some(REASONS)),
        isSuspended: SOME_SPECIAL,
      }),
    )
    .map(({ glass: [isOfGlass, reasons], isSuspended, numbers, ...drawn }) => {
      // Nobody acts through a broken glass.
      const permission = drawn.permission.filter(({ action }) => !isOfGlass || !action.includes('act'));
      const tells = numbers.isTold && drawn.assigner === 'AG-ROADS';
      return {
        ...drawn,
        isOfGlass,
        reasons,
        isSuspended,
        permission: tells ? withStatistics(permission, numbers) : permission,
      };
    })
    .map(({ isOfGlass, reasons, isSuspended, ...file }) => ({
      ...file,
      ...(isOfGlass && { breakGlass: { reasons, sessionMinutes: 15 } }),
      ...(isSuspended && { suspendedFrom: SUSPENDED_FROM }),
    }));
}

/** A few agreements. Not every set of them may stand together. */
export const agreements: fc.Arbitrary<AgreementDraft[]> = fc
  .integer({ min: 1, max: 4 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_none, at) => agreement(at))));
