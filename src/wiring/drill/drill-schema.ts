import { parse } from 'graphql';
import type { DrilledGate } from '../../audit/index.ts';
import { composeParts } from '../compose-desk.ts';
import { readSchemas } from '../supergraph/list-subgraphs.ts';
import type { Brought, DrillWorld } from './drill-world.ts';

/** The rule that is the schema gate. */
const MARK_RULE = 'no-secrecy-marks';

/** Composes the shipped schemas with a text in them, as `lukou compose` does. */
export async function drillSchema(
  { text }: Brought,
  { without, onSaid }: Pick<DrillWorld, 'without' | 'onSaid'>,
): Promise<DrilledGate[]> {
  const [first, ...others] = await readSchemas(undefined);
  const places = {
    DESCRIPTION: `"${text}" type Drill @structure { "Of it." id: ID @sensitivity(level: PUBLIC) }`,
    DEPRECATION_REASON: `"Of it." type Drill @structure {
      "Of it." id: ID @sensitivity(level: PUBLIC) @deprecated(reason: "${text}")
    }`,
  } as const;
  const leftOut = new Set(without.has('SCHEMA') ? [MARK_RULE] : []);
  return (['DESCRIPTION', 'DEPRECATION_REASON'] as const).map((way) => {
    const document = {
      ...first!.document,
      definitions: [...first!.document.definitions, ...parse(places[way]).definitions],
    };
    const { problems, supergraphSdl } = composeParts([{ ...first!, document }, ...others], leftOut);
    onSaid(JSON.stringify(problems));
    const rules = [...new Set(problems.map(({ rule }) => rule))];
    const by =
      supergraphSdl?.includes(text) === true ? 'it composed' : rules.join(', ') || 'nothing composed';
    return { gate: 'SCHEMA', way, isStopped: rules.includes(MARK_RULE), by };
  });
}
