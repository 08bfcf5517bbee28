import { makeExecutableSchema } from '@graphql-tools/schema';
import { execute, parse, validate } from 'graphql';
import { LukouError } from '../../../../src/base/index.ts';
import type { FederatedAnswer } from '../../../../src/federation/index.ts';
import { federate, type TestAgency } from '../federate.ts';
import { grantBut } from '../open-grant.ts';
import { findDifference, type ComparableAnswer } from './compare-answers.ts';
import { hash, libraryAgencies, MERGED_SDL, mergedResolvers, type Resolvers } from './library.ts';
import { drawAgencies } from './random-agencies.ts';
import { drawOperation, type Draw, type RandomOperation } from './random-operation.ts';

/** Changes an answer as a wrong executor would. */
export type Spoil = (answer: FederatedAnswer) => FederatedAnswer;

export interface Trial {
  readonly asked: number;
  /** Operations whose reference answer has errors. */
  readonly faulty: number;
  /** Operations that the planner refused. */
  readonly unplanned: number;
  readonly differences: readonly string[];
}

const OPERATIONS_PER_WORLD = 20;
/** Compiling costs more than all the rest, and has a test of its own beside this one. */
const COMPILED_EVERY = 4;
/** Most operations that are drawn break a rule of validation. */
const DRAWN_PER_WORLD = 100;
const FAULT_RATES = [0, 0.05, 0.1, 0.25] as const;
/** Nullable fields of object types: denied, they are null without an error from either side. */
const DENIABLE = [
  'User.email',
  'User.friends',
  'User.favourite',
  'User.best',
  'User.notes',
  'Film.minutes',
  'Film.similar',
  'Book.sequel',
  'Note.about',
  'Review.stars',
  'Review.media',
  'Org.boss',
  'Query.feed',
  'Query.top',
] as const;

/**
 * Asks random operations of one random world through the gateway, some of them twice (agencies interpret first and
 * run compiled code then), and of one server that holds the same world.
 *
 * Some worlds are always shared out alike, most at random; in some, one agency is down.
 */
export async function runBothWays(seed: number, spoil: Spoil = (answer) => answer): Promise<Trial> {
  const draw = drawFrom(seed);
  const world = drawWorld(seed, draw);
  const grant = grantBut(Object.fromEntries(world.denied.map((coordinate) => [coordinate, 'deny'])));
  const { federation, ask } = federate(world.agencies, {
    limits: { maxErrors: 100_000, maxRows: Infinity },
    ...(world.down !== null && { replace: { [world.down]: ({ name }) => ({ name, execute: refuse }) } }),
  });
  const merged = makeExecutableSchema({ typeDefs: MERGED_SDL, resolvers: world.resolvers });

  let [asked, faulty, unplanned] = [0, 0, 0];
  const differences: string[] = [];
  for (let drawn = 0; drawn < DRAWN_PER_WORLD && asked < OPERATIONS_PER_WORLD; drawn++) {
    const operation = drawOperation(federation.consumerSchema, draw);
    const document = parse(operation.query);
    if (validate(merged, document).length > 0) continue;
    const expected = await execute({ schema: merged, document, variableValues: operation.variables });
    const turns =
      draw(COMPILED_EVERY) === 0 ? (['interpreted', 'compiled'] as const) : (['interpreted'] as const);
    const answers = await askInTurn(turns, () => ask(operation.query, operation.variables, grant));
    if (answers === null) {
      unplanned += 1;
      continue;
    }
    asked += 1;
    if (expected.errors !== undefined) faulty += 1;
    for (const [at, turn] of turns.entries()) {
      const difference = compare(world, expected, spoil(answers[at]!));
      if (difference !== null) differences.push(describe(seed, turn, operation, difference));
    }
  }
  return { asked, faulty, unplanned, differences };
}

/** Null where the planner knows no way, which is a refusal and no wrong answer. */
async function askInTurn(
  turns: readonly string[],
  ask: () => Promise<FederatedAnswer>,
): Promise<readonly FederatedAnswer[] | null> {
  const answers: FederatedAnswer[] = [];
  try {
    while (answers.length < turns.length) answers.push(await ask());
  } catch (error) {
    if (error instanceof LukouError && error.code === 'OPERATION_UNPLANNABLE') return null;
    throw error;
  }
  return answers;
}

function compare(
  { denied, down }: World,
  expected: ComparableAnswer,
  { data, errors }: FederatedAnswer,
): string | null {
  // Denials are told by whoever planned; what follows from one in a place that may not be null is its matter too. A
  // call that fails as a whole is told once, so its errors name fewer places than fields are empty.
  if (denied.length === 0 && down === null) return findDifference(expected, { data, errors });
  const silent = down !== null && expected.errors !== undefined && errors.length === 0;
  return silent ? 'errors: none, and some are expected' : findDifference({ data: expected.data }, { data });
}

interface World {
  readonly agencies: Readonly<Record<string, TestAgency>>;
  readonly resolvers: Resolvers;
  readonly denied: readonly string[];
  readonly down: string | null;
}

function drawWorld(seed: number, draw: Draw): World {
  const by = draw(2) === 0 ? ('row' as const) : ('field' as const);
  const faults = { seed, rate: FAULT_RATES[draw(4)]!, by };
  const denied = draw(3) === 0 ? DENIABLE.filter(() => draw(4) === 0) : [];
  const resolvers = mergedResolvers(faults);
  for (const coordinate of denied) setResolver(resolvers, coordinate, () => null);
  if (draw(3) === 0) return { agencies: libraryAgencies(faults), resolvers, denied, down: null };
  const isDown = denied.length === 0 && draw(3) === 0;
  const { agencies, owners, dispensable } = drawAgencies(draw, faults, !isDown);
  const down = isDown ? (dispensable[draw(dispensable.length)] ?? null) : null;
  if (down === null) return { agencies, resolvers, denied, down };
  for (const [coordinate, owner] of owners) {
    const isNeeded = coordinate === 'Org.grade' && owners.get('Org.size') === down;
    if (owner === down || isNeeded)
      for (const each of underInterface(coordinate)) setResolver(resolvers, each, fail);
  }
  return { agencies, resolvers, denied, down };
}

function underInterface(coordinate: string): readonly string[] {
  const [typeName, fieldName] = coordinate.split('.');
  return typeName === 'Media' ? [`Book.${fieldName}`, `Film.${fieldName}`] : [coordinate];
}

function setResolver(resolvers: Resolvers, coordinate: string, resolve: () => unknown): void {
  const [typeName = '', fieldName = ''] = coordinate.split('.');
  (resolvers[typeName] ??= {})[fieldName] = resolve;
}

const fail = (): never => {
  throw new Error('The agency is down.');
};
const refuse = (): Promise<never> => Promise.reject(new Error('The agency is down.'));

function describe(
  seed: number,
  turn: string,
  { query, variables }: RandomOperation,
  difference: string,
): string {
  return `seed ${seed}, ${turn}\n${query}\n${JSON.stringify(variables)}\n${difference}`;
}

/** A small generator of its own, so that a seed means the same everywhere. */
function drawFrom(seed: number): Draw {
  let state = hash(`draw ${seed}`);
  return (bound) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 0x1_0000_0000) * bound);
  };
}
