import type { ReactNode } from 'react';
import { useWords } from '../../i18n/index.ts';
import { DecisionBadge, Panel, whyWords } from '../../ui/index.ts';
import { KINDS } from './kinds.ts';
import type { RoadMap } from './use-road-map.ts';
import { fieldWords, mapWords } from './words.ts';

/** What of the map the person’s agreements mask or deny, and why. */
export function Withheld({ roadMap }: { readonly roadMap: RoadMap }): ReactNode {
  const words = useWords(mapWords);
  const fields: Readonly<Record<string, string>> = useWords(fieldWords);
  const reasons: Readonly<Record<string, string>> = useWords(whyWords);
  const entries = KINDS.flatMap((kind) => {
    const { disclosure } = roadMap[kind];
    const whole = disclosure.filter(({ path }) => path.length === 1);
    // Where the whole list is denied, its fields say nothing more.
    return (whole.length > 0 ? whole : disclosure).map((entry) => ({ kind, ...entry }));
  });
  if (entries.length === 0) return null;
  return (
    <Panel title={words.withheld}>
      <ul className="map-withheld">
        {entries.map(({ kind, path, decision, code }) => {
          const field = path.at(-1) ?? '';
          const name =
            path.length === 1 ? words[kind] : words.fieldOf(words[kind], fields[field] ?? String(field));
          return (
            <li key={`${kind} ${path.join('.')}`}>
              <strong>{name}</strong> <DecisionBadge decision={decision} />
              <span className="soft small">{reasons[code] ?? code}</span>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
