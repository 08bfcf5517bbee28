import type { ReactNode } from 'react';

/** What a page is and what it is about; beside it, what is chosen or done for the whole page. */
export function PageHead({
  back,
  title,
  about,
  children,
}: {
  /** The way to where one comes from. */
  readonly back?: ReactNode;
  readonly title: ReactNode;
  readonly about?: string;
  readonly children?: ReactNode;
}): ReactNode {
  return (
    <div className="page-head">
      <div>
        {back}
        <h1>{title}</h1>
        {about !== undefined && <p className="soft">{about}</p>}
      </div>
      {children}
    </div>
  );
}
