import { batchReads, rowsByKey, rowsByParent } from '../../batches.ts';
import { readPage, type Page, type PageRequest } from '../../pages.ts';
import {
  listAgreementTexts,
  type AgreementTextRow,
} from '../../statements/oversight/list-agreement-texts.ts';
import { listAgreements, type AgreementRow } from '../../statements/oversight/list-agreements.ts';
import { listSharedFields, type SharedFieldRow } from '../../statements/oversight/list-shared-fields.ts';
import type { OversightGround } from './oversight-ground.ts';
import { ownDataOf } from './own-data.ts';

interface AgreementFilter {
  readonly uid?: string | null;
  readonly assigner?: string | null;
  readonly assignee?: string | null;
}

interface AccessRequest {
  readonly owner: string;
  readonly typeName?: string | null;
  readonly agency?: string | null;
}

type Version = Pick<AgreementRow, 'uid' | 'version'>;

/** Agreements: their summaries to every reader, their words to their parties and the keeper of the log. */
export function createAgreementReader(ground: OversightGround) {
  const { session, desk } = ground;
  const own = ownDataOf(ground);
  const keyOf = ({ uid, version }: Version): string => JSON.stringify([uid, version]);
  const pairsOf = (keys: readonly string[]): readonly [string[], number[]] => {
    const pairs = keys.map((key) => JSON.parse(key) as [uid: string, version: number]);
    return [pairs.map(([uid]) => uid), pairs.map(([, version]) => version)];
  };
  const sharedFields = batchReads<[], readonly SharedFieldRow[]>(
    async (keys) => rowsByParent(await session.run(listSharedFields, pairsOf(keys)), keyOf),
    [],
  );
  const texts = batchReads<[], AgreementTextRow | null>(
    async (keys) => rowsByKey(await session.run(listAgreementTexts, pairsOf(keys)), keyOf),
    null,
  );
  const isParty = ({ assigner, assignee }: AgreementRow): boolean =>
    own === null || own === assigner || own === assignee;

  return {
    agreements: (request: PageRequest<AgreementFilter>): Promise<Page<AgreementRow>> =>
      readPage(ground, request, {
        list: 'agreements',
        positionOf: (row) => [row.uid, row.version],
        rowsAfter: (position, limit) =>
          session.run(listAgreements, [
            request.filter?.assigner ?? null,
            request.filter?.assignee ?? null,
            request.filter?.uid ?? null,
            ...(position ?? [null, null]),
            limit,
          ]),
      }),
    async sharedFields(agreement: AgreementRow): Promise<readonly SharedFieldRow[]> {
      const fields = await sharedFields(keyOf(agreement));
      return isParty(agreement) ? fields : fields.filter(({ coordinate }) => desk.isForEverybody(coordinate));
    },
    agreementState: (agreement: AgreementRow) => desk.stateOf(agreement),
    agreementSuspension: (agreement: AgreementRow) =>
      isParty(agreement) ? desk.findSuspension(agreement) : null,
    agreementDocument: async (agreement: AgreementRow) =>
      isParty(agreement) ? ((await texts(keyOf(agreement)))?.document ?? null) : null,
    async agreementSignatures(agreement: AgreementRow) {
      const archived = isParty(agreement) ? await texts(keyOf(agreement)) : null;
      return archived === null ? null : desk.listSignatures(agreement, archived);
    },
    accessMatrix: ({ owner, typeName = null, agency = null }: AccessRequest) =>
      desk.showAccess({ owner, typeName, assignee: agency }),
    agreementCheck: ({ draft }: { readonly draft: string }) => desk.checkDraft(draft),
  };
}
