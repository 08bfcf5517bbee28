import { type FormEvent, type ReactNode, useState } from 'react';
import type { DisclosedSubject } from '../../graphql/generated.ts';
import { useWords } from '../../i18n/index.ts';
import { choicesOf } from '../../ui/index.ts';
import './subject.css';
import { subjectKindWords, subjectWords } from './words.ts';

/** Whom somebody asks about, and for which case of one's own. */
export interface AskedSubject {
  readonly kind: DisclosedSubject;
  readonly value: string;
  readonly caseReference: string;
  readonly from: string;
  readonly to: string;
}

const NOTHING: AskedSubject = { kind: 'PLATE', value: '', caseReference: '', from: '', to: '' };

/** Asks when it is sent, and not before: each asking is a record. */
export function SubjectForm({ onAsk }: { readonly onAsk: (asked: AskedSubject) => void }): ReactNode {
  const words = useWords(subjectWords);
  const kinds = useWords(subjectKindWords);
  const [asked, setAsked] = useState(NOTHING);
  const set = (some: Partial<AskedSubject>): void => setAsked({ ...asked, ...some });
  const send = (event: FormEvent): void => {
    event.preventDefault();
    onAsk({ ...asked, value: asked.value.trim(), caseReference: asked.caseReference.trim() });
  };
  return (
    <form className="stack panel" onSubmit={send}>
      <div className="subject-fields">
        <label className="field">
          <span>{words.kind}</span>
          <select
            value={asked.kind}
            onChange={({ target }) => set({ kind: target.value as DisclosedSubject })}
          >
            {choicesOf(kinds).map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <TextField
          label={asked.kind === 'PLATE' ? words.plate : words.person}
          value={asked.value}
          isNeeded
          set={(value) => set({ value })}
        />
        <TextField
          label={words.caseReference}
          value={asked.caseReference}
          isNeeded
          set={(caseReference) => set({ caseReference })}
        />
        <TextField label={words.from} value={asked.from} type="date" set={(from) => set({ from })} />
        <TextField label={words.to} value={asked.to} type="date" set={(to) => set({ to })} />
      </div>
      <p className="small soft">{words.asking}</p>
      <div className="row">
        <button type="submit" className="button" data-kind="main">
          {words.ask}
        </button>
      </div>
    </form>
  );
}

function TextField({
  label,
  value,
  set,
  type = 'text',
  isNeeded = false,
}: {
  readonly label: string;
  readonly value: string;
  readonly set: (value: string) => void;
  readonly type?: 'text' | 'date';
  readonly isNeeded?: boolean;
}): ReactNode {
  return (
    <label className="field">
      <span>{label}</span>
      <input
        type={type}
        value={value}
        required={isNeeded}
        spellCheck={false}
        autoComplete="off"
        onChange={({ target }) => set(target.value)}
      />
    </label>
  );
}
