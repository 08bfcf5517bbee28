import { createRootRoute, createRoute, createRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense } from 'react';
import { useWords } from '../i18n/index.ts';
import type { Page } from '../pages/page.ts';
import { PagePurpose, useSignedIn, useStated } from '../session/index.ts';
import { Empty, Failed, Loading } from '../ui/index.ts';
import { Layout } from './layout.tsx';
import { PageLink } from './page-link.tsx';
import { shellWords } from './words.ts';

const root = createRootRoute({ component: Layout, notFoundComponent: NotHere, errorComponent: Broken });

/** The console's addresses, one for each page. Searches are plain texts: `?agency=AG-JUSTICE-BUREAU`. */
export const createConsoleRouter = (pages: readonly Page[]) =>
  createRouter({
    routeTree: root.addChildren(
      pages.map((page) =>
        createRoute({ getParentRoute: () => root, path: page.path, component: pageComponent(page) }),
      ),
    ),
    basepath: '/console',
    defaultPendingComponent: Loading,
    defaultErrorComponent: Broken,
    scrollRestoration: false,
    parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
    stringifySearch: (search) => {
      const query = new URLSearchParams(search as Record<string, string>).toString();
      return query === '' ? '' : `?${query}`;
    },
  });

/** A page for whom it is for, with its purpose. */
function pageComponent({ load, roles, purpose, path }: Page): () => ReactNode {
  const Loaded = lazy(load);
  return function PageOf() {
    const { role } = useSignedIn();
    if (!roles.includes(role)) return <NotForRole />;
    return (
      <PagePurpose purpose={purpose}>
        <PurposeFirst isNeeded={path !== '/'}>
          <Suspense fallback={<Loading />}>
            <Loaded />
          </Suspense>
        </PurposeFirst>
      </PagePurpose>
    );
  };
}

function PurposeFirst({
  isNeeded,
  children,
}: {
  readonly isNeeded: boolean;
  readonly children: ReactNode;
}): ReactNode {
  const words = useWords(shellWords);
  const { role } = useSignedIn();
  const { purpose } = useStated();
  if (isNeeded && purpose === null && role !== 'public') return <Empty>{words.purposeFirst}</Empty>;
  return children;
}

function NotForRole(): ReactNode {
  const words = useWords(shellWords);
  return (
    <div className="page">
      <h1>{words.notForRole}</h1>
      <p>
        <PageLink to="/">{words.toStart}</PageLink>
      </p>
    </div>
  );
}

function NotHere(): ReactNode {
  const words = useWords(shellWords);
  return (
    <div className="page">
      <h1>{words.notHere}</h1>
      <p>
        <PageLink to="/">{words.toStart}</PageLink>
      </p>
    </div>
  );
}

function Broken({ error, reset }: ErrorComponentProps): ReactNode {
  return <Failed error={error instanceof Error ? error : new Error(String(error))} retry={reset} />;
}
