import { createRoot } from 'react-dom/client';
import './ui/theme.css';
import './ui/base.css';
import './ui/parts.css';
import './shell/shell.css';
import { finishSignIn, readSettings, setSession } from './session/index.ts';
import { PAGES } from './pages/index.ts';
import { App } from './shell/app.tsx';

/** Comes back from an issuer, where this is the way back; says what went wrong there. */
async function comeBack(): Promise<Error | null> {
  if (location.pathname !== '/console/signed-in') return null;
  try {
    const { session, returnTo } = await finishSignIn(new URL(location.href));
    history.replaceState(null, '', returnTo);
    setSession(session);
    return null;
  } catch (error) {
    // The code in the address has been used, or is nobody's: it must not stay in the history.
    history.replaceState(null, '', '/console/');
    return error instanceof Error ? error : new Error(String(error));
  }
}

const place = document.querySelector('#console');
if (place === null) throw new Error('index.html has no place for the console.');
const [settings, failure] = await Promise.all([readSettings(), comeBack()]);
createRoot(place).render(<App pages={PAGES} settings={settings} failure={failure} />);
