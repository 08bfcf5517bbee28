import { LukouError } from '../../base/index.ts';
import type { Account } from '../account.ts';
import { bindAgreements } from '../bind-agreements.ts';
import { composeAnswer } from '../compose-answer.ts';
import { callerOf } from '../execute-plan.ts';
import { planOperation } from '../plan-operation.ts';
import type { NumberedEvent, RequestPorts } from '../ports.ts';
import { recordIntent } from '../record-intent.ts';
import { settle } from '../settle.ts';
import type { Answer, Caller } from '../stages.ts';

/** A stream that may be followed, since it is recorded that it will be. */
export interface OpenStream {
  readonly events: AsyncIterable<NumberedEvent | null>;
  /** The field of Subscription. */
  readonly coordinate: string;
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
      const events = await planned.follow(callerOf(bound, account), signal);
      const [root] = planned.selected;
      if (root === undefined) throw new LukouError('INTERNAL', 'A subscription has no field.');
      opened = { events, coordinate: root.coordinate };
      return { data: null, errors: [] };
    }),
  );
  if (opened === undefined) return composeAnswer(spoken, account);
  await recordIntent(account, ports);
  return opened;
}
