import type { Agreement, Policy } from '../../agreement/index.ts';
import { type Impact, judgeImpact, type RecordedDecisions } from '../../audit/index.ts';
import type { DraftImpact } from '../../storage/index.ts';
import { findDecisions } from './find-decisions.ts';

const MOST_IMPACTS = 200;

/** What a draft would have changed in records, for the data of its assigner: of others' nothing is told. */
export async function judgeRecords(
  records: AsyncIterable<Buffer>,
  draft: Agreement,
  policy: Policy,
  inForce: Policy,
): Promise<DraftImpact> {
  const { recordsRead, recordsChanged, impacts } = await judgeImpact(
    readOwnDecisions(records, draft.assigner, inForce),
    policy,
    draft.validFromMs,
    inForce.agreements,
  );
  const shown = impacts.slice(0, MOST_IMPACTS).map((impact) => ({ ...impact, kind: nameKind(impact) }));
  return { problems: [], recordsRead, recordsChanged, impacts: shown };
}

async function* readOwnDecisions(
  records: AsyncIterable<Buffer>,
  owner: string,
  { catalogue }: Policy,
): AsyncGenerator<RecordedDecisions> {
  for await (const leaf of records) {
    const record = findDecisions(leaf);
    const isOwn = ([coordinate]: readonly [string, ...unknown[]]): boolean =>
      catalogue.byName.get(coordinate)?.owner === owner;
    if (record !== null) yield { ...record, fields: record.fields.filter(isOwn) };
  }
}

const nameKind = ({ kind }: Impact): string => kind.toUpperCase().replaceAll(' ', '_');
