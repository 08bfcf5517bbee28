import type { Config } from '../config.ts';
import type { Database } from '../storage/index.ts';

/** How a desk comes by the configuration, and by the database of the gateways; each command joins it for itself. */
export interface DeskParts {
  readonly readConfig: () => Config;
  readonly production: boolean;
  readonly joinDatabase: (config: Config) => Promise<Database & AsyncDisposable>;
  readonly onMessage: (message: string) => void;
}
