import { openAccount, type Account } from './account.ts';
import { announceBreakGlass } from './announce-break-glass.ts';
import type { Arrival } from './arrival.ts';
import { authenticate } from './authenticate.ts';
import { bindAgreements } from './bind-agreements.ts';
import { composeAnswer, composeRefusal } from './compose-answer.ts';
import { executePlan } from './execute-plan.ts';
import { guardEgress } from './guard-egress.ts';
import { guardWords } from './guard-words.ts';
import { intendActs } from './intend-acts.ts';
import { meterResult } from './meter-result.ts';
import { planOperation } from './plan-operation.ts';
import type { Edition, RequestPorts } from './ports.ts';
import { recordAnswer } from './record-answer.ts';
import { release } from './release.ts';
import { settle } from './settle.ts';
import type { Answer, Caller, Released } from './stages.ts';

/**
 * One request, from its arrival to the bytes that may leave. Answers and refusals take the same way out: what is
 * not recorded durably is not released.
 *
 * @throws LukouError AUDIT_UNAVAILABLE where nothing could be recorded: the door answers 503 and no data.
 */
export async function answer(arrival: Arrival, ports: RequestPorts): Promise<Released> {
  const account = openAccount(arrival);
  using edition = ports.takeEdition();
  const composed = await govern(account, edition, ports).catch((error: unknown) =>
    refuse(error, account, ports),
  );
  const clean = await guardWords(composed, account, ports);
  const recorded = await recordAnswer(clean, account, ports);
  return release(recorded, account);
}

/** One request that the door itself must refuse (too large, not JSON): recorded like any other. */
export async function refuseArrival(
  arrival: Arrival,
  error: unknown,
  ports: RequestPorts,
): Promise<Released> {
  const account = openAccount(arrival);
  const composed = refuse(error, account, ports);
  const clean = await guardWords(composed, account, ports);
  const recorded = await recordAnswer(clean, account, ports);
  return release(recorded, account);
}

async function govern(account: Account, edition: Edition, ports: RequestPorts): Promise<Answer> {
  const caller = await authenticate(account, ports);
  return ports.operations.during(nameCaller(caller, account.arrival), async () => {
    const bound = await bindAgreements(caller, edition, account, ports);
    const spoken = await edition.speakGraphql(account.arrival, bound.grant, (operation) =>
      settle(account, ports, async () => {
        const plan = planOperation(operation, bound, account);
        const announced = await announceBreakGlass(plan, account, ports);
        const intended = await intendActs(announced, account, ports);
        const result = await executePlan(intended, account, ports);
        const metered = await meterResult(result, account, ports);
        return guardEgress(metered, account, ports);
      }),
    );
    return composeAnswer(spoken, account, ports);
  });
}

/** Who shares one allowance: a principal wherever it asks from, and the public of one address. */
export function nameCaller({ principal }: Caller, { ip }: Arrival): string {
  return principal.pseudonym ?? `public ${ip}`;
}

export function refuse(error: unknown, account: Account, ports: RequestPorts): Answer {
  const composed = composeRefusal(error, account);
  if (composed.status >= 500) ports.onFault(account.arrival.requestId, error);
  return composed;
}
