import { type ReactNode, useMemo } from 'react';
import { useFormats, useWords } from '../../i18n/index.ts';
import { ChoiceButtons, type Column, DataTable, Panel, Time } from '../../ui/index.ts';
import { type Kind, KINDS, type Thing } from './kinds.ts';
import type { EventRow } from './rows.ts';
import type { RoadMap } from './use-road-map.ts';
import { codeWords, fieldWords, mapWords } from './words.ts';

/** One row of the list, whatever it is of. */
interface Listed {
  readonly id: string;
  readonly name: string;
  readonly note: ReactNode;
}

/** Everything on the map as a list: what the map shows, also for who does not see or point. */
export function ThingList({
  roadMap,
  events,
  list,
  onList,
  onPick,
}: {
  readonly roadMap: RoadMap;
  readonly events: readonly EventRow[];
  readonly list: string;
  readonly onList: (list: Kind) => void;
  readonly onPick: (thing: Thing) => void;
}): ReactNode {
  const words = useWords(mapWords);
  const fields = useWords(fieldWords);
  const shown = KINDS.find((kind) => kind === list) ?? 'segment';
  const rows = useListed(roadMap, events, shown);
  const columns = useMemo(
    (): readonly Column<Listed>[] => [
      { id: 'name', header: words[shown], width: 180, cell: ({ name }) => name },
      {
        id: 'note',
        header: {
          segment: fields.aadt,
          gantry: fields.direction,
          checkpoint: fields.status,
          event: fields.validFrom,
        }[shown],
        width: 120,
        cell: ({ note }) => note,
        ...(shown === 'segment' && { align: 'end' as const }),
      },
    ],
    [words, fields, shown],
  );
  return (
    <Panel title={words.list}>
      <ChoiceButtons
        label={words.list}
        choices={KINDS.map((kind) => ({ value: kind, label: words[kind] }))}
        chosen={shown}
        choose={onList}
      />
      <DataTable
        key={shown}
        label={words[shown]}
        columns={columns}
        rows={rows}
        keyOf={({ id }) => id}
        onOpen={({ id }) => onPick({ kind: shown, id })}
        height={360}
      />
    </Panel>
  );
}

function useListed(
  { segment, gantry, checkpoint }: RoadMap,
  events: readonly EventRow[],
  shown: Kind,
): readonly Listed[] {
  const codes: Readonly<Record<string, string>> = useWords(codeWords);
  const formats = useFormats();
  return useMemo(() => {
    const word = (code: string | null): string => (code === null ? '—' : (codes[code] ?? code));
    const lists: Readonly<Record<Kind, () => readonly Listed[]>> = {
      segment: () =>
        segment.rows.map(({ id, roadName, aadt }) => ({
          id,
          name: [id, roadName].filter(Boolean).join(' '),
          note: aadt === null ? '—' : formats.number(aadt),
        })),
      gantry: () =>
        gantry.rows.map(({ id, name, direction }) => ({ id, name: name ?? id, note: word(direction) })),
      checkpoint: () =>
        checkpoint.rows.map(({ id, name, status }) => ({ id, name: name ?? id, note: word(status) })),
      event: () =>
        events.map(({ id, eventKind, roadCode, validFrom }) => ({
          id,
          name: [word(eventKind), roadCode].filter(Boolean).join(' '),
          note: <Time at={validFrom} />,
        })),
    };
    return lists[shown]();
  }, [segment.rows, gantry.rows, checkpoint.rows, events, shown, codes, formats]);
}
