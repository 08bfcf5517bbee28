import { LukouError } from '../../base/index.ts';
import type { Account } from '../account.ts';
import { bindAgreements } from '../bind-agreements.ts';
import { composeAnswer } from '../compose-answer.ts';
import { callerOf } from '../execute-plan.ts';
import { listCharges } from '../meter/list-charges.ts';
import { spendCharges } from '../meter/spend-charges.ts';
import { planOperation } from '../plan-operation.ts';
import type { FollowedEvents, PlannedOperation, RequestPorts } from '../ports.ts';
import { recordIntent } from '../record-intent.ts';
import { settle } from '../settle.ts';
import type { Answer, BoundCaller, Caller } from '../stages.ts';
import { rowsOf } from './same-rows.ts';

/** A stream that may be followed, since it is recorded that it will be. */
export interface OpenStream {
  readonly events: FollowedEvents;
  /** The field of Subscription. */
  readonly coordinate: string;
  /** The rows that were open, as {@link rowsOf} says them. */
  readonly rows: string;
}

/** Binds and plans a subscription, finds where its events begin, and records the intent; or says why not. */
export async function openStream(
  caller: Caller,
  account: Account,
  ports: RequestPorts,
  signal: AbortSignal,
): Promise<OpenStream | Answer> {
  using edition = ports.takeEdition();
  const bound = await bindAgreements(caller, edition, account, ports);
  // Every event would be a use of its own that the owner has to review.
  if (account.breakGlass !== null)
    throw new LukouError('BREAK_GLASS_NOT_GRANTED', 'The glass is broken for one answer at a time.');
  let opened: OpenStream | undefined;
  const spoken = await edition.speakGraphql(account.arrival, bound.grant, (operation) =>
    settle(account, ports, async () => {
      const { planned } = planOperation(operation, bound, account);
      await chargeOpening(planned, bound, account, ports);
      const events = await planned.follow(callerOf(bound, account), signal);
      account.subjects = [...(events.subjects ?? [])];
      const [root] = planned.selected;
      if (root === undefined) throw new LukouError('INTERNAL', 'A subscription has no field.');
      opened = { events, coordinate: root.coordinate, rows: rowsOf(bound.grant) };
      return { data: null, errors: [] };
    }),
  );
  if (opened === undefined) return composeAnswer(spoken, account, ports);
  await recordIntent(account, ports);
  return opened;
}

/**
 * What the subscription looks for counts as looked for when it is opened, found or not: else one could try out values that
 * never come. Throws BUDGET_SPENT.
 */
async function chargeOpening(
  planned: PlannedOperation,
  bound: BoundCaller,
  account: Account,
  ports: RequestPorts,
): Promise<void> {
  const { grant, edition } = bound;
  const { catalogue } = edition.policy;
  const countInputs = (): ReadonlyMap<string, number> => planned.countInputs();
  const nothing = { selected: [], data: null, subjects: new Map() };
  const charges = listCharges({ grant, catalogue, uses: account.uses, countInputs, ...nothing });
  const looking = charges.filter(({ measure }) => measure === 'USES');
  await spendCharges(looking, bound, account, ports);
}
