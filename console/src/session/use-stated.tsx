import { createContext, type ReactNode, use, useMemo, useState } from 'react';
import { isPurpose, type Purpose } from './purposes.ts';
import { readKept } from './read-kept.ts';
import { useSession } from './use-session.ts';

/** The purpose and the case that the person has chosen in the head of the console, for pages that ask for a choice. */
export interface Chosen {
  readonly purpose: Purpose | null;
  readonly caseReference: string;
  readonly choose: (some: { readonly purpose?: Purpose | null; readonly caseReference?: string }) => void;
}

/** What the questions of a page state. */
export interface PageStated {
  readonly purpose: Purpose | null;
  readonly caseReference: string | null;
}

const KEY = 'lukou-stated';
const ChosenContext = createContext<Chosen>({ purpose: null, caseReference: '', choose: () => undefined });
const PageContext = createContext<Purpose | 'choose'>('choose');

/** Keeps the choice for this tab; `suggested` is the purpose that it begins with. */
export function StatedProvider({
  suggested,
  children,
}: {
  readonly suggested: Purpose | null;
  readonly children: ReactNode;
}): ReactNode {
  const [kept, setKept] = useState(() => restore(suggested));
  const chosen = useMemo(
    (): Chosen => ({
      ...kept,
      choose: (some) => {
        const next = { ...kept, ...some };
        sessionStorage.setItem(KEY, JSON.stringify(next));
        setKept(next);
      },
    }),
    [kept],
  );
  return <ChosenContext value={chosen}>{children}</ChosenContext>;
}

/** Says what purpose a page states. */
export function PagePurpose({
  purpose,
  children,
}: {
  readonly purpose: Purpose | 'choose';
  readonly children: ReactNode;
}): ReactNode {
  return <PageContext value={purpose}>{children}</PageContext>;
}

/** What was chosen, and how to choose. */
export function useChosen(): Chosen {
  return use(ChosenContext);
}

/** What a page's questions state: hand it to `useQuestion`. The public states nothing. */
export function useStated(): PageStated {
  const ofPage = use(PageContext);
  const { purpose, caseReference } = useChosen();
  const isPublic = useSession()?.role === 'public';
  return useMemo(() => {
    if (ofPage !== 'choose') return { purpose: ofPage, caseReference: null };
    return { purpose: isPublic ? null : purpose, caseReference: caseReference === '' ? null : caseReference };
  }, [ofPage, purpose, caseReference, isPublic]);
}

function restore(suggested: Purpose | null): {
  readonly purpose: Purpose | null;
  readonly caseReference: string;
} {
  const { purpose, caseReference } = readKept(KEY);
  return {
    purpose: typeof purpose === 'string' && isPurpose(purpose) ? purpose : suggested,
    caseReference: typeof caseReference === 'string' ? caseReference : '',
  };
}

/** Forgets the choice, with the session that it was made in. */
export function forgetStated(): void {
  sessionStorage.removeItem(KEY);
}
