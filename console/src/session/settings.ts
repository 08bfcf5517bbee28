/** How the console signs in with one issuer, as `/console/settings.json` says. */
export interface IssuerClient {
  readonly issuer: string;
  readonly clientId: string;
  readonly scope: string;
  readonly resource?: string;
}

/** Somebody whom the development issuer knows. */
export interface SampleCaller {
  readonly name: string;
  readonly agency: string;
  readonly role: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly purpose: string;
}

/** What the gateway tells of signing in. */
export interface ConsoleSettings {
  readonly issuers: readonly IssuerClient[];
  readonly sampleCallers: readonly SampleCaller[];
}

/** Asks the gateway how people sign in. */
export async function readSettings(): Promise<ConsoleSettings> {
  const response = await fetch('/console/settings.json', { cache: 'no-store' });
  if (!response.ok) throw new Error(`settings.json: ${response.status}`);
  return (await response.json()) as ConsoleSettings;
}
