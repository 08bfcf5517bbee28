import { type ReactNode, useMemo } from 'react';
import { AlarmListDocument, type AlarmKind } from '../../graphql/generated.ts';
import { moreOf, useListQuestion } from '../../graphql/index.ts';
import { useWords } from '../../i18n/index.ts';
import { useStated } from '../../session/index.ts';
import { duringDays } from '../../time/index.ts';
import {
  Answered,
  choicesOf,
  DataTable,
  Denied,
  Empty,
  FilterBar,
  PageHead,
  useUrlState,
} from '../../ui/index.ts';
import { StreamStatus } from './stream-status.tsx';
import { useAlarmColumns } from './use-alarm-columns.tsx';
import { useAlarmStream } from './use-alarm-stream.ts';
import { alarmKindWords, alarmsWords } from './words.ts';

const DEFAULTS = { kind: '', owner: '', agency: '', from: '', to: '' };

/** Alarms: those that were raised, and new ones as they are. */
export default function AlarmsPage(): ReactNode {
  const words = useWords(alarmsWords);
  const kinds = useWords(alarmKindWords);
  const columns = useAlarmColumns();
  const [state, change] = useUrlState(DEFAULTS);
  const filter = useMemo(() => filterOf(state), [state]);
  const stated = useStated();
  const stream = useAlarmStream(stated);
  const question = useListQuestion(
    AlarmListDocument,
    { first: 100, filter },
    {
      ...stated,
      // Once new ones are told: an alarm that is raised in between is in the one or the other.
      enabled: stream.state.is !== 'connecting',
      pageOf: (data) => data.alarms,
    },
  );
  return (
    <div className="page">
      <PageHead title={words.title} about={words.about}>
        <button type="button" className="button" onClick={() => void question.refetch()}>
          {words.lookAgain}
        </button>
      </PageHead>
      <StreamStatus stream={stream} />
      <FilterBar
        label={words.filters}
        filters={[
          { name: 'kind', label: words.kind, choices: choicesOf(kinds) },
          { name: 'owner', label: words.owner, placeholder: 'AG-TRAFFIC-POLICE' },
          { name: 'agency', label: words.agency, placeholder: 'AG-JUSTICE-BUREAU' },
          { name: 'from', label: words.from, type: 'date' },
          { name: 'to', label: words.to, type: 'date' },
        ]}
        defaults={DEFAULTS}
        state={state}
        change={change}
      />
      <Answered question={question}>
        {({ rows: listed, denied }) => {
          if (denied !== null) return <Denied errors={denied} />;
          const known = new Set(listed.map(({ id }) => id));
          const fresh = stream.told
            .map(({ alarm }) => alarm)
            .filter((alarm) => !known.has(alarm.id) && isWithin(alarm, filter));
          const rows = [...fresh, ...listed];
          if (rows.length === 0) return <Empty>{words.nothing}</Empty>;
          return (
            <DataTable
              label={words.alarms}
              columns={columns}
              rows={rows}
              keyOf={({ id }) => id ?? ''}
              {...moreOf(question)}
            />
          );
        }}
      </Answered>
    </div>
  );
}

function filterOf({ kind, owner, agency, from, to }: typeof DEFAULTS) {
  const during = duringDays({ from, to });
  return {
    ...(kind !== '' && { kind: kind as AlarmKind }),
    ...(owner !== '' && { owner }),
    ...(agency !== '' && { agency }),
    ...(during !== null && { during }),
  };
}

/** Whether an alarm that the stream told of is one that the filters ask for. */
function isWithin(
  alarm: {
    readonly kind: string | null;
    readonly owner: string | null;
    readonly agency: string | null;
    readonly raisedAt: string | null;
  },
  { kind, owner, agency, during }: ReturnType<typeof filterOf>,
): boolean {
  const raisedAtMs = Date.parse(alarm.raisedAt ?? '');
  return (
    (kind === undefined || alarm.kind === kind) &&
    (owner === undefined || alarm.owner === owner) &&
    (agency === undefined || alarm.agency === agency) &&
    (during === undefined || (raisedAtMs >= Date.parse(during.from) && raisedAtMs < Date.parse(during.to)))
  );
}
