import type { ReactNode } from 'react';
import { useFormats, useLanguage, useWords } from '../../i18n/index.ts';
import { Badge, tellCode } from '../../ui/index.ts';
import type { AlarmStream } from './use-alarm-stream.ts';
import { alarmsWords, endWords } from './words.ts';

/** Whether new alarms come by themselves, and if not, why. */
export function StreamStatus({
  stream: { state, told, gaps, connect },
}: {
  readonly stream: AlarmStream;
}): ReactNode {
  const words = useWords(alarmsWords);
  const reasons: Readonly<Record<string, string>> = useWords(endWords);
  const formats = useFormats();
  const { language } = useLanguage();
  const code = state.is === 'ended' ? (state.end.code ?? '') : '';
  const said = reasons[code] ?? tellCode(code, language);
  return (
    <section className="stack" aria-label={words.stream}>
      <div className="row" role="status">
        {state.is === 'connecting' && <Badge>{words.connecting}</Badge>}
        {state.is === 'live' && <Badge tone="allow">{words.live}</Badge>}
        {state.is === 'ended' && <Badge tone="deny">{words.ended}</Badge>}
        {state.is === 'live' && <span className="soft">{words.told(formats.number(told.length))}</span>}
        {state.is === 'ended' && (
          <span>
            {said ?? words.endedSomehow} {state.end.code !== null && <code>{state.end.code}</code>}
          </span>
        )}
        {state.is === 'ended' && (
          <button type="button" className="button" onClick={connect}>
            {words.connect}
          </button>
        )}
      </div>
      {state.is === 'ended' && said === undefined && state.end.message !== '' && (
        <p className="small soft" lang="en">
          {state.end.message}
        </p>
      )}
      {gaps.map(({ from, to }) => (
        <p key={from} className="state" data-tone="deny" role="alert">
          {words.gap(formats.number(from), formats.number(to))}
        </p>
      ))}
    </section>
  );
}
