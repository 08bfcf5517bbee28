import type { ReactNode } from 'react';
import { useFormats, useWords } from '../../i18n/index.ts';
import { Badge, Failed } from '../../ui/index.ts';
import { KINDS } from './kinds.ts';
import type { RoadMap } from './use-road-map.ts';
import { mapWords } from './words.ts';

/** How much of each kind has come, and whether that is all. */
export function LoadedKinds({ roadMap }: { readonly roadMap: RoadMap }): ReactNode {
  const words = useWords(mapWords);
  const formats = useFormats();
  const failed = KINDS.map((kind) => roadMap[kind].error).find((error) => error !== null);
  return (
    <section className="panel" aria-labelledby="map-loaded">
      <h2 id="map-loaded">{words.loaded}</h2>
      <table className="plain">
        <tbody>
          {KINDS.map((kind) => {
            const { count, most, state, disclosure } = roadMap[kind];
            const isDenied = disclosure.some(
              ({ path, decision }) => path.length === 1 && decision === 'deny',
            );
            return (
              <tr key={kind} data-map={`loaded-${kind}`} data-state={state}>
                <th scope="row">{words[kind]}</th>
                <td data-align="end">{isDenied ? '—' : formats.number(count)}</td>
                <td>
                  {isDenied && <Badge tone="deny">{words.denied}</Badge>}
                  {!isDenied && state === 'loading' && <span className="soft">{words.loading}</span>}
                  {!isDenied && state === 'whole' && <span className="soft">{words.whole}</span>}
                  {!isDenied && state === 'most' && words.most(formats.number(most))}
                  {state === 'failed' && <Badge tone="deny">{words.failed}</Badge>}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="soft small">{words.pages}</p>
      {failed && <Failed error={failed} />}
    </section>
  );
}
