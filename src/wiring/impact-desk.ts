import { type ImpactReport, type RecordedDecisions, judgeImpact } from '../audit/index.ts';
import { type Database, readDisclosuresSince } from '../storage/index.ts';
import { agreementFolder, readShippedSchema } from './agency.ts';
import { AgreementFiles } from './agreements/agreement-files.ts';
import { makeAgreementSet } from './agreements/agreement-set.ts';
import { readOneAgreement } from './agreement-desk.ts';
import { findDecisions } from './oversight/find-decisions.ts';

/**
 * What a draft would have changed in the answers since an instant: the draft takes the place of the other versions of its
 * agreement, beside the gateway's own set.
 *
 * @throws LukouError AGREEMENT_INVALID where the draft does not compile together with the others.
 */
export async function judgeDraft(
  database: Database,
  draftPath: string,
  folder: string | undefined,
  since: Date,
): Promise<ImpactReport> {
  const draft = await readOneAgreement(draftPath);
  const files = new AgreementFiles({ path: agreementFolder(folder) });
  const { agreements, suspensions } = await files.read();
  const isOther = ({ uid }: { readonly uid: string }): boolean => uid !== draft.uid;
  const { catalogue } = await readShippedSchema();
  const together = makeAgreementSet([...agreements.filter(isOther), draft], suspensions.filter(isOther));
  const policy = await files.compile(together, catalogue);
  return judgeImpact(readRecords(database, since), policy, draft.validFromMs, agreements);
}

async function* readRecords(database: Database, since: Date): AsyncGenerator<RecordedDecisions> {
  for await (const leaf of readDisclosuresSince(database.log, since.toISOString())) {
    const record = findDecisions(leaf);
    if (record !== null) yield record;
  }
}
