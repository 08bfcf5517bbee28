import { type ReactNode, useState } from 'react';
import {
  type GuardIncidentState,
  JudgeIncidentDocument,
  type JudgeIncidentMutation,
} from '../../graphql/generated.ts';
import { ask, refusalOf } from '../../graphql/index.ts';
import { useWords } from '../../i18n/index.ts';
import { useStated } from '../../session/index.ts';
import { ActForm, type ActGrounds, incidentWords } from '../../ui/index.ts';
import type { ListedIncident } from './listed-incident.ts';
import { MOVES } from './moves.ts';
import { guardWords } from './words.ts';

/** What the incident is after a step, and where the step is recorded. */
export type Taken = NonNullable<JudgeIncidentMutation['judgeIncident']>;

/** Says what an incident is now. The gateway refuses whoever may not say so, and the page shows its words. */
export function NextStep({
  incident,
  onTaken,
}: {
  readonly incident: ListedIncident;
  readonly onTaken: (taken: Taken) => void;
}): ReactNode {
  const words = useWords(guardWords);
  const states = useWords(incidentWords);
  const stated = useStated();
  const moves = MOVES.filter(({ from }) => from === incident.state);
  const [to, setTo] = useState<GuardIncidentState | undefined>(moves[0]?.to);
  const { id, version } = incident;
  if (id === null || version === null) return null;
  if (moves.length === 0 || to === undefined) return <p className="soft">{words.ended}</p>;

  const take = async (grounds: ActGrounds): Promise<void> => {
    const answer = await ask(JudgeIncidentDocument, { id, to, version, ...grounds }, stated);
    const { judgeIncident: receipt } = answer.data;
    if (receipt === null) throw refusalOf(answer);
    onTaken(receipt);
  };
  const isPair = moves.find((move) => move.to === to)?.persons === 2;
  return (
    <ActForm title={words.step} noteHint={words.noteHint} take={words.take} onAct={take}>
      <label className="field">
        <span>{words.next}</span>
        <select value={to} onChange={({ target }) => setTo(target.value as GuardIncidentState)}>
          {moves.map((move) => (
            <option key={move.to} value={move.to}>
              {states[move.to]}
            </option>
          ))}
        </select>
      </label>
      {isPair && <p className="small soft">{words.twoPersons}</p>}
    </ActForm>
  );
}
