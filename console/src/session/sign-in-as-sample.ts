import { type Session, sessionOf } from './session.ts';

/** Signs in as a sample caller; the gateway offers this with the development issuer alone. */
export async function signInAsSample(name: string): Promise<Session> {
  const response = await fetch(`/console/development-token/${encodeURIComponent(name)}`, { method: 'POST' });
  const body = (await response.json()) as {
    readonly token?: string;
    readonly errors?: readonly { readonly message: string }[];
  };
  const session =
    body.token === undefined ? null : sessionOf(body.token, { issuer: null, idToken: null, sample: name });
  if (session === null) throw new Error(body.errors?.[0]?.message ?? `${response.status}`);
  return session;
}
