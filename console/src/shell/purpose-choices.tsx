import { type ReactNode, useEffect, useState } from 'react';
import { useLanguage, useWords } from '../i18n/index.ts';
import { isPurpose, PURPOSES, useChosen } from '../session/index.ts';
import { useOfferedPurposes } from './use-offered-purposes.ts';
import { shellWords } from './words.ts';

/** For which of the person’s own purposes, and for which case, the questions of a page are asked. */
export function PurposeChoices(): ReactNode {
  const words = useWords(shellWords);
  const { language } = useLanguage();
  const { purpose, caseReference, choose } = useChosen();
  const offered = useOfferedPurposes();
  const [typed, setTyped] = useState(caseReference);
  useEffect(() => setTyped(caseReference), [caseReference]);
  return (
    <div className="row">
      <label className="inline-field" data-missing={purpose === null}>
        <span>{words.purpose}</span>
        <select
          value={purpose ?? ''}
          onChange={({ target }) => choose({ purpose: isPurpose(target.value) ? target.value : null })}
        >
          <option value="">{words.choosePurpose}</option>
          {offered.map((code) => (
            <option key={code} value={code}>
              {PURPOSES[code][language]}
            </option>
          ))}
        </select>
      </label>
      <label className="inline-field">
        <span>{words.caseReference}</span>
        <input
          value={typed}
          placeholder={words.casePlaceholder}
          spellCheck={false}
          autoComplete="off"
          onChange={({ target }) => setTyped(target.value)}
          onBlur={() => choose({ caseReference: typed.trim() })}
          onKeyDown={({ key }) => {
            if (key === 'Enter') choose({ caseReference: typed.trim() });
          }}
        />
      </label>
    </div>
  );
}
