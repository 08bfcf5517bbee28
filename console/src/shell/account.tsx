import type { ReactNode } from 'react';
import { useLanguage, useWords } from '../i18n/index.ts';
import { findSignOut, forgetStated, setSession, useSignedIn } from '../session/index.ts';
import { Expiry } from './expiry.tsx';
import { useSettings } from './use-settings.tsx';
import { shellWords } from './words.ts';

/** Who is signed in, for how long, and the way out. */
export function Account(): ReactNode {
  const words = useWords(shellWords);
  const { language } = useLanguage();
  const { issuers, sampleCallers } = useSettings();
  const session = useSignedIn();
  const { role, agency, sample } = session;
  const caller = sampleCallers.find(({ name }) => name === sample);
  const name = caller === undefined ? words[role] : language === 'en' ? caller.nameEn : caller.nameZh;
  const signOut = async (): Promise<void> => {
    const client = issuers.find(({ issuer }) => issuer === session.issuer);
    // Here first: it must not depend on whether the issuer can be reached.
    setSession(null);
    forgetStated();
    const elsewhere = await findSignOut(session, client).catch(() => null);
    if (elsewhere !== null) location.assign(elsewhere);
  };
  return (
    <>
      <div className="account">
        <span>
          {name} {agency !== null && <code className="soft">{agency}</code>}
        </span>
        <Expiry />
      </div>
      <button type="button" className="button" onClick={() => void signOut()}>
        {role === 'public' ? words.signIn : words.signOut}
      </button>
    </>
  );
}
