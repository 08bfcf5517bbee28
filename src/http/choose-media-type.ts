import { LukouError } from '../base/index.ts';

const JSON_TYPE = 'application/json';
const GRAPHQL_TYPE = 'application/graphql-response+json';

/** How an answer is to be sent. */
export interface ChosenMediaType {
  readonly mediaType: typeof JSON_TYPE | typeof GRAPHQL_TYPE;
  /**
   * The client named application/json and accepts nothing newer. GraphQL over HTTP then wants status 200 for
   * whatever is wrong with the operation itself.
   */
  readonly isLegacy: boolean;
}

/** Chooses from the header accept; application/json where it leaves the choice. Throws NOT_ACCEPTABLE. */
export function chooseMediaType(accept: string | undefined): ChosenMediaType {
  if (accept === undefined || accept.trim() === '') return { mediaType: JSON_TYPE, isLegacy: false };
  const wishes = readWishes(accept);
  const json = weigh(JSON_TYPE, wishes);
  const graphql = weigh(GRAPHQL_TYPE, wishes);
  if (json === 0 && graphql === 0) throw new LukouError('NOT_ACCEPTABLE');
  const isNewer = graphql > json || (graphql === json && isBefore(GRAPHQL_TYPE, JSON_TYPE, wishes));
  return isNewer
    ? { mediaType: GRAPHQL_TYPE, isLegacy: false }
    : { mediaType: JSON_TYPE, isLegacy: wishes.has(JSON_TYPE) && graphql === 0 };
}

/** Media ranges in the order of the header, with their weights. Parameters of a type change nothing here. */
function readWishes(accept: string): ReadonlyMap<string, number> {
  const wishes = new Map<string, number>();
  for (const part of accept.split(',')) {
    const [range = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase());
    const weight = Number(parameters.find((text) => text.startsWith('q='))?.slice(2) ?? 1);
    wishes.set(range, Number.isFinite(weight) ? weight : 0);
  }
  return wishes;
}

/** The weight of the range that fits best. */
function weigh(type: string, wishes: ReadonlyMap<string, number>): number {
  return wishes.get(type) ?? wishes.get('application/*') ?? wishes.get('*/*') ?? 0;
}

function isBefore(one: string, other: string, wishes: ReadonlyMap<string, number>): boolean {
  const order = [...wishes.keys()];
  return order.includes(one) && (!order.includes(other) || order.indexOf(one) < order.indexOf(other));
}
