import type { ReactNode } from 'react';
import { useFormats, useWords } from '../../i18n/index.ts';
import { Badge, Failed, Panel } from '../../ui/index.ts';
import { KINDS } from './kinds.ts';
import { isDenied } from './rows.ts';
import type { RoadMap } from './use-road-map.ts';
import { mapWords } from './words.ts';

/** How much of each kind has come, and whether that is all. */
export function LoadedKinds({ roadMap }: { readonly roadMap: RoadMap }): ReactNode {
  const words = useWords(mapWords);
  const formats = useFormats();
  const failed = KINDS.map((kind) => roadMap[kind].error).find((error) => error !== null);
  return (
    <Panel title={words.loaded}>
      <table className="plain">
        <tbody>
          {KINDS.map((kind) => {
            const { count, most, state, disclosure } = roadMap[kind];
            const isWithheld = isDenied(disclosure);
            return (
              <tr key={kind} data-map={`loaded-${kind}`} data-state={state}>
                <th scope="row">{words[kind]}</th>
                <td data-align="end">{isWithheld ? '—' : formats.number(count)}</td>
                <td>
                  {isWithheld && <Badge tone="deny">{words.denied}</Badge>}
                  {!isWithheld && state === 'loading' && <span className="soft">{words.loading}</span>}
                  {!isWithheld && state === 'whole' && <span className="soft">{words.whole}</span>}
                  {!isWithheld && state === 'most' && words.most(formats.number(most))}
                  {state === 'failed' && <Badge tone="deny">{words.failed}</Badge>}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="soft small">{words.pages}</p>
      {failed && <Failed error={failed} />}
    </Panel>
  );
}
