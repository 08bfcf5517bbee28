import { type ReactNode, useId } from 'react';
import { useWords } from '../../i18n/index.ts';
import { Empty } from '../../ui/index.ts';
import { overviewWords } from './words.ts';

/** In place of what the reader's agreements do not grant. */
export function Withheld({ title }: { readonly title: string }): ReactNode {
  const words = useWords(overviewWords);
  return (
    <Panel title={title}>
      <Empty>{words.withheld}</Empty>
    </Panel>
  );
}

/** One question of the page, and what answers it. */
export function Panel({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}): ReactNode {
  const titleId = useId();
  return (
    <section className="panel" aria-labelledby={titleId}>
      <h2 id={titleId}>{title}</h2>
      {children}
    </section>
  );
}
