import { type Agreement, agreementName, type Policy } from '../../agreement/index.ts';
import type { Config } from '../../config.ts';
import { LukouError } from '../../base/index.ts';
import type { CallerContext } from '../../federation/index.ts';
import { createLogReader, type Database, type OversightDesk } from '../../storage/index.ts';
import { keepArchivedPolicies } from '../archived-policies.ts';
import { findWitnesses } from './find-witnesses.ts';
import { judgeRecords } from './judge-draft.ts';
import { listSignatures } from './list-signatures.ts';
import { createRecordProver } from './prove-records.ts';
import { createRecordReplayer } from './replay-records.ts';
import { showAccess } from './show-access.ts';
import { stateOfAgreement } from './state-of-agreement.ts';
import { findReused, tryDraft } from './try-draft.ts';

/** What the oversight subgraph is told of the process that it runs in. */
export interface OversightParts {
  readonly config: Config;
  readonly database: Database;
  /** Where what signs the logs is kept. */
  readonly logFolder: string;
  /** The policy that a request runs under. */
  readonly findPolicy: (digest: string) => Policy | undefined;
}

/** Opens the desk of one operation. */
export type OpenOversightDesk = (caller: CallerContext) => OversightDesk;

/** The desks of one process. */
export function createOversightDesks(parts: OversightParts): OpenOversightDesk {
  const { config, logFolder, findPolicy } = parts;
  const reader = createLogReader(parts.database.app);
  const findArchived = keepArchivedPolicies(parts.database);
  return ({ grant, nowMs }) => {
    const agency = grant.ask.agency ?? '';
    const requirePolicy = (): Policy => {
      const policy = findPolicy(grant.policyDigest);
      if (policy === undefined)
        throw new LukouError('INTERNAL', 'A request runs under a policy that is no longer held.');
      return policy;
    };
    const findLoaded = (name: string): Agreement | undefined =>
      requirePolicy().agreements.find((loaded) => agreementName(loaded) === name);
    return {
      proveRecord: createRecordProver(reader),
      replayRecord: createRecordReplayer(findArchived),
      findWitnesses: (log, origin) => findWitnesses(config, logFolder, { log, origin }),
      stateOf: (agreement) => stateOfAgreement(agreement, requirePolicy(), nowMs),
      findSuspension(agreement) {
        const suspension = requirePolicy().suspensions.get(agreementName(agreement));
        if (suspension === undefined) return null;
        const { fromMs, by, reason } = suspension;
        return { from: new Date(fromMs).toISOString(), by, reason };
      },
      listSignatures: (agreement, archived) =>
        listSignatures(findLoaded(agreementName(agreement)), archived, config.LUKOU_AGENCY_KEYS),
      showAccess: (asked) => showAccess(requirePolicy(), { ...asked, reader: agency }, nowMs),
      isForEverybody(coordinate) {
        const { byName } = requirePolicy().catalogue;
        return byName.get(coordinate)?.isHidden === false;
      },
      checkDraft(text) {
        const inForce = requirePolicy();
        const { draft, problems } = tryDraft(text, inForce, agency);
        return {
          name: draft === null ? null : agreementName(draft),
          sha256: draft?.sha256 ?? null,
          problems: draft === null ? problems : [...problems, ...findReused(draft, inForce)],
        };
      },
      async judgeDraft(text, records) {
        const inForce = requirePolicy();
        const { draft, policy, problems } = tryDraft(text, inForce, agency);
        if (draft === null || policy === null)
          return { problems, recordsRead: 0, recordsChanged: 0, impacts: [] };
        return judgeRecords(records, draft, policy, inForce);
      },
    };
  };
}
