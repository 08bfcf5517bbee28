import type { AuditLog } from '../../src/audit/index.ts';
import { systemClock, uuidV7 } from '../../src/base/index.ts';
import { answer, createOperationCounter, type RequestPorts } from '../../src/request/index.ts';
import { openPorts } from '../federation/lukou-in-memory.ts';
import { JOIN } from '../federation/operations.ts';

/** Answers the join of 20 segments over three agencies, whose rows lie in memory. */
export async function openJoin(requesters: number): Promise<{
  /** Once, with the log in memory. */
  readonly memory: () => Promise<void>;
  /** Once each time, with another log. */
  readonly through: (audit: AuditLog) => () => Promise<void>;
}> {
  const opened = await openPorts();
  const { token } = opened;
  const ports = { ...opened.ports, operations: createOperationCounter(requesters) };
  const headers = new Map([
    ['content-type', 'application/json'],
    ['authorization', `Bearer ${token}`],
    ['lukou-purpose', 'ROAD_SAFETY'],
  ]);
  const ask = async (through: RequestPorts): Promise<void> => {
    const { json, status } = await answer(
      {
        requestId: uuidV7(systemClock.nowMs()),
        ip: '127.0.0.1',
        method: 'POST',
        headers,
        search: '',
        body: { query: JOIN.query },
      },
      through,
    );
    if (status !== 200) throw new Error(`The join was not answered: ${json}`);
  };
  return {
    memory: () => ask(ports),
    through(audit) {
      const throughLog = { ...ports, audit };
      return () => ask(throughLog);
    },
  };
}
