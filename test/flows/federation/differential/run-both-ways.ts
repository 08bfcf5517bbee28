import { makeExecutableSchema } from '@graphql-tools/schema';
import { execute, parse, validate } from 'graphql';
import type { FederatedAnswer } from '../../../../src/federation/index.ts';
import { federate } from '../federate.ts';
import { grantBut } from '../open-grant.ts';
import { findDifference } from './compare-answers.ts';
import { hash, libraryAgencies, MERGED_SDL, mergedResolvers } from './library.ts';
import { drawOperation, type Draw, type RandomOperation } from './random-operation.ts';

/** Changes an answer as a wrong executor would. */
export type Spoil = (answer: FederatedAnswer) => FederatedAnswer;

export interface Trial {
  readonly asked: number;
  /** Operations whose reference answer has errors. */
  readonly faulty: number;
  readonly differences: readonly string[];
}

const OPERATIONS_PER_WORLD = 8;
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
 * Asks random operations of one random world through the gateway, twice each (agencies interpret first and run
 * compiled code then), and of one server that holds the same world.
 */
export async function runBothWays(seed: number, spoil: Spoil = (answer) => answer): Promise<Trial> {
  const draw = drawFrom(seed);
  const faults = {
    seed,
    rate: FAULT_RATES[draw(4)]!,
    by: draw(2) === 0 ? ('row' as const) : ('field' as const),
  };
  const denied = draw(3) === 0 ? DENIABLE.filter(() => draw(4) === 0) : [];
  const grant = grantBut(Object.fromEntries(denied.map((coordinate) => [coordinate, 'deny'])));
  const { federation, ask } = federate(libraryAgencies(faults), {
    limits: { maxErrors: 100_000, maxRows: Infinity },
  });
  const merged = openMerged(faults, denied);

  let [asked, faulty] = [0, 0];
  const differences: string[] = [];
  for (let count = 0; count < OPERATIONS_PER_WORLD; count++) {
    const operation = drawOperation(federation.consumerSchema, draw);
    const document = parse(operation.query);
    if (validate(merged, document).length > 0) continue;
    asked += 1;
    const expected = await execute({ schema: merged, document, variableValues: operation.variables });
    if (expected.errors !== undefined) faulty += 1;
    for (const turn of ['interpreted', 'compiled']) {
      const actual = spoil(await ask(operation.query, operation.variables, grant));
      // Denials are told by whoever planned; what follows from one in a place that may not be null is its matter too.
      const difference =
        denied.length > 0
          ? findDifference({ data: expected.data }, { data: actual.data })
          : findDifference(expected, actual);
      if (difference !== null) differences.push(describe(seed, turn, operation, difference));
    }
  }
  return { asked, faulty, differences };
}

function openMerged(faults: Parameters<typeof mergedResolvers>[0], denied: readonly string[]) {
  const resolvers = mergedResolvers(faults);
  for (const coordinate of denied) {
    const [typeName = '', fieldName = ''] = coordinate.split('.');
    (resolvers[typeName] ??= {})[fieldName] = () => null;
  }
  return makeExecutableSchema({ typeDefs: MERGED_SDL, resolvers });
}

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
