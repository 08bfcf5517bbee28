import type { Scenario } from '../scenario.ts';
import { ABSTRACT_TYPES } from './abstract-types.ts';
import { CONDITIONS } from './conditions.ts';
import { FAULTS } from './faults.ts';
import { FETCH_KINDS } from './fetch-kinds.ts';
import { INACCESSIBLE } from './inaccessible.ts';
import { INTERFACE_OBJECTS } from './interface-objects.ts';
import { KEYS } from './keys.ts';
import { MUTATIONS } from './mutations.ts';
import { OVERRIDE } from './override.ts';
import { PROVIDES } from './provides.ts';
import { REQUIRES } from './requires.ts';

/** All of them, in the order of their ids. */
export const SCENARIOS: readonly Scenario[] = [
  ...FETCH_KINDS,
  ...KEYS,
  ...REQUIRES,
  ...PROVIDES,
  ...OVERRIDE,
  ...ABSTRACT_TYPES,
  ...INTERFACE_OBJECTS,
  ...CONDITIONS,
  ...INACCESSIBLE,
  ...MUTATIONS,
  ...FAULTS,
];
