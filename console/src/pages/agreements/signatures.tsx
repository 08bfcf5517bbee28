import type { ReactNode } from 'react';
import { useWords } from '../../i18n/index.ts';
import { Badge, Empty, type Tone } from '../../ui/index.ts';
import type { Version } from './version.ts';
import { agreementsWords, signatureWords } from './words.ts';

/** Which party has signed, and what is found of each signature. */
export function Signatures({ signatures }: { readonly signatures: Version['signatures'] }): ReactNode {
  const words = useWords(agreementsWords);
  const found = useWords(signatureWords);
  return (
    <section className="panel" aria-labelledby="agreement-signatures">
      <h2 id="agreement-signatures">{words.signatures}</h2>
      {!signatures && <Empty>{words.withheld}</Empty>}
      {signatures && (
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{words.party}</th>
              <th scope="col">{words.key}</th>
              <th scope="col">{words.signature}</th>
            </tr>
          </thead>
          <tbody>
            {signatures.map(({ agency, keyId, state }) => (
              <tr key={`${agency} ${keyId}`}>
                <th scope="row">{agency}</th>
                <td>{keyId === null ? '—' : <code>{keyId}</code>}</td>
                <td>
                  <Badge tone={toneOf(state)}>{found[state]}</Badge>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function toneOf(state: NonNullable<Version['signatures']>[number]['state']): Tone {
  if (state === 'VALID') return 'allow';
  return state === 'MISSING' || state === 'NOT_CHECKED' ? 'mask' : 'deny';
}
