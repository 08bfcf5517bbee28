import { hasDirective, objectFields } from '../read-sdl.ts';
import type { Finding, SchemaRule } from './schema-rule.ts';

/** A number that agreements may bound by k says what rows it is about, and is counted by an agency that can tell them apart. */
export const groundEveryStatistic: SchemaRule = {
  name: 'every-statistic-has-its-rows',
  check: ({ kind, document }, { catalogue: { byName } }) =>
    objectFields(document)
      .filter(({ field }) => hasDirective(field, 'statistic'))
      .flatMap(({ name }): Finding[] => {
        const facts = byName.get(name);
        if (kind === 'foreign') return [{ place: name, message: NOT_COUNTED }];
        return facts === undefined || facts.derivedFrom.length > 0
          ? []
          : [{ place: name, message: 'name the rows that it counts: @derivedFrom(types: ["Type"])' }];
      }),
};

const NOT_COUNTED =
  'the gateway cannot tell about how many subjects a foreign agency’s number is: remove @statistic, and grant it as it is or not at all';
