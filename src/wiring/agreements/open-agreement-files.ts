import type { Config } from '../../config.ts';
import { agreementFolder } from '../agency.ts';
import { AgreementFiles } from './agreement-files.ts';
import type { OnProgress } from './long-work.ts';
import type { SavedPlace } from './saved-agreements.ts';

/** How a process that answers reads its agreements. */
export interface AgreementReading {
  /** Where agreements that were read are kept for the next start; nowhere unless given. */
  readonly savedAgreements?: SavedPlace;
  /** Told how far reading many agreements has come. */
  readonly onProgress?: OnProgress;
}

/** The agreement files of the settings, signatures and all, as a process follows them that answers under them. */
export function openAgreementFiles(
  config: Config,
  { savedAgreements, onProgress }: AgreementReading,
  onMessage: (message: string) => void,
): AgreementFiles {
  return new AgreementFiles({
    path: agreementFolder(config.LUKOU_AGREEMENTS),
    keysPath: config.LUKOU_AGENCY_KEYS,
    saved: savedAgreements,
    onProgress,
    onMessage,
  });
}
