import { systemClock } from '../base/index.ts';
import type { HoldCase, JudgeIncident, Review } from '../cli/index.ts';
import { holdCase, judgeIncident, reviewUse } from '../request/index.ts';
import {
  createCaseRegister,
  createHoldDesk,
  createIncidentJudge,
  createReviewDesk,
} from '../storage/index.ts';
import type { DeskParts } from './desk-parts.ts';
import { openForPerson } from './open-for-person.ts';

/** What those do at a terminal who answer for data. Who that is, a token says. */
export interface ReviewDesk {
  readonly review: Review;
  readonly judgeIncident: JudgeIncident;
  readonly hold: HoldCase;
}

/** Opens the desk; each command joins the database for itself. */
export function openReviewDesk(parts: DeskParts): ReviewDesk {
  return {
    async review({ by, ...asked }) {
      await using opened = await openForPerson(by, parts);
      const { principal, database, log } = opened;
      const uses = createReviewDesk(database.app);
      return (await reviewUse(principal, asked, { uses, log, clock: systemClock })).index;
    },
    async judgeIncident({ by, ...asked }) {
      await using opened = await openForPerson(by, parts);
      const { principal, database, log } = opened;
      const incidents = createIncidentJudge(database.app);
      return await judgeIncident(principal, asked, { incidents, log, clock: systemClock });
    },
    async hold({ by, ...asked }) {
      await using opened = await openForPerson(by, parts);
      const { principal, database, log } = opened;
      const cases = createCaseRegister(database.app);
      const holds = createHoldDesk(database.app);
      return (await holdCase(principal, asked, { cases, holds, log, clock: systemClock })).index;
    },
  };
}
