import {
  type Agreement,
  readAgreement,
  restoreAgreement,
  type SavedAgreement,
} from '../../agreement/index.ts';
import { LukouError } from '../../base/index.ts';
import { parseAgreementFile } from '../../storage/index.ts';

/**
 * The agreements of one file.
 *
 * @param saved - what the same bytes gave before.
 * @throws LukouError AGREEMENT_INVALID with every problem of the file.
 */
export function parseAgreements(
  bytes: Uint8Array,
  name: string,
  saved: readonly SavedAgreement[] | undefined,
): readonly Agreement[] {
  if (saved !== undefined)
    return saved.map((one, at) => restoreAgreement(one, sourceOf(name, at, saved.length)));
  const contents = parseAgreementFile(textOf(bytes, name), name);
  return contents.map((content, at) => readAgreement(content, sourceOf(name, at, contents.length)));
}

function textOf(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new LukouError('AGREEMENT_INVALID', `${name} is no UTF-8 text.`, { cause });
  }
}

/** The file's name, and the document's number where the file holds several. */
function sourceOf(name: string, at: number, documents: number): string {
  return documents === 1 ? name : `${name} (document ${at + 1})`;
}
