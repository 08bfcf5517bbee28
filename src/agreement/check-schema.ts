import { LukouError } from '../base/index.ts';
import { buildCatalogue } from './build-catalogue.ts';
import type { Catalogue, SubgraphDocument } from './catalogue.ts';
import { backEveryInput } from './schema-rules/back-every-input.ts';
import { carryNoMark } from './schema-rules/carry-no-mark.ts';
import { comeWithNoMore } from './schema-rules/come-with-no-more.ts';
import { describeEverything } from './schema-rules/describe-everything.ts';
import { forgetTheClassified } from './schema-rules/forget-the-classified.ts';
import { groundEveryStatistic } from './schema-rules/ground-every-statistic.ts';
import { judgeConcreteTypes } from './schema-rules/judge-concrete-types.ts';
import { keepDirectiveNames } from './schema-rules/keep-directive-names.ts';
import { keyBySurrogate } from './schema-rules/key-by-surrogate.ts';
import { letDeniableBeNull } from './schema-rules/let-deniable-be-null.ts';
import { lockToAPurpose } from './schema-rules/lock-to-a-purpose.ts';
import { markEverySubject } from './schema-rules/mark-every-subject.ts';
import { ownEveryType } from './schema-rules/own-every-type.ts';
import { promiseNoForeignRows } from './schema-rules/promise-no-foreign-rows.ts';
import { rateEveryField } from './schema-rules/rate-every-field.ts';
import { sayTheOrder } from './schema-rules/say-the-order.ts';
import type { SchemaProblem, SchemaRule } from './schema-rules/schema-rule.ts';

const RULES: readonly SchemaRule[] = [
  rateEveryField,
  comeWithNoMore,
  sayTheOrder,
  promiseNoForeignRows,
  ownEveryType,
  backEveryInput,
  groundEveryStatistic,
  letDeniableBeNull,
  keyBySurrogate,
  judgeConcreteTypes,
  keepDirectiveNames,
  markEverySubject,
  lockToAPurpose,
  forgetTheClassified,
  describeEverything,
  carryNoMark,
];

/**
 * Every place where the schema files break a rule of access.md section 3; empty where they may go online. Give the files
 * as they are written, before `stripClassified`.
 *
 * @param without - names of rules to leave out, for drills that show that a rule is what stops its example.
 * @throws LukouError SCHEMA_INVALID where a file does not say whose data it serves.
 */
export function checkSchema(
  subgraphs: readonly SubgraphDocument[],
  without: ReadonlySet<string> = new Set(),
): readonly SchemaProblem[] {
  return findProblems(
    subgraphs,
    buildCatalogue(subgraphs),
    RULES.filter(({ name }) => !without.has(name)),
  );
}

/**
 * The catalogue of schema files that obey every rule.
 *
 * @throws LukouError SCHEMA_INVALID with every problem, a line each.
 */
export function requireCatalogue(subgraphs: readonly SubgraphDocument[]): Catalogue {
  const catalogue = buildCatalogue(subgraphs);
  const problems = findProblems(subgraphs, catalogue);
  if (problems.length === 0) return catalogue;
  const lines = problems.map(
    ({ subgraph, place, message, rule }) => `\n  ${subgraph}: ${place}: ${message} (${rule})`,
  );
  throw new LukouError('SCHEMA_INVALID', lines.join(''));
}

function findProblems(
  subgraphs: readonly SubgraphDocument[],
  catalogue: Catalogue,
  rules = RULES,
): readonly SchemaProblem[] {
  return subgraphs.flatMap((subgraph) =>
    rules.flatMap((rule) =>
      rule
        .check(subgraph, { subgraphs, catalogue })
        .map((finding) => ({ rule: rule.name, subgraph: subgraph.name, ...finding })),
    ),
  );
}
