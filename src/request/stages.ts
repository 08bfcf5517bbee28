import type { Grant } from '../agreement/index.ts';
import type { Receipt } from '../audit/index.ts';
import type { FeederPrincipal, Principal } from '../identity/index.ts';
import type { TextDigest } from './digest-text.ts';
import type {
  Edition,
  ExecutedOperation,
  OperationResult,
  PlannedOperation,
  Spoken,
  ValidOperation,
} from './ports.ts';

// Each stage hands the next one its own type, and only the stage's own file makes one: a flow that leaves a stage
// out does not compile.
declare const stage: unique symbol;
type Stage<Name extends string, T> = T & { readonly [stage]: Name };

/** Someone who may speak: made by authenticate. */
export type Caller = Stage<'caller', { readonly principal: Principal }>;

/** A system that may hand in an agency's records: made by authenticateFeeder. */
export type Feeder = Stage<'feeder', { readonly principal: FeederPrincipal }>;

/** A caller with a purpose, bound to at most one agreement per provider: made by bindAgreements. */
export type BoundCaller = Stage<
  'bound',
  { readonly caller: Caller; readonly edition: Edition; readonly grant: Grant; readonly nowMs: number }
>;

/** An operation without denied fields: made by planOperation. */
export type Plan = Stage<
  'plan',
  {
    readonly bound: BoundCaller;
    readonly operation: ValidOperation;
    readonly planned: PlannedOperation;
  }
>;

/** A plan of which the owners know, where it opens their data in an emergency: made by announceBreakGlass. */
export type AnnouncedPlan = Stage<'announced', Omit<Plan, typeof stage>>;

/** A plan whose acts are paid for and recorded as intended, where it has any: made by intendActs. */
export type IntendedPlan = Stage<'intended', Omit<Plan, typeof stage>>;

/** Values fetched and masked: made by executePlan. */
export type Result = Stage<
  'result',
  OperationResult & Pick<ExecutedOperation, 'subjects'> & { readonly plan: IntendedPlan }
>;

/** A result that is paid for: made by meterResult. */
export type MeteredResult = Stage<'metered', OperationResult>;

/** A result without secrecy marks: made by guardEgress. */
export type CleanResult = Stage<'clean', OperationResult>;

/** The whole answer but its receipt, and what it is in bytes: made by composeAnswer. */
export type Answer = Stage<
  'answer',
  Omit<Spoken, 'json'> & { readonly json: string; readonly hasRun: boolean } & TextDigest
>;

/** An answer that says nothing that the guard stops: made by guardWords. */
export type CleanAnswer = Stage<'clean-answer', Omit<Answer, typeof stage>>;

/** An answer that was recorded and may leave: made by release. */
export type Released = Stage<
  'released',
  {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly json: string;
    readonly receipt: Receipt;
  }
>;

/** Records of the log that an auditor may have, since the reading of them is recorded: made by readLogEntries. */
export type LogEntriesPage = Stage<'entries', { readonly bytes: Buffer }>;

/** A page of public travel information, made of answers to the public: made by openPublicFeeds. */
export type PublicFeed = Stage<
  'feed',
  { readonly mediaType: string; readonly body: string; readonly etag: string }
>;

/** What an agency's own process says to a gateway of one event: made by serveEvents. */
export type ServedEvent = Stage<'servedEvent', { readonly json: string }>;

/** What an agency's own process says to a gateway: made by serveSubgraph. */
export type Served = Stage<'served', { readonly status: number; readonly json: string }>;
