import { type ReactNode, useMemo, useState } from 'react';
import { type GuardGate, GuardIncidentsDocument, type GuardIncidentState } from '../../graphql/generated.ts';
import { moreOf, useLinkedRow, useListQuestion } from '../../graphql/index.ts';
import { useWords } from '../../i18n/index.ts';
import { useStated } from '../../session/index.ts';
import { duringDays } from '../../time/index.ts';
import {
  Answered,
  Box,
  choicesOf,
  type Column,
  DataTable,
  Empty,
  FilterBar,
  gateWords,
  incidentWords,
  PageHead,
  Time,
  useUrlState,
} from '../../ui/index.ts';
import './guard.css';
import { Drills } from './drills.tsx';
import { Incident } from './incident.tsx';
import { IncidentState } from './incident-state.tsx';
import type { ListedIncident } from './listed-incident.ts';
import { guardWords } from './words.ts';

const DEFAULTS = { gate: '', state: '', rule: '', from: '', to: '', incident: '' };

/** What the guard stopped, what people said of it, and whether drills found that it stands. */
export default function GuardPage(): ReactNode {
  const words = useWords(guardWords);
  const gates = useWords(gateWords);
  const states = useWords(incidentWords);
  const [state, change] = useUrlState(DEFAULTS);
  const filter = useMemo(() => filterOf(state), [state]);
  // The one that is open: a step may take it out of what the filters show.
  const [judged, setJudged] = useState<ListedIncident | null>(null);
  const stated = useStated();
  const question = useListQuestion(
    GuardIncidentsDocument,
    { first: 100, filter },
    { ...stated, pageOf: (data) => data.guardIncidents },
  );
  const {
    row: incident,
    isAbsent,
    askAgain,
  } = useLinkedRow(
    GuardIncidentsDocument,
    { first: 1, filter: { id: state.incident } },
    {
      ...stated,
      id: state.incident,
      listed: question.data?.rows,
      pageOf: (data) => data.guardIncidents,
    },
  );
  const isJudged = judged?.id === state.incident && (judged.version ?? 0) > (incident?.version ?? 0);
  const open = isJudged ? judged : incident;
  const columns = useMemo(
    (): readonly Column<ListedIncident>[] => [
      {
        id: 'detectedAt',
        header: words.detectedAt,
        width: 185,
        cell: ({ detectedAt }) => <Time at={detectedAt} />,
      },
      { id: 'gate', header: words.gate, width: 80, cell: ({ gate }) => gate && gates[gate] },
      { id: 'rule', header: words.rule, width: 170, cell: ({ rule }) => <code>{rule}</code> },
      { id: 'owners', header: words.owners, width: 190, cell: ({ owners }) => (owners ?? []).join(', ') },
      { id: 'source', header: words.source, width: 190, cell: placeOf },
      { id: 'state', header: words.state, width: 170, cell: (row) => <IncidentState incident={row} /> },
    ],
    [words, gates],
  );
  return (
    <div className="page">
      <PageHead title={words.title} about={words.about} />
      <FilterBar
        label={words.filters}
        filters={[
          { name: 'gate', label: words.gate, choices: choicesOf(gates) },
          { name: 'state', label: words.state, choices: choicesOf(states) },
          { name: 'rule', label: words.rule, placeholder: 'cn.mark' },
          { name: 'from', label: words.from, type: 'date' },
          { name: 'to', label: words.to, type: 'date' },
        ]}
        defaults={DEFAULTS}
        state={state}
        change={change}
      />
      <Answered question={question}>
        {({ rows }) => (
          <>
            <DataTable
              label={words.incidents}
              columns={columns}
              rows={rows}
              keyOf={({ id }) => id ?? ''}
              onOpen={({ id }) => change({ incident: id ?? '' })}
              {...moreOf(question)}
            />
            {isAbsent && open === undefined && <Empty>{words.absent}</Empty>}
            {open !== undefined && (
              <Box kind="drawer" title={words.incident} onClose={() => change({ incident: '' })}>
                <Incident
                  incident={open}
                  onTaken={({ state: now, version }) => {
                    setJudged({ ...open, state: now as GuardIncidentState, version });
                    void question.refetch();
                    askAgain();
                  }}
                />
              </Box>
            )}
          </>
        )}
      </Answered>
      <Drills />
    </div>
  );
}

function placeOf({ sourceName, line }: ListedIncident): ReactNode {
  if (sourceName === null) return '—';
  return line === null ? sourceName : `${sourceName}:${line}`;
}

function filterOf({ gate, state, rule, from, to }: typeof DEFAULTS) {
  const during = duringDays({ from, to });
  return {
    ...(gate !== '' && { gate: gate as GuardGate }),
    ...(state !== '' && { state: state as GuardIncidentState }),
    ...(rule !== '' && { rule }),
    ...(during !== null && { during }),
  };
}
