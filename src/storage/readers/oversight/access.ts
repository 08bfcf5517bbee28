import { LukouError } from '../../../base/index.ts';
import { endsOf, type TimeSpan } from '../../arguments.ts';
import { requirePageSize } from '../../pages.ts';
import type { Statement } from '../../statement.ts';
import { countDisclosures, type DisclosureCountRow } from '../../statements/oversight/count-disclosures.ts';
import { listBroadAccess } from '../../statements/oversight/list-broad-access.ts';
import { listNightAccess } from '../../statements/oversight/list-night-access.ts';
import { listRepeatedSubjects } from '../../statements/oversight/list-repeated-subjects.ts';
import { listVagueAccess } from '../../statements/oversight/list-vague-access.ts';
import type { UnusualAccessRow } from '../../statements/oversight/unusual-access.ts';
import type { ReaderGround } from '../ground.ts';
import { ownDataOf } from './own-data.ts';

const DAY_MS = 86_400_000;
const LONGEST_DAYS = 31;
/** As many rows as such a span has hours, where it begins and ends within one. */
const MOST_COUNTS = LONGEST_DAYS * 24 + 1;

/** What finds each kind of unusual access, by its name in the schema. */
const UNUSUAL: ReadonlyMap<string, Statement<UnusualAccessRow>> = new Map([
  ['NIGHT', listNightAccess],
  ['BREADTH', listBroadAccess],
  ['REPEATED_SUBJECT', listRepeatedSubjects],
  ['VAGUE', listVagueAccess],
]);

interface CountRequest {
  readonly by: string;
  readonly during: TimeSpan;
}

interface UnusualRequest {
  readonly kind: string;
  readonly during: TimeSpan;
  readonly first: number;
}

/** Numbers over the disclosure log, computed in the database. */
export function createAccessReader(ground: ReaderGround) {
  const { session } = ground;
  const own = ownDataOf(ground);
  return {
    disclosureCounts: async ({ by, during }: CountRequest): Promise<readonly DisclosureCountRow[]> =>
      session.run(countDisclosures, [own, by, ...boundedEnds(during), MOST_COUNTS]),
    async unusualAccess({ kind, during, first }: UnusualRequest): Promise<readonly UnusualAccessRow[]> {
      const statement = UNUSUAL.get(kind);
      if (statement === undefined) throw new LukouError('ARGUMENT_INVALID', `There is no rule ${kind}.`);
      return session.run(statement, [own, ...boundedEnds(during), requirePageSize(first)]);
    },
  };
}

/** The two ends of a span of {@link LONGEST_DAYS} days at most. Throws ARGUMENT_INVALID for a longer one. */
export function boundedEnds(span: TimeSpan): readonly [string, string] {
  const ends = endsOf(span);
  if (Date.parse(span.to) - Date.parse(span.from) <= LONGEST_DAYS * DAY_MS) return ends;
  throw new LukouError('ARGUMENT_INVALID', `The span may have ${LONGEST_DAYS} days at most.`);
}
