import { readFileSync } from 'node:fs';
import { Kind, parse } from 'graphql';

const SDL = new URL('../../../schema/mediation.graphql', import.meta.url);

/** Every forecast that the schema knows. */
export const CASE_FORECASTS: readonly string[] = parse(readFileSync(SDL, 'utf8')).definitions.flatMap(
  (definition) =>
    definition.kind === Kind.ENUM_TYPE_DEFINITION && definition.name.value === 'CaseForecast'
      ? (definition.values ?? []).map(({ name }) => name.value)
      : [],
);
