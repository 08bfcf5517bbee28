import { systemClock } from '../../base/index.ts';
import type { OpenDrill } from '../../cli/index.ts';
import { keepDrill } from '../../request/index.ts';
import { createDrillStore } from '../../storage/index.ts';
import type { DeskParts } from '../desk-parts.ts';
import { identifyPerson } from '../identify-person.ts';
import { openOperatorLog, operatorPlaceOf } from '../open-log.ts';
import { runDrill } from './run-drill.ts';

/** Drills, in a world of their own, whose results are kept in the database of the gateways. */
export function openDrillDesk(parts: DeskParts): OpenDrill {
  return async (by, onStep) => {
    const config = parts.readConfig();
    // Before the drill, which takes a while.
    const principal = by === null ? null : await identifyPerson(by, config, parts);
    const drilled = await runDrill(onStep);
    return {
      drilled,
      async keep() {
        await using database = await parts.joinDatabase(config);
        const place = operatorPlaceOf(config, { database, clock: systemClock, onMessage: parts.onMessage });
        return await keepDrill(principal, drilled, {
          drills: createDrillStore(database.app),
          log: openOperatorLog(place),
          logName: place.log,
          clock: systemClock,
        });
      },
    };
  };
}
