import { LukouError } from '../base/index.ts';
import { TokenRefusal } from '../identity/index.ts';
import type { Account } from './account.ts';
import type { RequestPorts } from './ports.ts';
import type { Caller, Feeder } from './stages.ts';

/** Who asks. A token that does not hold is refused, and the refusal is recorded like any answer. */
export async function authenticate(account: Account, ports: RequestPorts): Promise<Caller> {
  const principal = await identify(account, ports);
  if (principal.role === 'feeder') throw new LukouError('FEEDER_REFUSED');
  return { principal } as Caller;
}

/** Which system of the agency `owner` hands its records in; anybody else is refused. */
export async function authenticateFeeder(
  owner: string,
  account: Account,
  ports: RequestPorts,
): Promise<Feeder> {
  const principal = await identify(account, ports);
  if (principal.role !== 'feeder' || principal.agency !== owner) throw new LukouError('DELIVERY_REFUSED');
  return { principal } as Feeder;
}

async function identify(account: Account, ports: RequestPorts) {
  try {
    const principal = await ports.authenticate(account.arrival.headers.get('authorization'));
    account.principal = principal;
    return principal;
  } catch (error) {
    if (error instanceof TokenRefusal) account.refusedBecause = error.reason;
    throw error;
  }
}
