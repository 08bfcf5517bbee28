import { Outlet, useLocation, useMatches } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useLanguage, useWords } from '../i18n/index.ts';
import icon from '../icon.svg';
import type { Page } from '../pages/page.ts';
import { useSignedIn } from '../session/index.ts';
import { Account } from './account.tsx';
import { DisplayChoices } from './display-choices.tsx';
import { PageLink } from './page-link.tsx';
import { PurposeChoices } from './purpose-choices.tsx';
import { usePages } from './use-pages.ts';
import { shellWords } from './words.ts';

/** What stands around every page: who is signed in, what for, and where else to go. */
export function Layout(): ReactNode {
  const words = useWords(shellWords);
  const { role } = useSignedIn();
  const [isMenuOpen, setMenuOpen] = useState(false);
  const main = useRef<HTMLElement>(null);
  const page = useCurrentPage();
  const { pathname } = useLocation();
  const before = useRef(pathname);
  useTitle(page?.title);
  useEffect(() => {
    // A new page is read from its beginning, also by a screen reader.
    if (before.current === pathname) return;
    before.current = pathname;
    setMenuOpen(false);
    main.current?.focus();
    window.scrollTo(0, 0);
  }, [pathname]);
  return (
    <div className="shell">
      <a className="skip" href="#main">
        {words.skip}
      </a>
      <header className="shell-head">
        <button
          type="button"
          className="button menu-button"
          aria-expanded={isMenuOpen}
          aria-controls="navigation"
          onClick={() => setMenuOpen(!isMenuOpen)}
        >
          {words.menu}
        </button>
        <PageLink to="/" className="brand">
          <img src={icon} alt="" />
          {words.name} <small>{words.subtitle}</small>
        </PageLink>
        {page?.purpose === 'choose' && page.path !== '/' && role !== 'public' && <PurposeChoices />}
        <span className="spacer" />
        <DisplayChoices />
        <Account />
      </header>
      <nav id="navigation" className="shell-nav" aria-label={words.navigation} data-open={isMenuOpen}>
        <Navigation />
      </nav>
      <main id="main" className="shell-main" tabIndex={-1} ref={main}>
        <Outlet />
      </main>
    </div>
  );
}

function Navigation(): ReactNode {
  const { language } = useLanguage();
  const pages = usePages();
  const { role } = useSignedIn();
  const current = useCurrentPage();
  const [root] = (current?.path ?? '').split('/');
  return (
    <ul>
      {pages
        .filter(({ roles, isHidden }) => isHidden !== true && roles.includes(role))
        .map(({ path, title }) => (
          <li key={path}>
            <PageLink to={path} isCurrent={path === current?.path || path === root}>
              {title[language]}
            </PageLink>
          </li>
        ))}
    </ul>
  );
}

/** The page that the address names; none where it names none. */
function useCurrentPage(): Page | undefined {
  const pages = usePages();
  const id = useMatches().at(-1)?.fullPath ?? '';
  return pages.find(({ path }) => (path === '/' ? '/' : `/${path}`) === id);
}

function useTitle(title: Page['title'] | undefined): void {
  const words = useWords(shellWords);
  const { language } = useLanguage();
  useEffect(() => {
    document.title = title === undefined ? words.name : `${title[language]} · ${words.name}`;
  }, [title, language, words]);
}
