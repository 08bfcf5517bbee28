import { systemClock } from '../base/index.ts';
import type { Person } from '../cli/index.ts';
import type { DeskParts } from './desk-parts.ts';
import { identifyPerson } from './identify-person.ts';
import { openOperatorLog, operatorPlaceOf } from './open-log.ts';

/** What a person acts on from a terminal. Who it is, is known before the database is joined. */
export async function openForPerson(by: Person, parts: DeskParts) {
  const config = parts.readConfig();
  const principal = await identifyPerson(by, config, parts);
  const database = await parts.joinDatabase(config);
  const place = operatorPlaceOf(config, { database, clock: systemClock, onMessage: parts.onMessage });
  return {
    config,
    principal,
    database,
    place,
    log: openOperatorLog(place),
    [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
  };
}
