import { join } from 'node:path';
import { type ConsoleClient, type ConsoleParts, findConsoleFiles } from '../console/index.ts';
import { type DevelopmentIssuer, SAMPLE_CALLERS, type SampleCallerName } from '../identity/index.ts';

/** Where `npm run build:console` leaves the console. */
const BUILT_CONSOLE = join(import.meta.dirname, '../../console/dist');

/** The console as this gateway serves it: its files, and who can sign in. */
export async function openConsole(
  clients: readonly ConsoleClient[],
  issuer: DevelopmentIssuer | null,
  folder = BUILT_CONSOLE,
): Promise<ConsoleParts> {
  const files = await findConsoleFiles(folder);
  if (issuer === null) return { files, clients };
  const callers = Object.entries(SAMPLE_CALLERS).map(([name, { subject: _subject, ...caller }]) => ({
    name,
    ...caller,
  }));
  const tokenFor = (name: string): Promise<string> => issuer.tokenFor(name as SampleCallerName);
  return { files, clients, development: { callers, tokenFor } };
}
