import { systemClock } from '../base/index.ts';
import type { HoldCase, JudgeIncident, Review } from '../cli/index.ts';
import type { Config } from '../config.ts';
import { holdCase, judgeIncident, reviewUse } from '../request/index.ts';
import {
  type Database,
  createCaseRegister,
  createHoldDesk,
  createIncidentJudge,
  createReviewDesk,
} from '../storage/index.ts';
import { identifyPerson } from './identify-person.ts';
import { openOperatorLog, operatorPlaceOf } from './open-log.ts';

/** How the desk comes by the configuration, and by the database of the gateways. */
export interface ReviewDeskParts {
  readonly readConfig: () => Config;
  readonly production: boolean;
  readonly joinDatabase: (config: Config) => Promise<Database & AsyncDisposable>;
  readonly onMessage: (message: string) => void;
}

/** What those do at a terminal who answer for data. Who that is, a token says. */
export interface ReviewDesk {
  readonly review: Review;
  readonly judgeIncident: JudgeIncident;
  readonly hold: HoldCase;
}

/** Opens the desk; each command joins the database for itself. */
export function openReviewDesk(parts: ReviewDeskParts): ReviewDesk {
  const { readConfig, joinDatabase, onMessage } = parts;
  return {
    async review({ by, ...asked }) {
      const config = readConfig();
      const principal = await identifyPerson(by, config, parts);
      await using database = await joinDatabase(config);
      const log = openOperatorLog(operatorPlaceOf(config, { database, clock: systemClock, onMessage }));
      const uses = createReviewDesk(database.app);
      return (await reviewUse(principal, asked, { uses, log, clock: systemClock })).index;
    },
    async judgeIncident({ by, ...asked }) {
      const config = readConfig();
      const principal = await identifyPerson(by, config, parts);
      await using database = await joinDatabase(config);
      const log = openOperatorLog(operatorPlaceOf(config, { database, clock: systemClock, onMessage }));
      const incidents = createIncidentJudge(database.app);
      return await judgeIncident(principal, asked, { incidents, log, clock: systemClock });
    },
    async hold({ by, ...asked }) {
      const config = readConfig();
      const principal = await identifyPerson(by, config, parts);
      await using database = await joinDatabase(config);
      const log = openOperatorLog(operatorPlaceOf(config, { database, clock: systemClock, onMessage }));
      const cases = createCaseRegister(database.app);
      const holds = createHoldDesk(database.app);
      return (await holdCase(principal, asked, { cases, holds, log, clock: systemClock })).index;
    },
  };
}
