import { type ReactNode, useCallback, useState } from 'react';
import { useWords } from '../../i18n/index.ts';
import { Proof, type ProvedRecord, verifyRecord } from '../../proof/index.ts';
import { CopyButton } from '../../ui/index.ts';
import { recordWords } from './words.ts';

/** Verifies a record in this browser, and shows each step and what it came to. */
export function ProofSteps({ record }: { readonly record: ProvedRecord }): ReactNode {
  const words = useWords(recordWords);
  const [knownKey, setKnownKey] = useState('');
  const verify = useCallback(() => {
    const keys = knownKey.trim() === '' ? record.keys : [knownKey];
    return verifyRecord({ ...record, keys });
  }, [record, knownKey]);
  return (
    <div className="stack">
      <Proof verify={verify} whole={words.whole} broken={words.broken} />
      <label className="field">
        <span>{words.knownKey}</span>
        <input
          value={knownKey}
          placeholder={words.knownKeyHint}
          spellCheck={false}
          autoComplete="off"
          onChange={({ target }) => setKnownKey(target.value)}
        />
      </label>
      <Bytes name={words.head} text={record.proof.head} />
      <Bytes name={words.bytes} text={record.leaf} />
    </div>
  );
}

function Bytes({ name, text }: { readonly name: string; readonly text: string }): ReactNode {
  return (
    <details>
      <summary>{name}</summary>
      <pre className="record-text">{text}</pre>
      <CopyButton text={text} />
    </details>
  );
}
