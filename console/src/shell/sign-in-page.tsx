import { type ReactNode, useState } from 'react';
import { useLanguage, useWords } from '../i18n/index.ts';
import icon from '../icon.svg';
import { leaveForIssuer, PUBLIC_SESSION, setSession, signInAsSample } from '../session/index.ts';
import { DisplayChoices } from './display-choices.tsx';
import { useSettings } from './use-settings.tsx';
import { shellWords } from './words.ts';

/** Shown to whoever has not signed in: the agencies' issuers, or with the development issuer its sample callers. */
export function SignInPage({
  failure,
  wasSignedIn,
}: {
  /** What went wrong at the issuer's. */
  readonly failure: Error | null;
  readonly wasSignedIn: boolean;
}): ReactNode {
  const words = useWords(shellWords);
  const { issuers, sampleCallers } = useSettings();
  const [error, setError] = useState(failure);
  const attempt = (work: () => Promise<unknown>): void => {
    setError(null);
    work().catch((reason: unknown) => setError(reason instanceof Error ? reason : new Error(String(reason))));
  };
  return (
    <main className="sign-in" id="main">
      <div className="sign-in-head">
        <span className="brand">
          <img src={icon} alt="" />
          {words.name} <small>{words.subtitle}</small>
        </span>
        <DisplayChoices />
      </div>
      <div className="stack">
        <h1>{words.signInTitle}</h1>
        <p className="soft">{words.signInText}</p>
        {wasSignedIn && error === null && (
          <p className="state" role="status">
            {words.signedOut}
          </p>
        )}
        {error !== null && (
          <div className="state" data-tone="deny" role="alert">
            <strong>{words.failed}</strong>
            <p lang="en">{error.message}</p>
          </div>
        )}
        {issuers.length === 0 && sampleCallers.length === 0 && <p className="state">{words.noIssuer}</p>}
        {issuers.map((client) => (
          <div key={client.issuer}>
            <button
              type="button"
              className="button"
              data-kind="main"
              onClick={() => attempt(() => leaveForIssuer(client, `${location.pathname}${location.search}`))}
            >
              {words.signInWith(new URL(client.issuer).host)}
            </button>
          </div>
        ))}
      </div>
      <Choices attempt={attempt} />
    </main>
  );
}

/** Whom somebody can be without an issuer. */
function Choices({ attempt }: { readonly attempt: (work: () => Promise<unknown>) => void }): ReactNode {
  const words = useWords(shellWords);
  const { language } = useLanguage();
  const { sampleCallers } = useSettings();
  const isTrying = sampleCallers.length > 0;
  return (
    <section className="stack" aria-label={isTrying ? words.samples : words.asPublic}>
      {isTrying && (
        <>
          <h2>{words.samples}</h2>
          <p className="soft">{words.samplesText}</p>
        </>
      )}
      <ul className="choices">
        {sampleCallers.map(({ name, nameZh, nameEn, agency, role }) => (
          <li key={name}>
            <button
              type="button"
              data-caller={name}
              onClick={() => attempt(async () => setSession(await signInAsSample(name)))}
            >
              <span>
                {language === 'en' ? nameEn : nameZh}
                <br />
                <code className="soft">{agency}</code>
              </span>
              <span className="badge">{words[role as 'analyst']}</span>
            </button>
          </li>
        ))}
        <li>
          <button type="button" data-caller="public" onClick={() => setSession(PUBLIC_SESSION)}>
            <span>{words.asPublic}</span>
            <span className="badge">{words.public}</span>
          </button>
        </li>
      </ul>
    </section>
  );
}
