import { type ReactNode, useState } from 'react';
import { useFormats, useWords } from '../../i18n/index.ts';
import { CopyButton, gateWords, incidentWords, Time } from '../../ui/index.ts';
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
        <dt>{words.state}</dt>
        <dd>
          <IncidentState incident={incident} />
        </dd>
        <dt>{words.detectedAt}</dt>
        <dd>
          <Time at={detectedAt} />
        </dd>
        <dt>{words.gate}</dt>
        <dd>{gate && gates[gate]}</dd>
        <dt>{words.rule}</dt>
        <dd>
          <code>{rule}</code>
        </dd>
        <dt>{words.owners}</dt>
        <dd>{(owners ?? []).join(', ')}</dd>
        <dt>{words.asker}</dt>
        <dd>
          {agency} <code>{actor}</code>
        </dd>
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

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactNode {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Copied({ name, text }: { readonly name: string; readonly text: string }): ReactNode {
  return (
    <Fact name={name}>
      <code>{text}</code> <CopyButton text={text} />
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
