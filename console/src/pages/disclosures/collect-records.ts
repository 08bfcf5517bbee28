import {
  DisclosureListDocument,
  type DisclosureListQueryVariables,
  type ListedRecordFragment,
} from '../../graphql/generated.ts';
import { ask, refusalOf, type Stated } from '../../graphql/index.ts';
import type { RecordFilter } from './filter.ts';

/** Records of one file at most: what is more belongs to `lukou audit export`. */
export const MOST_RECORDS = 10_000;
/** Records that are asked for at once, which the gateway answers with one record of its own. */
export const PAGE_RECORDS = 200;

/** What was collected. */
export interface Collected {
  readonly records: readonly ListedRecordFragment[];
  /** Questions that were asked, each of which is a record. */
  readonly questions: number;
  /** False where there are more than {@link MOST_RECORDS}. */
  readonly isWhole: boolean;
}

/** Asks for every page of what a filter finds, newest first, up to {@link MOST_RECORDS}. */
export async function collectRecords(
  filter: RecordFilter,
  stated: Stated,
  onPage: (soFar: Collected) => void,
  signal: AbortSignal,
): Promise<Collected> {
  const records: ListedRecordFragment[] = [];
  let after: string | null = null;
  for (let questions = 1; ; questions += 1) {
    const variables: DisclosureListQueryVariables = { first: PAGE_RECORDS, after, filter };
    const answer = await ask(DisclosureListDocument, variables, stated, signal);
    const { disclosureRecords: page } = answer.data;
    if (page === null) throw refusalOf(answer);
    records.push(...page.nodes);
    after = page.pageInfo.endCursor;
    const isWhole = !page.pageInfo.hasNextPage;
    const soFar = { records: [...records], questions, isWhole };
    if (isWhole || records.length >= MOST_RECORDS) return soFar;
    onPage(soFar);
  }
}
