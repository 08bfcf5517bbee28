import { TokenRefusal } from '../identity/index.ts';
import type { Account } from './account.ts';
import type { RequestPorts } from './ports.ts';
import type { Caller } from './stages.ts';

/** Who asks. A token that does not hold is refused, and the refusal is recorded like any answer. */
export async function authenticate(account: Account, ports: RequestPorts): Promise<Caller> {
  try {
    const principal = await ports.authenticate(account.arrival.headers.get('authorization'));
    account.principal = principal;
    return { principal } as Caller;
  } catch (error) {
    if (error instanceof TokenRefusal) account.refusedBecause = error.reason;
    throw error;
  }
}
