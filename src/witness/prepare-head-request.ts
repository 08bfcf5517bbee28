import type { LogReader, StoredHead } from '../audit/index.ts';
import { fetchProof, proveConsistency } from '../merkle/index.ts';
import { printHeadRequest } from './add-checkpoint.ts';

/** What a witness is asked that knows the log's first `knownSize` records: the body of add-checkpoint. */
export async function prepareHeadRequest(
  reader: Pick<LogReader, 'readHashes'>,
  head: StoredHead,
  knownSize: number,
): Promise<string> {
  // From an empty log there is nothing to prove.
  if (knownSize === 0) return printHeadRequest(0, [], head.note);
  const proof = await fetchProof(
    (read) => proveConsistency(knownSize, head.size, read),
    (level, from, to) => reader.readHashes(head.log, level, from, to),
  );
  return printHeadRequest(knownSize, proof, head.note);
}
