import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { useWords } from '../i18n/index.ts';
import { uiWords } from './words.ts';

/**
 * A dialog in the middle or a drawer at the side, on the browser's own `<dialog>`: it keeps the focus inside, Escape closes
 * it, and the focus goes back to where it was.
 */
export function Box({
  kind = 'dialog',
  title,
  onClose,
  children,
}: {
  readonly kind?: 'dialog' | 'drawer';
  readonly title: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
}): ReactNode {
  const words = useWords(uiWords);
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  // Before it is taken out of the page: a dialog that is gone already gives the focus back to nobody.
  useLayoutEffect(() => {
    const dialog = ref.current;
    if (dialog === null) return undefined;
    dialog.showModal();
    return () => dialog.close();
  }, []);
  return (
    <dialog ref={ref} className="box" data-kind={kind} aria-labelledby={titleId} onCancel={onClose}>
      <div className="box-head">
        <h2 id={titleId}>{title}</h2>
        <button type="button" className="button" data-kind="quiet" onClick={onClose}>
          {words.close}
        </button>
      </div>
      <div className="box-body">{children}</div>
    </dialog>
  );
}
