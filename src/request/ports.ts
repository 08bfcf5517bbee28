import type { DocumentNode } from 'graphql';
import type { Decision, Grant, Policy, Use } from '../agreement/index.ts';
import type { AuditLog, IncidentDesk } from '../audit/index.ts';
import type { Clock } from '../base/index.ts';
import type { FeederPrincipal, Principal } from '../identity/index.ts';
import type { AlarmDesk } from './alarms.ts';
import type { Arrival } from './arrival.ts';
import type { BreakGlassDesk } from './break-glass.ts';
import type { CallerSession } from './describe-caller.ts';
import type { OperationCounter } from './count-operations.ts';
import type { BudgetMeter } from './meter/budget-meter.ts';

/** What the request flow needs; main brings it. */
export interface RequestPorts {
  /** Who a token speaks for. No header: the public. Throws UNAUTHENTICATED. */
  readonly authenticate: (authorization: string | undefined) => Promise<Principal | FeederPrincipal>;
  /** The edition in force now, held until it is disposed of. A request keeps the one that it began with. */
  readonly takeEdition: () => Edition & Disposable;
  readonly cases: CaseRegister;
  readonly audit: AuditLog;
  /** What variables are hashed with before they are recorded. */
  readonly variablesKey: Uint8Array;
  readonly alarms: AlarmDesk;
  readonly breakGlass: BreakGlassDesk;
  readonly meter: BudgetMeter;
  readonly incidents: IncidentDesk;
  readonly clock: Clock;
  readonly operations: OperationCounter;
  /** Told of every fault, with its cause, which no caller sees. */
  readonly onFault: (requestId: string, error: unknown) => void;
}

/** The cases that agencies have registered. */
export interface CaseRegister {
  /** The agency's own case of this number, in compatibility form (NFKC); null where it has none. */
  find(agency: string, reference: string): Promise<CaseFile | null>;
}

/** A registered case. */
export interface CaseFile {
  readonly purposes: readonly string[];
  readonly openedAtMs: number;
  /** Null while it is open. */
  readonly closedAtMs: number | null;
}

/** What requests are answered with: one schema, the agreements over it, and the agencies behind it. */
export interface Edition {
  readonly policy: Policy;
  /**
   * GraphQL over HTTP: reads the body, parses, validates against what the grant lets its caller know, calls `run` once,
   * and writes the answer as JSON.
   */
  readonly speakGraphql: (arrival: Arrival, grant: Grant, run: RunOperation) => Promise<Spoken>;
  readonly federation: FederationPort;
}

/** An operation that fits the schema. */
export interface ValidOperation {
  readonly document: DocumentNode;
  readonly documentText: string;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Whether an operator has published the document: then its names are no texts of the caller's. */
  readonly isPublished?: boolean;
}

/** What an operation came to, in GraphQL's own terms. */
export interface OperationResult {
  readonly data: unknown;
  readonly errors: readonly OperationError[];
}

/** What the agencies answered, joined. */
export interface ExecutedOperation extends OperationResult {
  /** Rows in the answer. */
  readonly rows: number;
  /** Keyed hashes of the persons and vehicles that it tells about, masked or not, by the subgraph that told. */
  readonly subjects: ReadonlyMap<string, ReadonlySet<string>>;
  /** Whether there are records that the caller may only know to exist, by place. */
  readonly pointers: readonly FoundPointer[];
}

/** One entry of `errors`, in the client's own names. */
export interface OperationError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: Readonly<Record<string, unknown>>;
}

export type RunOperation = (operation: ValidOperation) => Promise<OperationResult>;

/** An answer as GraphQL over HTTP would send it, without `extensions`. */
export interface Spoken {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** A JSON object. */
  readonly json: string;
  /** OK, or the code of what GraphQL over HTTP refused. */
  readonly code: string;
  /** The document, where it was read and does not fit. */
  readonly refusedText?: string;
  /** What of a document that does not fit would, if the caller might know of it. For the record alone. */
  readonly invisible?: readonly SelectedField[];
}

/** One field of the operation, and what was decided. */
export interface SelectedField {
  readonly coordinate: string;
  readonly decision: Decision;
  /** Where it stands in the answer, in the client's names and without list indices. */
  readonly path: readonly string[];
}

/** A field that an argument tests or orders by, and what was decided. */
export interface InputUse {
  /** Where the client wrote it: "Type.field(arg:)", "Input.field" or "Enum.VALUE". */
  readonly position: string;
  readonly use: Use;
  readonly coordinate: string;
  readonly decision: Decision;
}

/** An operation planned for one grant: denied fields are gone from it. */
export interface PlannedOperation {
  readonly selected: readonly SelectedField[];
  /** Positions of arguments, input fields and enum values that the client supplied: "Type.field(arg:)" and so on. */
  readonly inputUses: readonly string[];
  /** How many values each of `inputUses` was given, every alias and every item of a list counted. */
  countInputs(): ReadonlyMap<string, number>;
  /** Visits each of those positions with each value: texts as they are, other values as null. */
  visitInputs(visit: (position: string, text: string | null) => void): void;
  /**
   * Fetches from the agencies and joins; a subscription about one event. A fault of one agency nulls its own fields and is
   * among the errors.
   */
  execute(caller: FlowCaller, event?: NumberedEvent): Promise<ExecutedOperation>;
  /** The events of a subscription, each to be answered by a plan of its time. Ends with the signal. */
  follow(caller: FlowCaller, signal: AbortSignal): Promise<FollowedEvents>;
}

/** Events of an agency, each once and in order. Null says that there is none for the moment. */
export interface FollowedEvents extends AsyncIterable<NumberedEvent | null> {
  /** Keyed hashes of the persons and vehicles that are looked for; absent where nobody in particular is. */
  readonly subjects?: ReadonlySet<string>;
}

/** One event of an agency, by its number among those that the caller's agency is told of, and the row's id. */
export interface NumberedEvent {
  readonly number: number;
  readonly id: string;
}

/** Whether there is a record behind one place of the answer, of which nothing else is told. */
export interface FoundPointer {
  /** In the client's names, with list indices. */
  readonly path: readonly (string | number)[];
  readonly exists: boolean;
}

/** For whom the agencies are asked. */
export interface FlowCaller {
  readonly grant: Grant;
  /** What the gateway may tell the caller of its own token; no agency is told. */
  readonly session: CallerSession;
  readonly requestId: string;
  readonly nowMs: number;
  /** The request's own trace, as its header says: not yet checked. */
  readonly traceparent: string | undefined;
  /** The pseudonym of who asks, for agencies that are asked to act; undefined for the public. */
  readonly actor: string | undefined;
}

/** Federated execution over the agencies' subgraphs. */
export interface FederationPort {
  plan(operation: ValidOperation, grant: Grant): PlannedOperation;
}
