import type { Agreement, RowScope } from './agreement.ts';
import { bindGrant } from './bind-grant.ts';
import type { Catalogue, Coordinate } from './catalogue.ts';
import { compilePolicy } from './compile-policy.ts';
import type { Grant } from './grant.ts';
import { askOf, describeClass, listClasses, type CallerClass } from './list-classes.ts';
import { describeAccess } from './list-matrix.ts';

/** One thing that differs between two agreements. */
export interface AgreementChange {
  /** For whom it changes: a class of callers; null for the agreement as a whole. */
  readonly who: string | null;
  /** A field, "rows of Type", or a key of the file. */
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

const KEYS = [
  'assigner',
  'assignee',
  'legalBasis',
  'valid',
  'requires',
  'obligation',
  'budget',
  'ceiling',
  'breakGlass',
  'handling',
] as const;

/**
 * What a reader of two agreements must know: keys that say something else, and per class of callers every field and
 * every row scope that is decided otherwise. Each is judged at its own first instant, with no other agreement about.
 *
 * @throws LukouError AGREEMENT_INVALID where one of them does not compile.
 */
export function diffAgreements(
  before: Agreement,
  after: Agreement,
  catalogue: Catalogue,
): readonly AgreementChange[] {
  const policies = [before, after].map((agreement) => compilePolicy([agreement], catalogue));
  const classes = new Map(
    policies.flatMap(listClasses).map((found) => [describeClass(found), found] as const),
  );
  return [
    ...KEYS.flatMap((key) => change(null, key, describe(before.file[key]), describe(after.file[key]))),
    ...[...classes].flatMap(([who, found]) => {
      const [old, now] = [before, after].map((agreement, at) => grantOf(policies[at]!, agreement, found));
      return [...diffFields(who, old!, now!, catalogue), ...diffRows(who, old!, now!)];
    }),
  ];
}

function grantOf(
  policy: Parameters<typeof bindGrant>[0],
  { validFromMs }: Agreement,
  found: CallerClass,
): Grant {
  return bindGrant(policy, askOf(found), validFromMs);
}

function diffFields(who: string, before: Grant, after: Grant, { coordinates }: Catalogue): AgreementChange[] {
  return coordinates
    .filter(({ isStructure }) => !isStructure)
    .flatMap((field) => change(who, field.name, describeField(before, field), describeField(after, field)));
}

/** A pointer with its contact: whom callers are sent to is a term of the agreement too. */
function describeField(grant: Grant, field: Coordinate): string {
  const { contact } = grant.decide(field.name);
  return [describeAccess(grant, field), contact?.text ?? []].flat().join(': ');
}

function diffRows(who: string, before: Grant, after: Grant): AgreementChange[] {
  const typeNames = [...new Set([...before.scopes.keys(), ...after.scopes.keys()])].toSorted();
  return typeNames.flatMap((typeName) =>
    change(
      who,
      `rows of ${typeName}`,
      describeRows(before.scopes.get(typeName)),
      describeRows(after.scopes.get(typeName)),
    ),
  );
}

// "divisions 1507; at most 90 days old; without PUBLIC_SECURITY; of the own agency; of the stated case", or "none".
function describeRows(scope: RowScope | undefined): string {
  if (scope === undefined) return 'none';
  const { divisions, maxAgeMs, withheldUsages, ofOwnAgency, ofStatedCase } = scope;
  const parts = [
    divisions.includes('') ? 'everywhere' : `divisions ${divisions.join(', ')}`,
    maxAgeMs === null ? [] : `at most ${maxAgeMs / 3_600_000} hours old`,
    withheldUsages.length === 0 ? [] : `without ${withheldUsages.join(', ')}`,
    ofOwnAgency ? 'of the own agency' : [],
    ofStatedCase ? 'of the stated case' : [],
  ];
  return parts.flat().join('; ');
}

function change(who: string | null, what: string, before: string, after: string): AgreementChange[] {
  return before === after ? [] : [{ who, what, before, after }];
}

function describe(value: unknown): string {
  if (value === undefined) return 'none';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
