import type { Ask } from '../agreement/index.ts';
import { LukouError } from '../base/index.ts';
import type { Subgraph } from '../federation/index.ts';
import type { AgencyPorts } from '../request/index.ts';
import type { CursorBinding, CursorSealer } from '../storage/index.ts';

/**
 * An agency as gateways ask it. Its events say to them which number they have, and not which row they tell of: that is sealed, and
 * opens for the same caller's question about the same number alone. So a row that a caller may not see is not named to its
 * gateway either.
 */
export function sealEvents(
  { name, execute, follow }: Subgraph,
  sealer: CursorSealer,
): Pick<AgencyPorts, 'execute' | 'follow'> {
  return {
    execute(operation) {
      const { event, caller } = operation;
      const request = { ...operation, isMutation: false };
      if (event === undefined) return execute(request);
      const [id] = sealer.open(event.id, bindingOf(caller.grant.ask, event.number));
      return execute({ ...request, event: { number: event.number, id: String(id) } });
    },
    async follow(operation) {
      const events = await follow?.({ ...operation, isMutation: false });
      if (events?.after === undefined) throw new LukouError('INTERNAL', `${name} numbers no events.`);
      const { after, subjects } = events;
      const { ask } = operation.caller.grant;
      return {
        after,
        ...(subjects !== undefined && { subjects }),
        async *[Symbol.asyncIterator]() {
          for await (const event of events) {
            if (event === null) yield null;
            else yield { ...event, id: sealer.seal([event.id], bindingOf(ask, event.number)) };
          }
        },
      };
    },
  };
}

function bindingOf({ agency, role, purpose, caseReference }: Ask, number: number): CursorBinding {
  const filter = { agency, role, purpose, caseReference, number };
  return { list: 'event', order: 'number', filter, grantDigest: '' };
}
