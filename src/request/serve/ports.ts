import type { Ask, Grant } from '../../agreement/index.ts';
import type { IncidentDesk } from '../../audit/index.ts';
import type { Clock } from '../../base/index.ts';
import type { VerifyContext } from '../../identity/index.ts';
import type { StreamPlaces } from '../stream/places.ts';

/** A question as it came to an agency's door: nothing in it is believed yet. */
export interface Question {
  /** The header `lukou-context`. */
  readonly context: string | undefined;
  /** Where it came from, for the operator's terminal. */
  readonly ip: string;
  /** Reads the body, which nobody does before the context holds. Throws REQUEST_TOO_LARGE. */
  readonly readBody: () => Promise<Uint8Array>;
  /** Ends the work when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
}

/** Events of the agency's own subgraph, as others are told of them. Null is a sign of life. */
export interface OwnEvents extends AsyncIterable<{ readonly number: number; readonly id: string } | null> {
  /** The number that they come after. */
  readonly after: number;
  /** Keyed hashes of the persons and vehicles that are looked for. */
  readonly subjects?: ReadonlySet<string>;
}

/** One operation for the agency's own subgraph, for a caller whom the agency itself has judged. */
export interface OwnOperation {
  readonly operation: string;
  readonly variables: Record<string, unknown>;
  readonly caller: {
    readonly grant: Grant;
    readonly requestId: string;
    readonly nowMs: number;
    /** The pseudonym of who asks, where the agency is asked to act. */
    readonly actor?: string | undefined;
  };
  readonly signal: AbortSignal;
  /** The event that a subscription is asked about. */
  readonly event?: { readonly number: number; readonly id: string } | undefined;
  /** Of a subscription that is followed again, the number of the last event that was had. */
  readonly after?: number | undefined;
}

/** An agency's own agreements, as far as one question needs them. */
export interface OwnPolicy {
  /** `digestOfOwners` of the agreements. */
  readonly digest: string;
  readonly bindGrant: (ask: Ask, nowMs: number) => Grant;
}

/** What serving an agency's subgraph needs; the wiring brings it. */
export interface AgencyPorts {
  readonly verifyContext: VerifyContext;
  /** The agency's own agreements that are in force now. */
  readonly findPolicy: () => OwnPolicy;
  /** Runs an operation at the agency's edge: judged again field by field, masked, errors reduced to public codes. */
  readonly execute: (operation: OwnOperation) => Promise<{
    readonly data: unknown;
    readonly errors?: readonly object[];
    /** Keyed hashes of the persons and vehicles that the data tell about. */
    readonly subjects?: ReadonlySet<string>;
  }>;
  /** Follows the events of a subscription, judged as any operation. Throws what keeps it from following. */
  readonly follow: (operation: OwnOperation) => Promise<OwnEvents>;
  /** The connections that gateways follow events on. */
  readonly streams: StreamPlaces;
  /** The agencies whose data it serves. */
  readonly owners: readonly string[];
  readonly incidents: IncidentDesk;
  readonly clock: Clock;
  /** Told why a question was refused, and where it came from. */
  readonly onRefused: (reason: string, from: string) => void;
  /** Told of every fault, with its cause, which nobody outside sees. */
  readonly onFault: (requestId: string, error: unknown) => void;
}
