/** How the console signs people in with one issuer. Nothing of it is secret: the console is a public client. */
export interface ConsoleClient {
  readonly issuer: string;
  readonly clientId: string;
  /** What is asked for, with spaces between. */
  readonly scope: string;
  /** The resource that a token is asked for (RFC 8707); left out where the issuer needs none. */
  readonly resource?: string | undefined;
  /** Origins that the browser asks beside the issuer's own: where its token endpoint stands elsewhere. */
  readonly origins: readonly string[];
}

/** Somebody that the development issuer knows, as the console's picker shows them. */
export interface SampleChoice {
  readonly name: string;
  readonly agency: string;
  readonly role: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly purpose: string;
}

/** Only with the development issuer: whom it knows, and how it signs a token for one of them. */
export interface DevelopmentSignIn {
  readonly callers: readonly SampleChoice[];
  tokenFor(name: string): Promise<string>;
}

/** What the console learns before anybody has signed in. */
export interface ConsoleSettings {
  readonly issuers: readonly ConsoleClient[];
  /** Empty where agencies' issuers are configured. */
  readonly sampleCallers: readonly SampleChoice[];
}

/** Origins that a browser asks to sign people in: the issuers', and what they name beside. */
export function originsOf(clients: readonly ConsoleClient[]): readonly string[] {
  return [...new Set(clients.flatMap(({ issuer, origins }) => [new URL(issuer).origin, ...origins]))];
}
