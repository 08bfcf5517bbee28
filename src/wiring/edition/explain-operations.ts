import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type DocumentNode, parse, validate } from 'graphql';
import {
  type Ask,
  auditsAll,
  bindGrant,
  type Grant,
  type Policy,
  PURPOSES,
  ROLES,
} from '../../agreement/index.ts';
import { dayOf, LukouError } from '../../base/index.ts';
import { type CallerContext, type Federation, type OwnFields, parseText } from '../../federation/index.ts';
import {
  type CallerDescription,
  describeCaller,
  type Explanation,
  explainDecisions,
  readReason,
  type ReadSpent,
  type SpentBudget,
} from '../../request/index.ts';

const SDL_FILE = join(import.meta.dirname, '..', '..', '..', 'schema', 'gateway.graphql');

/** Arguments of `Query.explain`, as schema/gateway.graphql writes them. */
interface ExplainArguments {
  readonly operation: string;
  readonly operationName?: string | null;
  readonly variables?: string | null;
  readonly purpose?: string | null;
  readonly withCase: boolean;
  readonly breakGlass?: string | null;
  readonly as?: { readonly agency?: string | null; readonly role: string } | null;
}

/** What explanations are made from. */
export interface Explaining {
  readonly federation: Pick<Federation, 'schemaFor' | 'admit' | 'judge'>;
  /** The policy that a request runs under. */
  readonly findPolicy: (digest: string) => Policy | undefined;
  readonly readSpent: ReadSpent;
}

/** The gateway's own fields: `Query.explain` and `Query.caller`. No agency is asked for them, so they cannot tell of any row. */
export async function openOwnFields(explaining: () => Explaining): Promise<OwnFields> {
  return {
    document: await readOwnSchema(),
    names: new Set(['explain', 'caller']),
    async rootFor(caller, asked) {
      const spent = asked.has('explain') ? await findSpent(caller, explaining()) : null;
      let isExplained = false;
      return {
        explain(args) {
          // One operation that explains a hundred others would be larger than any limit lets it look.
          if (isExplained) throw new LukouError('OPERATION_INVALID', 'Ask for one explain at a time.');
          isExplained = true;
          return explain(args as unknown as ExplainArguments, caller, explaining(), spent);
        },
        caller: () => describe(caller, explaining()),
      };
    },
  };
}

async function readOwnSchema(): Promise<DocumentNode> {
  return parse(await readFile(SDL_FILE, 'utf8'), { noLocation: true });
}

function requirePolicy({ findPolicy }: Explaining, { grant }: CallerContext): Policy {
  const policy = findPolicy(grant.policyDigest);
  if (policy === undefined)
    throw new LukouError('INTERNAL', 'A request runs under a policy that is no longer held.');
  return policy;
}

function describe(caller: CallerContext, explaining: Explaining): CallerDescription {
  const { grant, nowMs, session } = caller;
  if (session === undefined) throw new LukouError('INTERNAL', 'Nobody said who asks.');
  return describeCaller(requirePolicy(explaining, caller), grant.ask, session, nowMs);
}

/** What the caller itself has used today; null for the public, since an address stands for many. */
async function findSpent(
  { grant, nowMs, session }: CallerContext,
  { readSpent, findPolicy }: Explaining,
): Promise<readonly SpentBudget[] | null> {
  const pseudonym = session?.pseudonym ?? null;
  if (pseudonym === null) return null;
  // Those of other purposes too: the explanation may be for one of them.
  const agreements = (findPolicy(grant.policyDigest)?.agreements ?? [])
    .filter(({ assignee }) => assignee === grant.ask.agency)
    .map(({ uid }) => uid);
  return readSpent({ pseudonym, day: dayOf(nowMs), agreements });
}

function explain(
  args: ExplainArguments,
  caller: CallerContext,
  explaining: Explaining,
  spent: readonly SpentBudget[] | null,
): Explanation {
  const { federation } = explaining;
  const policy = requirePolicy(explaining, caller);
  const ask = askFor(args, caller.grant.ask);
  const grant = bindGrant(policy, ask, caller.nowMs);
  // Who audits all reads it in the names that they know, not in those of the caller whom they ask about.
  const document = admitInner(args.operation, auditsAll(caller.grant.ask) ? caller.grant : grant, federation);
  const planned = federation.judge(
    {
      document,
      documentText: args.operation,
      operationName: args.operationName ?? null,
      variables: readVariables(args.variables),
    },
    grant,
  );
  const inputUses = planned.inputUses(planned.variables);
  return explainDecisions(
    { selected: planned.selected, inputUses },
    policy,
    ask,
    caller.nowMs,
    // Of another class nobody in particular asks.
    args.as == null ? spent : null,
  );
}

/** Requesters hear of their own agreements; who audits all, of anybody's. */
function askFor({ purpose, withCase, breakGlass, as }: ExplainArguments, own: Ask): Ask {
  if (as != null && !auditsAll(own)) throw new LukouError('EXPLAIN_REFUSED');
  const reason = readReason(breakGlass ?? undefined);
  return {
    ...readClass(as ?? own),
    purpose: readPurpose(purpose ?? own.purpose),
    caseReference: withCase ? 'any case' : null,
    ...(reason !== null && { breakGlass: reason }),
  };
}

function readClass({
  agency = null,
  role: written,
}: NonNullable<ExplainArguments['as']>): Pick<Ask, 'agency' | 'role'> {
  const role = ROLES.find((known) => known === written);
  if (role === undefined || (role === 'public') !== (agency === null))
    throw new LukouError(
      'OPERATION_INVALID',
      `Roles are ${ROLES.join(', ')}; only the public is of no agency.`,
    );
  return { agency, role };
}

function readPurpose(stated: string | null): string | null {
  if (stated !== null && !PURPOSES.some((known) => known === stated))
    throw new LukouError('PURPOSE_UNKNOWN', `The purposes are ${PURPOSES.join(', ')}.`);
  return stated;
}

// What is wrong with it is not said in detail: validation would name fields that the caller may not see.
function admitInner(
  text: string,
  grant: Grant,
  { schemaFor, admit }: Explaining['federation'],
): DocumentNode {
  admit(text);
  const document = parseText(text);
  if (document === null || validate(schemaFor(grant), document).length > 0)
    throw new LukouError('OPERATION_INVALID', 'That is said of the operation to be explained.');
  return document;
}

function readVariables(text: string | null | undefined): Readonly<Record<string, unknown>> {
  if (text == null) return {};
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Readonly<Record<string, unknown>>;
  } catch {
    // Said below, as for any other text that is no object.
  }
  throw new LukouError(
    'OPERATION_INVALID',
    'The variables of the operation to be explained are no JSON object.',
  );
}
