import { type FormEvent, type ReactNode, useState } from 'react';
import { useWords } from '../i18n/index.ts';
import { Failed } from './states.tsx';
import { uiWords } from './words.ts';

/** What an act needs beside its own fields. */
export interface ActGrounds {
  readonly note: string;
  /** One for this act: sent again after a lost answer, it is the same act and not another. */
  readonly key: string;
}

/** A form for one act of a person: its fields, why, and what the gateway says where it refuses. */
export function ActForm({
  title,
  noteHint,
  take,
  onAct,
  children,
}: {
  readonly title: string;
  readonly noteHint: string;
  /** What the button says. */
  readonly take: string;
  /** Throws where the act was refused. */
  readonly onAct: (grounds: ActGrounds) => Promise<void>;
  readonly children: ReactNode;
}): ReactNode {
  const words = useWords(uiWords);
  const [note, setNote] = useState('');
  const [key] = useState(() => crypto.randomUUID());
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Error | null>(null);
  const act = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    setFailure(null);
    try {
      await onAct({ note, key });
    } catch (error) {
      setFailure(error as Error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className="stack panel" onSubmit={(event) => void act(event)}>
      <h3>{title}</h3>
      {children}
      <label className="field">
        <span>{words.why}</span>
        <textarea
          required
          rows={3}
          maxLength={1000}
          value={note}
          placeholder={noteHint}
          onChange={({ target }) => setNote(target.value)}
        />
      </label>
      {failure !== null && <Failed error={failure} />}
      <div className="row">
        <button type="submit" className="button" data-kind="main" disabled={isBusy || note.trim() === ''}>
          {take}
        </button>
      </div>
    </form>
  );
}
