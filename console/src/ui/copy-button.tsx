import { type ReactNode, useState } from 'react';
import { useWords } from '../i18n/index.ts';
import { uiWords } from './words.ts';

/** Copies a text; says so to the eye and to a screen reader. */
export function CopyButton({ text, label }: { readonly text: string; readonly label?: string }): ReactNode {
  const words = useWords(uiWords);
  const [isCopied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
    setTimeout(() => setCopied(false), 2_000);
  };
  return (
    <button type="button" className="button" data-kind="quiet" onClick={() => void copy()}>
      <span aria-live="polite">{isCopied ? words.copied : (label ?? words.copy)}</span>
    </button>
  );
}

/** A hash, a key or an identifier, and the button that copies it. */
export function CopiedCode({ text }: { readonly text: string }): ReactNode {
  return (
    <>
      <code>{text}</code> <CopyButton text={text} />
    </>
  );
}
