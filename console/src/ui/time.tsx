import type { ReactNode } from 'react';
import { useFormats } from '../i18n/index.ts';

/** An instant, written at +08:00 whatever the machine's zone; nothing for none. */
export function Time({ at }: { readonly at: string | number | null | undefined }): ReactNode {
  const formats = useFormats();
  if (at === null || at === undefined) return '—';
  const instant = new Date(at);
  return (
    <time dateTime={instant.toISOString()} title="UTC+08:00">
      {formats.dateTime(instant)}
    </time>
  );
}
