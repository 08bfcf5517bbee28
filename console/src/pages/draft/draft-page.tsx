import { type ReactNode, useState } from 'react';
import {
  CheckDraftDocument,
  type CheckDraftQuery,
  DraftImpactDocument,
  type DraftImpactQuery,
} from '../../graphql/generated.ts';
import { ask } from '../../graphql/index.ts';
import { useWords } from '../../i18n/index.ts';
import { useStated } from '../../session/index.ts';
import { Empty, Failed, Loading, PageHead } from '../../ui/index.ts';
import { Impact } from './impact.tsx';
import { draftWords } from './words.ts';

const SPANS = [1, 7, 31];
const DAY_MS = 86_400_000;

/** What a trial came to; `none` where it was not granted. */
type Outcome =
  | { readonly kind: 'check'; readonly found: CheckDraftQuery['agreementCheck'] }
  | { readonly kind: 'impact'; readonly found: DraftImpactQuery['agreementImpact'] };

/** A draft is checked, and tried on the answers of the past. */
export default function DraftPage(): ReactNode {
  const words = useWords(draftWords);
  const stated = useStated();
  const [draft, setDraft] = useState('');
  const [days, setDays] = useState(31);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Error | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);

  const attempt = async (work: () => Promise<Outcome>): Promise<void> => {
    setBusy(true);
    setFailure(null);
    setOutcome(null);
    try {
      setOutcome(await work());
    } catch (error) {
      setFailure(error as Error);
    } finally {
      setBusy(false);
    }
  };
  const check = async (): Promise<Outcome> => {
    const { data } = await ask(CheckDraftDocument, { draft }, stated);
    return { kind: 'check', found: data.agreementCheck };
  };
  const judge = async (): Promise<Outcome> => {
    const toMs = Date.now();
    const during = { from: new Date(toMs - days * DAY_MS).toISOString(), to: new Date(toMs).toISOString() };
    const { data } = await ask(DraftImpactDocument, { draft, during }, stated);
    return { kind: 'impact', found: data.agreementImpact };
  };
  const isEmpty = draft.trim() === '';
  return (
    <div className="page">
      <PageHead title={words.title} about={words.about} />
      <form className="panel stack" onSubmit={(event) => event.preventDefault()}>
        <label className="field">
          <span>{words.draft}</span>
          <textarea
            className="mono"
            rows={16}
            spellCheck={false}
            value={draft}
            onChange={({ target }) => setDraft(target.value)}
          />
        </label>
        <div className="row">
          <button
            type="button"
            className="button"
            disabled={isBusy || isEmpty}
            onClick={() => void attempt(check)}
          >
            {words.check}
          </button>
          <button
            type="button"
            className="button"
            data-kind="main"
            disabled={isBusy || isEmpty}
            onClick={() => void attempt(judge)}
          >
            {words.impact}
          </button>
          <label className="row">
            <span>{words.days}</span>
            <select value={days} onChange={({ target }) => setDays(Number(target.value))}>
              {SPANS.map((span) => (
                <option key={span} value={span}>
                  {span === 1 ? words.day : words.daysOf(String(span))}
                </option>
              ))}
            </select>
          </label>
        </div>
      </form>
      {isBusy && <Loading />}
      {failure !== null && <Failed error={failure} />}
      {outcome !== null && <Found outcome={outcome} />}
    </div>
  );
}

function Found({ outcome }: { readonly outcome: Outcome }): ReactNode {
  const words = useWords(draftWords);
  const { kind, found } = outcome;
  if (found === null) return <Empty>{words.withheld}</Empty>;
  if (found.problems.length > 0) return <Problems problems={found.problems} />;
  if (kind === 'check') return <p role="status">{words.sound(found.name ?? '')}</p>;
  return <Impact impact={found} />;
}

function Problems({ problems }: { readonly problems: readonly string[] }): ReactNode {
  const words = useWords(draftWords);
  return (
    <section className="panel" role="alert" aria-label={words.problems}>
      <h2>{words.problems}</h2>
      <ul>
        {problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
    </section>
  );
}
