import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { createQueryClient } from '../graphql/index.ts';
import { LanguageProvider } from '../i18n/index.ts';
import {
  type ConsoleSettings,
  isPurpose,
  type Purpose,
  type Session,
  StatedProvider,
  useSession,
} from '../session/index.ts';
import { ThemeProvider } from '../ui/index.ts';
import type { Page } from '../pages/page.ts';
import { createConsoleRouter } from './router.tsx';
import { SignInPage } from './sign-in-page.tsx';
import { PagesContext } from './use-pages.ts';
import { SettingsContext } from './use-settings.tsx';

/** The whole console: signing in, or the pages. */
export function App({
  pages,
  settings,
  failure,
}: {
  readonly pages: readonly Page[];
  readonly settings: ConsoleSettings;
  readonly failure: Error | null;
}): ReactNode {
  const session = useSession();
  const [wasSignedIn, setWasSignedIn] = useState(session !== null);
  useEffect(() => {
    if (session !== null) setWasSignedIn(true);
  }, [session]);
  return (
    <SettingsContext value={settings}>
      <LanguageProvider>
        <ThemeProvider>
          {session === null ? (
            <SignInPage failure={failure} wasSignedIn={wasSignedIn} />
          ) : (
            // Nothing of one person's is left for the next.
            <Pages key={session.token} pages={pages} session={session} settings={settings} />
          )}
        </ThemeProvider>
      </LanguageProvider>
    </SettingsContext>
  );
}

function Pages({
  pages,
  session,
  settings,
}: {
  readonly pages: readonly Page[];
  readonly session: Session;
  readonly settings: ConsoleSettings;
}): ReactNode {
  const [client] = useState(createQueryClient);
  const [router] = useState(() => createConsoleRouter(pages));
  return (
    <QueryClientProvider client={client}>
      <StatedProvider suggested={suggestedPurpose(session, settings)}>
        <PagesContext value={pages}>
          <RouterProvider router={router} />
        </PagesContext>
      </StatedProvider>
    </QueryClientProvider>
  );
}

/** What a caller of this kind asks for most; others choose for themselves. */
function suggestedPurpose({ role, sample }: Session, { sampleCallers }: ConsoleSettings): Purpose | null {
  const ofSample = sampleCallers.find(({ name }) => name === sample)?.purpose ?? '';
  if (isPurpose(ofSample)) return ofSample;
  return role === 'auditor' || role === 'steward' ? 'OVERSIGHT' : null;
}
