import { GraphQLError } from 'graphql';
import type { Account } from './account.ts';
import { asLukouError, publicError } from './compose-answer.ts';
import type { RequestPorts } from './ports.ts';

/**
 * Runs the governed part of an operation. What it throws becomes one public GraphQL error with its HTTP status, so
 * that GraphQL over HTTP can say it in the form that the client accepts; the account keeps the code.
 */
export async function settle<T>(account: Account, ports: RequestPorts, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    const error = asLukouError(cause);
    account.code = error.code;
    account.rows = 0;
    // Whoever was in the answer was not seen, and the places of it may bear a name of the client's.
    if (error.code === 'EGRESS_WITHHELD') {
      account.subjects = [];
      account.disclosures = [];
    }
    // A mark in an answer is the one refusal that somebody must hear of.
    if (error.kind !== 'refusal' || error.code === 'EGRESS_WITHHELD')
      ports.onFault(account.arrival.requestId, cause);
    const { message, extensions } = publicError(error, account.arrival.requestId);
    throw new GraphQLError(message, { extensions: { ...extensions, http: { status: error.status } } });
  }
}
