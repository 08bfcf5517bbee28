import type { AuditLog } from '../../audit/index.ts';
import type { Clock } from '../../base/index.ts';
import type { CallerContext } from '../../federation/index.ts';
import type { Actor, VouchedPrincipal } from '../../identity/index.ts';
import { DEADLINES } from '../../loops/index.ts';
import {
  type LoopActs,
  type MediationActs,
  openLoopActs,
  openMediationActs,
  openOversightActs,
  type OversightActs,
} from '../../request/index.ts';
import {
  createActKeeper,
  createApplicationDesk,
  createIncidentJudge,
  createLoopDesk,
  createOpeningDesk,
  createReviewDesk,
  type Database,
  type Readers,
  type SessionScope,
} from '../../storage/index.ts';

/** What acts of one agency are done with. */
export interface ActParts {
  readonly database: Pick<Database, 'app' | 'signer'>;
  /** Holds the record of every act, before the change can be seen. */
  readonly audit: Pick<AuditLog, 'record' | 'log'>;
  readonly clock: Clock;
}

/** What the mutations of a subgraph do for one caller. */
export function openActs(
  name: keyof Readers,
  caller: CallerContext,
  scope: SessionScope,
  { database, audit: log, clock }: ActParts,
): OversightActs | MediationActs | LoopActs {
  const person = actorOf(caller);
  const shows = (coordinate: string): boolean => caller.grant.decide(coordinate).kind === 'allow';
  const ports = { log, clock, requestId: caller.requestId, deadlines: DEADLINES, shows };
  const place = { pool: database.app, signer: database.signer, scope };
  if (name === 'oversight') {
    const keeper = createActKeeper(place, (client) => ({
      incidents: createIncidentJudge(client),
      uses: createReviewDesk(client),
      applications: createApplicationDesk(client),
      ...createLoopDesk(client, scope),
    }));
    return openOversightActs(person, { ...ports, keeper });
  }
  if (name === 'mediation') {
    const keeper = createActKeeper(place, (client) => ({
      ...createLoopDesk(client, scope),
      ...createOpeningDesk(client),
    }));
    return openMediationActs(person, { ...ports, keeper });
  }
  const keeper = createActKeeper(place, (client) => createLoopDesk(client, scope));
  return openLoopActs(person, { ...ports, keeper });
}

const NOBODY: Actor = { role: 'public', agency: null, pseudonym: null, authMethod: 'none' };

/** Who acts: whoever shows a token has an agency and a pseudonym, and others act as nobody. */
function actorOf({ actor, grant }: CallerContext): Actor {
  const { agency, role } = grant.ask;
  if (actor === undefined || agency === null) return NOBODY;
  return { agency, role: role as VouchedPrincipal['role'], pseudonym: actor, authMethod: 'jwt' };
}
