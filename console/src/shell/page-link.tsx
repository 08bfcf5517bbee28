import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { usePages } from './use-pages.ts';

/**
 * A link to a page of the console, by its path below `/console/`. Pages that are documents of their own are loaded, and so is
 * every page that is reached from one: each document has its own policy.
 */
export function PageLink({
  to,
  search,
  children,
  className,
  isCurrent = false,
}: {
  readonly to: string;
  readonly search?: Readonly<Record<string, string>>;
  readonly children: ReactNode;
  readonly className?: string;
  readonly isCurrent?: boolean;
}): ReactNode {
  const pages = usePages();
  const isOwnDocument = (path: string): boolean =>
    pages.some((page) => page.isOwnDocument === true && path === `/${page.path}`);
  const path = `/${to.replace(/^\//, '')}`;
  if (isOwnDocument(path) || isOwnDocument(location.pathname.slice('/console'.length))) {
    const query = search === undefined ? '' : `?${new URLSearchParams(search)}`;
    return (
      <a href={`/console${path}${query}`} className={className} aria-current={isCurrent ? 'page' : undefined}>
        {children}
      </a>
    );
  }
  return (
    <Link
      to={path}
      search={search ?? {}}
      {...(className === undefined ? {} : { className })}
      aria-current={isCurrent ? 'page' : undefined}
      activeProps={{}}
    >
      {children}
    </Link>
  );
}
