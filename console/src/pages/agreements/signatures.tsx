import type { ReactNode } from 'react';
import { useWords } from '../../i18n/index.ts';
import { Badge, Empty, Panel, PlainTable, type Tone } from '../../ui/index.ts';
import type { Version } from './version.ts';
import { agreementsWords, signatureWords } from './words.ts';

/** Which party has signed, and what is found of each signature. */
export function Signatures({ signatures }: { readonly signatures: Version['signatures'] }): ReactNode {
  const words = useWords(agreementsWords);
  const found = useWords(signatureWords);
  return (
    <Panel title={words.signatures}>
      {!signatures && <Empty>{words.withheld}</Empty>}
      {signatures && (
        <PlainTable heads={[words.party, words.key, words.signature]}>
          {signatures.map(({ agency, keyId, state }) => (
            <tr key={`${agency} ${keyId}`}>
              <th scope="row">{agency}</th>
              <td>{keyId === null ? '—' : <code>{keyId}</code>}</td>
              <td>
                <Badge tone={toneOf(state)}>{found[state]}</Badge>
              </td>
            </tr>
          ))}
        </PlainTable>
      )}
    </Panel>
  );
}

function toneOf(state: NonNullable<Version['signatures']>[number]['state']): Tone {
  if (state === 'VALID') return 'allow';
  return state === 'MISSING' || state === 'NOT_CHECKED' ? 'mask' : 'deny';
}
