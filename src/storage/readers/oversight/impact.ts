import type { TimeSpan } from '../../arguments.ts';
import { listDisclosures } from '../../statements/oversight/list-disclosures.ts';
import { boundedEnds } from './access.ts';
import type { DraftImpact } from './desk.ts';
import type { OversightGround } from './oversight-ground.ts';
import { ownDataOf } from './own-data.ts';

const MOST_RECORDS = 20_000;
const PAGE = 500;
/** Parameters of the list between the agency whose data it is and the span: nothing else is asked for. */
const NO_FILTER = Array.from({ length: 13 }, () => null);
const ANSWERS_AND_DENIALS: ReadonlySet<string> = new Set(['RELEASE', 'DENY']);

interface ImpactRequest {
  readonly draft: string;
  readonly during: TimeSpan;
}

/** What a draft would have changed, and in how much of the span. */
export interface ImpactOfDraft extends DraftImpact {
  /** Whether every record was read; otherwise the newest were. */
  readonly isWhole: boolean;
}

/** What drafts of agreements would have changed: in records of the reader's own data. */
export function createImpactReader(ground: OversightGround) {
  return {
    async agreementImpact({ draft, during }: ImpactRequest): Promise<ImpactOfDraft> {
      const ends = boundedEnds(during);
      let isWhole = true;
      const impact = await ground.desk.judgeDraft(draft, readLeaves());
      return { ...impact, isWhole };

      /** The newest first. A page begins at a record's place: what is committed meanwhile shifts none. */
      async function* readLeaves(): AsyncGenerator<Buffer> {
        let read = 0;
        let after: readonly [string | null, string | null, number | null] = [null, null, null];
        for (;;) {
          const params = [ownDataOf(ground), ...NO_FILTER, ...ends, null, ...after, PAGE];
          const rows = await ground.session.run(listDisclosures, params);
          for (const { stage, leaf } of rows) if (leaf !== null && ANSWERS_AND_DENIALS.has(stage)) yield leaf;
          const last = rows.at(-1);
          if (last === undefined || rows.length < PAGE) return;
          read += rows.length;
          if (read >= MOST_RECORDS) {
            isWhole = false;
            return;
          }
          after = [last.recordedAt, last.log, last.index];
        }
      }
    },
  };
}
