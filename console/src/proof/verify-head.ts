import { readHead, readNote } from './signed-note.ts';
import { checkSignature, type Step } from './verify-record.ts';

/** A log's head as the gateway tells it, and what it says of the log beside it. */
export interface ToldHead {
  readonly head: string;
  readonly origin: string;
  readonly size: number;
  readonly keys: readonly string[];
}

/** Verifies that a log's key signed this head, and that the head is of this log and of this length. */
export async function verifyHead({ head, origin, size, keys }: ToldHead): Promise<readonly Step[]> {
  const said = readHead(readNote(head)?.text ?? '');
  const holds = said !== null && said.origin === origin && said.size === size;
  const length: Step = {
    name: 'length',
    outcome: holds ? 'good' : 'broken',
    detail: said === null ? '' : `${said.origin} ${said.size}`,
  };
  return [length, await checkSignature(head, origin, keys)];
}
