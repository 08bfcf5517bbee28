import { type ReactNode, useId } from 'react';
import { useFormats, useLanguage, useWords } from '../../i18n/index.ts';
import { PageLink } from '../../shell/index.ts';
import { monthAfter, monthIn, weeksOf } from '../../time/index.ts';
import { Empty, Panel, useUrlState } from '../../ui/index.ts';
import { agreementsWords } from './words.ts';

/** One version, as far as the calendar tells of it. */
export interface Ending {
  readonly uid: string | null;
  readonly version: number | null;
  readonly assignee: string | null;
  readonly validUntil: string | null;
}

const DEFAULTS = { month: '', day: '' };

/** On which days agreements end, and beside it which ones: of the month that is looked at, or of one day of it. */
export function ExpiryCalendar({
  endings,
  nowMs,
}: {
  /** Those in force. */
  readonly endings: readonly Ending[];
  readonly nowMs: number;
}): ReactNode {
  const words = useWords(agreementsWords);
  const formats = useFormats();
  const [state, change] = useUrlState(DEFAULTS);
  const byDay = Map.groupBy(
    endings.filter(({ validUntil }) => validUntil !== null),
    ({ validUntil }) => formats.date(validUntil!),
  );
  const days = [...byDay.keys()].toSorted();
  // What ends next is what people come for.
  const month = monthIn(state.month) ?? (days[0] ?? formats.date(nowMs)).slice(0, 7);
  const shown = days.filter((day) => (state.day === '' ? day.startsWith(month) : day === state.day));
  return (
    <Panel title={words.calendar}>
      <div className="agreements-expiry">
        <Month
          month={month}
          day={state.day}
          countOn={(day) => byDay.get(day)?.length ?? 0}
          onMonth={(next) => change({ month: next, day: '' })}
          onDay={(day) => change({ month, day: day === state.day ? '' : day })}
        />
        {shown.length === 0 ? (
          <Empty>{words.noneEnds}</Empty>
        ) : (
          <dl className="agreements-ending">
            {shown.map((day) => (
              <div key={day}>
                <dt>
                  {day} <span className="soft">{words.ending(formats.number(byDay.get(day)!.length))}</span>
                </dt>
                {byDay.get(day)!.map(({ uid, version, assignee }) => (
                  <dd key={`${uid}@${version}`}>
                    <PageLink to={`agreements/${encodeURIComponent(uid ?? '')}`}>
                      <code>
                        {uid}@{version}
                      </code>
                    </PageLink>{' '}
                    <span className="small soft">{assignee}</span>
                  </dd>
                ))}
              </div>
            ))}
          </dl>
        )}
      </div>
    </Panel>
  );
}

function Month({
  month,
  day: chosen,
  countOn,
  onMonth,
  onDay,
}: {
  readonly month: string;
  readonly day: string;
  readonly countOn: (day: string) => number;
  readonly onMonth: (month: string) => void;
  readonly onDay: (day: string) => void;
}): ReactNode {
  const words = useWords(agreementsWords);
  const formats = useFormats();
  const { language } = useLanguage();
  const titleId = useId();
  const first = new Date(`${month}-01T00:00:00Z`);
  const title = new Intl.DateTimeFormat(language, { timeZone: 'UTC', year: 'numeric', month: 'long' });
  const weeks = weeksOf(month);
  return (
    <div className="stack">
      <div className="row agreements-month">
        <button
          type="button"
          className="button"
          aria-label={words.monthBefore}
          onClick={() => onMonth(monthAfter(month, -1))}
        >
          ‹
        </button>
        <strong id={titleId} aria-live="polite">
          {title.format(first)}
        </strong>
        <button
          type="button"
          className="button"
          aria-label={words.monthAfter}
          onClick={() => onMonth(monthAfter(month, 1))}
        >
          ›
        </button>
      </div>
      <table className="agreements-calendar" aria-labelledby={titleId}>
        <thead>
          <tr>
            {WEEKDAYS.map((weekday) => (
              <th key={weekday} scope="col" abbr={nameOf(weekday, 'long', language)}>
                {nameOf(weekday, 'narrow', language)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week.find((day) => day !== null)}>
              {week.map((day, weekday) => (
                <td key={day ?? `${weekday}`}>
                  {day !== null && countOn(day) === 0 && Number(day.slice(8))}
                  {day !== null && countOn(day) > 0 && (
                    <button type="button" aria-pressed={day === chosen} onClick={() => onDay(day)}>
                      {Number(day.slice(8))}
                      <span className="small">
                        {formats.number(countOn(day))} <span className="sr-only">{words.toEnd}</span>
                      </span>
                    </button>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Days of a week that began on a Monday. */
const WEEKDAYS = [5, 6, 7, 8, 9, 10, 11];

function nameOf(day: number, weekday: 'long' | 'narrow', language: string): string {
  return new Intl.DateTimeFormat(language, { timeZone: 'UTC', weekday }).format(
    new Date(Date.UTC(1970, 0, day)),
  );
}
