import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useFormats, useWords } from '../../i18n/index.ts';
import { useStated } from '../../session/index.ts';
import { Failed } from '../../ui/index.ts';
import { type Collected, collectRecords, MOST_RECORDS, PAGE_RECORDS } from './collect-records.ts';
import type { RecordFilter } from './filter.ts';
import { printCsv } from './print-csv.ts';
import { disclosuresWords } from './words.ts';

const NOTHING: Collected = { records: [], questions: 0, isWhole: false };

/** Writes what is shown into a file, page by page, and says what that leaves in the log. */
export function ExportRecords({ filter }: { readonly filter: RecordFilter }): ReactNode {
  const words = useWords(disclosuresWords);
  const formats = useFormats();
  const stated = useStated();
  const running = useRef<AbortController | null>(null);
  const [phase, setPhase] = useState<'idle' | 'busy' | 'stopped' | 'failed' | 'done'>('idle');
  const [collected, setCollected] = useState<Collected>(NOTHING);
  const [failure, setFailure] = useState<Error | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const write = async (): Promise<void> => {
    const control = new AbortController();
    running.current = control;
    setPhase('busy');
    setCollected(NOTHING);
    setFailure(null);
    try {
      const all = await collectRecords(filter, stated, setCollected, control.signal);
      setCollected(all);
      download(printCsv(all.records));
      setPhase('done');
    } catch (error) {
      if (!control.signal.aborted) setFailure(error as Error);
      setPhase(control.signal.aborted ? 'stopped' : 'failed');
    }
  };
  const count = formats.number(collected.records.length);
  const questions = formats.number(collected.questions);
  const done = collected.isWhole ? words.exported(count, questions) : words.exportedPart(count, questions);
  return (
    <section className="stack" aria-label={words.exporting}>
      <div className="row">
        <button type="button" className="button" disabled={phase === 'busy'} onClick={() => void write()}>
          {words.exportCsv}
        </button>
        {phase === 'busy' && (
          <button type="button" className="button" onClick={() => running.current?.abort()}>
            {words.stop}
          </button>
        )}
        <span className="small soft">
          {words.exportAbout(formats.number(MOST_RECORDS), formats.number(PAGE_RECORDS))}
        </span>
      </div>
      <p role="status" className="small">
        {phase === 'busy' && words.collecting(count)}
        {phase === 'stopped' && words.stopped}
        {phase === 'done' && done}
      </p>
      {failure !== null && <Failed error={failure} />}
    </section>
  );
}

function download(text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = 'lukou-disclosures.csv';
  link.click();
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
