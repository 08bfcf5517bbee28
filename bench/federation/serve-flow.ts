import type { Catalogue, Policy } from '../../src/agreement/index.ts';
import { systemClock, uuidV7 } from '../../src/base/index.ts';
import { answer } from '../../src/request/index.ts';
import { openPorts } from './lukou-in-memory.ts';
import { requireData, servePeer } from './serve-peer.ts';

/** Lukou's whole flow behind its HTTP door: authenticate, bind, plan, execute, mask, guard, record, release. */
export async function serveFlow(choosePolicy?: (catalogue: Catalogue) => Policy): Promise<void> {
  const { ports, token } = await openPorts(choosePolicy);
  servePeer(
    async (query) => {
      const released = await answer(
        {
          requestId: uuidV7(systemClock.nowMs()),
          ip: '127.0.0.1',
          method: 'POST',
          headers: new Map([
            ['content-type', 'application/json'],
            ['authorization', `Bearer ${token}`],
            ['lukou-purpose', 'ROAD_SAFETY'],
          ]),
          search: '',
          body: { query },
        },
        ports,
      );
      return released.json;
    },
    (text) => requireData(JSON.parse(text) as object),
  );
}
