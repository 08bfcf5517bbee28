import { LukouError } from '../base/index.ts';
import type { ReviewableUse, ReviewPorts } from '../request/index.ts';
import { runNamed, type Queryable } from './run-named.ts';

const FIND_USE = {
  name: 'oversight.find-break-glass-use',
  text: `select used.owner, used.principal, review.use_id is not null as "isReviewed"
    from oversight.break_glass_use used
    left join oversight.break_glass_review review on review.use_id = used.id
   where used.id = $1`,
};

const KEEP_REVIEW = {
  name: 'oversight.keep-break-glass-review',
  text: `insert into oversight.break_glass_review (
      use_id, reviewed_at, verdict, reviewer, reviewer_agency, reviewer_role, note)
    values ($1, $2, $3, $4, $5, $6, $7)
    on conflict (use_id) do nothing`,
};

/** Reviews of a broken glass, kept beside its uses. */
export function createReviewDesk(pool: Queryable): ReviewPorts['uses'] {
  return {
    async find(id) {
      const { rows } = await runNamed<ReviewableUse>(pool, FIND_USE, [id]);
      return rows[0] ?? null;
    },
    async keep({ useId, reviewedAtMs, verdict, reviewer, agency, role, note }) {
      const reviewedAt = new Date(reviewedAtMs).toISOString();
      const values = [useId, reviewedAt, verdict, reviewer, agency, role, note];
      const { rowCount } = await runNamed(pool, KEEP_REVIEW, values);
      if (rowCount === 0) throw new LukouError('REVIEW_DONE');
    },
  };
}
