import type { ReactNode } from 'react';
import type { Disclosure } from '../../graphql/index.ts';
import { useFormats, useWords } from '../../i18n/index.ts';
import { DecisionBadge, Empty, PlainTable, Time, whyWords } from '../../ui/index.ts';
import { codeWords, fieldWords, mapWords } from './words.ts';

/** A record field by field, with what was decided about each. `data` is an answer with one field at its root. */
export function RecordFields({
  data,
  disclosure,
}: {
  readonly data: object;
  readonly disclosure: readonly Disclosure[];
}): ReactNode {
  const words = useWords(mapWords);
  const names: Readonly<Record<string, string>> = useWords(fieldWords);
  const reasons: Readonly<Record<string, string>> = useWords(whyWords);
  const [root, record] = (Object.entries(data) as [string, object | null][])[0] ?? ['', null];
  const whole = disclosure.find(({ path }) => path.length === 1 && path[0] === root);
  if (record === null)
    return (
      <Empty>
        {whole !== undefined && <DecisionBadge decision={whole.decision} />}
        {whole === undefined ? words.noRecord : (reasons[whole.code] ?? whole.code)}
      </Empty>
    );
  return (
    <PlainTable heads={[words.field, words.value, words.decision]}>
      {Object.entries(record).map(([field, value]: [string, unknown]) => {
        const found = disclosure.filter(({ path }) => path[0] === root && path[1] === field);
        return (
          <tr key={field} data-decided={found.length > 0}>
            <th scope="row">{names[field] ?? field}</th>
            <td>
              <Value field={field} value={value} />
            </td>
            <td>
              {found.length === 0 && <DecisionBadge decision="allow" />}
              {found.map(({ path, decision, code }) => (
                <div key={path.join('.')} className="stack">
                  <span>
                    {path.length > 2 && <code>{path.slice(2).join('.')} </code>}
                    <DecisionBadge decision={decision} />
                  </span>
                  <span className="soft small">{reasons[code] ?? code}</span>
                </div>
              ))}
            </td>
          </tr>
        );
      })}
    </PlainTable>
  );
}

const INSTANT = /^\d{4}-\d\d-\d\dT/;

function Value({ field, value }: { readonly field: string; readonly value: unknown }): ReactNode {
  const words = useWords(mapWords);
  const codes: Readonly<Record<string, string>> = useWords(codeWords);
  const formats = useFormats();
  if (value === null || value === undefined) return '—';
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'number') return field === 'builtYear' ? value : formats.number(value);
  if (typeof value === 'string') {
    if (INSTANT.test(value)) return <Time at={value} />;
    return codes[`${field}.${value}`] ?? codes[value] ?? value;
  }
  // Nothing else is JSON.
  if (typeof value !== 'object') return null;
  const parts: readonly [string, unknown][] =
    'coordinates' in value
      ? Object.entries((value as { coordinates: object }).coordinates)
      : Object.entries(value);
  const isList = Array.isArray(value);
  return (
    <>
      {parts.map(([key, part]) => (
        <span key={key} className={isList ? 'map-part' : undefined}>
          <Value field={field === 'location' ? '' : key} value={part} />{' '}
        </span>
      ))}
    </>
  );
}
