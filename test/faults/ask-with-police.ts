import { inspect } from 'node:util';
import { createRemoteSubgraph, type RemoteSubgraphOptions } from '../../src/federation/index.ts';
import { federate, type TestFederation, type TestOptions } from '../flows/federation/federate.ts';
import { listErrors } from '../flows/federation/listed-errors.ts';
import { ROAD_AGENCIES } from '../flows/federation/road-agencies.ts';

const QUERY = '{ segments { name passages { plateNo } division { name } } }';
const row = (name: string) => ({ name, passages: null, division: { name: 'division 150700' } });
/** What a client gets that asks both agencies, where the police do not answer. */
export const WITHOUT_POLICE = { segments: [row('G10 east'), row('G10 west')] };

/** What the police answer that are asked for what is theirs. */
export const POLICE_ANSWER = JSON.stringify({
  data: { _entities: [{ _a2: [{ _a3: '蒙E1' }] }, { _a2: [] }] },
});

/** A federation whose police are elsewhere; the traffic centre is in this process. */
export interface WithPolice extends TestFederation {
  readonly police: ReturnType<typeof createRemoteSubgraph>;
  /** Asks both agencies: the answer, the codes at their places, and all that operators were told. */
  askBoth(): Promise<{ readonly data: unknown; readonly errors: readonly string[]; readonly told: string }>;
}

export function askWithPolice(
  options: Omit<RemoteSubgraphOptions, 'name'>,
  test: Omit<TestOptions, 'replace'> = {},
): WithPolice {
  const police = createRemoteSubgraph({ name: 'police', ...options });
  const federation = federate(ROAD_AGENCIES, { ...test, replace: { police: () => police } });
  return {
    ...federation,
    police,
    async askBoth() {
      federation.faults.length = 0;
      const result = await federation.ask(QUERY);
      const told = inspect(federation.faults, { depth: 10 });
      return { data: result.data, errors: listErrors(result), told };
    },
  };
}
