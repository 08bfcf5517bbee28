import type { ReactNode } from 'react';
import { useWords } from '../../i18n/index.ts';
import { Badge, incidentWords, type Tone } from '../../ui/index.ts';
import type { ListedIncident } from './listed-incident.ts';
import { guardWords } from './words.ts';

const TONES: Readonly<Partial<Record<string, Tone>>> = {
  BLOCKED: 'deny',
  REPORTED: 'mask',
  CONFIRMED: 'deny',
  CLOSED: 'allow',
};

/** What an incident is now, and whether one of two persons has said that it is no mark. */
export function IncidentState({ incident }: { readonly incident: ListedIncident }): ReactNode {
  const words = useWords(guardWords);
  const states = useWords(incidentWords);
  const { state } = incident;
  if (state === null) return null;
  const tone = TONES[state];
  return (
    <span className="row">
      <Badge {...(tone !== undefined && { tone })}>{states[state]}</Badge>
      {waitsForSecond(incident) && <span className="small soft">{words.waiting}</span>}
    </span>
  );
}

/** Whether one person has said FALSE_POSITIVE and a second has not. */
function waitsForSecond({ state, steps }: ListedIncident): boolean {
  return state === 'REPORTED' && steps?.at(-1)?.state === 'FALSE_POSITIVE';
}
