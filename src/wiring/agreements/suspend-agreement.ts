import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Document, isMap, isSeq, parseDocument, type YAMLMap } from 'yaml';
import { agreementName, readSuspensions, signLift, signSuspension } from '../../agreement/index.ts';
import { LukouError } from '../../base/index.ts';
import type { Lifting, Suspending } from '../../cli/index.ts';
import { SUSPENSIONS_FILE } from '../../storage/index.ts';
import { openPrivateKey, readText, replaceFile } from './steward-files.ts';

/** Writes a signed suspension into the list of a folder. Throws AGREEMENT_INVALID where the agreement is on it already. */
export async function suspendAgreement(
  { folder, name, agency, keyPath, reason, from }: Suspending,
  nowMs: number,
): Promise<string> {
  const { document, path, entries } = await openList(folder);
  const before = findEntry(entries, name);
  if (before !== undefined && entries[before]!.lift === null)
    throw new LukouError('AGREEMENT_INVALID', `${name} is on the list ${path} already.`);
  if (before !== undefined) document.deleteIn(['suspensions', before]);
  const at = name.lastIndexOf('@');
  const entry = {
    uid: name.slice(0, at),
    version: Number(name.slice(at + 1)),
    from: from ?? new Date(nowMs).toISOString(),
    by: agency,
    reason,
  };
  const [suspension] = readSuspensions({ suspensions: [entry] }, 'the suspension');
  const signature = signSuspension(suspension!, await openPrivateKey(keyPath));
  document.addIn(['suspensions'], document.createNode({ ...entry, signature }));
  await replaceFile(path, document.toString({ lineWidth: 0 }));
  return `${name} is suspended from ${entry.from} by ${agency}, signed with ${signature.keyId}`;
}

/** Writes a signed lift beside a suspension. Throws AGREEMENT_INVALID where none is on the list, or another party suspended. */
export async function liftSuspension({ folder, name, agency, keyPath, reason }: Lifting): Promise<string> {
  const { document, path, entries } = await openList(folder);
  const at = findEntry(entries, name);
  const suspension = at === undefined ? undefined : entries[at];
  if (at === undefined || suspension === undefined)
    throw new LukouError('AGREEMENT_INVALID', `${name} is not on the list ${path}.`);
  if (suspension.by !== agency)
    throw new LukouError(
      'AGREEMENT_INVALID',
      `${suspension.by} suspended ${name}, and lifts it: --agency ${suspension.by}.`,
    );
  const lift = { reason, ...signLift(suspension, reason, await openPrivateKey(keyPath)) };
  document.setIn(['suspensions', at, 'lift'], document.createNode(lift));
  await replaceFile(path, document.toString({ lineWidth: 0 }));
  return `The suspension of ${name} is lifted by ${agency}, signed with ${lift.keyId}. Leave the entry on the list until every process has read it.`;
}

async function openList(folder: string): Promise<{
  readonly path: string;
  readonly document: Document;
  readonly entries: ReturnType<typeof readSuspensions>;
}> {
  const path = join(folder, SUSPENSIONS_FILE);
  const document = parseDocument(existsSync(path) ? await readText(path) : 'suspensions: []\n');
  const entries = readSuspensions(document.toJS(), path);
  // An empty list is written on one line, and one of entries below each other.
  const list = isMap(document.contents) ? (document.contents as YAMLMap).get('suspensions') : undefined;
  if (isSeq(list) && entries.length === 0) list.flow = false;
  return { path, document, entries };
}

function findEntry(entries: ReturnType<typeof readSuspensions>, name: string): number | undefined {
  const at = entries.findIndex((entry) => agreementName(entry) === name);
  return at < 0 ? undefined : at;
}
