import { bindGrantOfOwners, digestOfOwners, type Catalogue, type Policy } from '../agreement/index.ts';
import { LukouError } from '../base/index.ts';
import type { OwnPolicy } from '../request/index.ts';
import type { AgreementFiles } from './agreements/agreement-files.ts';

/** What an agency's own agreements are read for. */
export interface OwnAgreementsParts {
  readonly files: AgreementFiles;
  readonly catalogue: Catalogue;
  /** Whose agreements decide here. */
  readonly owners: readonly string[];
  /** Keeps every version that was ever in force. */
  readonly archive: (policy: Policy) => Promise<void>;
  readonly onMessage: (message: string) => void;
}

/** An agency's own agreements as they are in force now. */
export interface OwnAgreements {
  readonly current: OwnPolicy & { readonly policy: Policy };
  /** Looks at the files now, and puts them in force if they are in order; else the last good ones stay. */
  look(): Promise<void>;
}

/**
 * Reads an agency's own agreements.
 *
 * @throws LukouError AGREEMENT_INVALID with every problem of every file: a process starts with what is in order.
 */
export async function openOwnAgreements(parts: OwnAgreementsParts): Promise<OwnAgreements> {
  const { files, catalogue, owners, archive, onMessage } = parts;
  // Taken before the files are read: what changes in between is found by the next look.
  let settled = await files.stamp();
  let current = await read();
  let doubt: string | null = null;
  return {
    get current() {
      return current;
    },
    async look() {
      const now = await files.stamp();
      if (now === settled) return;
      try {
        current = await read();
        onMessage(`In force: policy ${current.policy.digest.slice(0, 12)}.`);
        doubt = null;
      } catch (error) {
        // A fault, unlike a refusal, may pass: the next look tries again.
        if (!(error instanceof LukouError) || error.kind !== 'refusal') throw error;
        // Told when it has stood for two looks: a file may have been half written.
        const isConfirmed = doubt === error.message;
        doubt = error.message;
        if (!isConfirmed) return;
        onMessage(
          `ALARM: new agreements refused; what was in force stays in force. ${error.code}: ${error.message}`,
        );
      }
      settled = now;
    },
  };

  async function read(): Promise<OwnAgreements['current']> {
    const policy = await files.compile(await files.read(), catalogue);
    await archive(policy);
    return {
      policy,
      digest: digestOfOwners(policy, owners),
      bindGrant: (ask, nowMs) => bindGrantOfOwners(policy, owners, ask, nowMs),
    };
  }
}
