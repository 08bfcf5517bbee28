import { type ReactNode, useState } from 'react';
import { useFormats, useWords } from '../../i18n/index.ts';
import { CopiedCode, Fact, gateWords, incidentWords, Time } from '../../ui/index.ts';
import type { ListedIncident } from './listed-incident.ts';
import { IncidentState } from './incident-state.tsx';
import { NextStep, type Taken } from './next-step.tsx';
import { guardWords } from './words.ts';

/** One incident: where it was stopped, what was said of it, and the step that may come next. */
export function Incident({
  incident,
  onTaken,
}: {
  readonly incident: ListedIncident;
  readonly onTaken: (taken: Taken) => void;
}): ReactNode {
  const words = useWords(guardWords);
  const gates = useWords(gateWords);
  const formats = useFormats();
  const [taken, setTaken] = useState<Taken | null>(null);
  const { detectedAt, gate, rule, owners, sourceName, sourceDigest, line, markHash, actor, agency } =
    incident;
  return (
    <div className="stack">
      <dl className="facts">
        <Fact name={words.state}>
          <IncidentState incident={incident} />
        </Fact>
        <Fact name={words.detectedAt}>
          <Time at={detectedAt} />
        </Fact>
        <Fact name={words.gate}>{gate && gates[gate]}</Fact>
        <Fact name={words.rule}>
          <code>{rule}</code>
        </Fact>
        <Fact name={words.owners}>{(owners ?? []).join(', ')}</Fact>
        <Fact name={words.asker}>
          {agency} <code>{actor}</code>
        </Fact>
        {sourceName !== null && <Fact name={words.source}>{sourceName}</Fact>}
        {line !== null && <Fact name={words.line}>{line}</Fact>}
        {sourceDigest !== null && <Copied name={words.digest} text={sourceDigest} />}
        {markHash !== null && <Copied name={words.markHash} text={markHash} />}
        {incident.requestId !== null && <Copied name={words.request} text={incident.requestId} />}
      </dl>
      <Steps incident={incident} />
      <p role="status">{taken !== null && words.recorded(taken.log, formats.number(taken.index))}</p>
      <NextStep
        key={incident.version}
        incident={incident}
        onTaken={(now) => {
          setTaken(now);
          onTaken(now);
        }}
      />
    </div>
  );
}

function Copied({ name, text }: { readonly name: string; readonly text: string }): ReactNode {
  return (
    <Fact name={name}>
      <CopiedCode text={text} />
    </Fact>
  );
}

function Steps({ incident: { steps } }: { readonly incident: ListedIncident }): ReactNode {
  const words = useWords(guardWords);
  const states = useWords(incidentWords);
  return (
    <section className="stack" aria-labelledby="guard-steps">
      <h3 id="guard-steps">{words.steps}</h3>
      <ol className="guard-steps">
        {(steps ?? []).map(({ state, takenAt, actor, agency, note }) => (
          <li key={`${takenAt} ${state} ${actor}`}>
            <strong>{states[state]}</strong> <Time at={takenAt} />
            <div className="small soft">
              {agency} <code>{actor}</code>
            </div>
            {note !== null && <p>{note}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
