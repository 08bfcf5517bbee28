import type { ReactNode } from 'react';
import { useWords } from '../../i18n/index.ts';
import { Empty, Panel } from '../../ui/index.ts';
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
