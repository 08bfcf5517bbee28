import type { ReactNode } from 'react';
import type { AgreementState as State } from '../../graphql/generated.ts';
import { useWords } from '../../i18n/index.ts';
import { Badge, type Tone } from '../../ui/index.ts';
import { stateWords } from './words.ts';

const TONES: Readonly<Partial<Record<State, Tone>>> = {
  IN_FORCE: 'allow',
  NOT_YET: 'mask',
  EXPIRED: 'deny',
  SUSPENDED: 'deny',
};

/** What a version of an agreement is at this moment. */
export function AgreementState({ state }: { readonly state: State | null }): ReactNode {
  const words = useWords(stateWords);
  if (state === null) return '—';
  const tone = TONES[state];
  return <Badge {...(tone !== undefined && { tone })}>{words[state]}</Badge>;
}
