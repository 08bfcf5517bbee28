import { type ReactNode, useState } from 'react';
import { GuardDrillsDocument } from '../../graphql/generated.ts';
import { useQuestion } from '../../graphql/index.ts';
import { useFormats, useWords } from '../../i18n/index.ts';
import { useStated } from '../../session/index.ts';
import { Answered, Box, Denied, Empty, Panel, PlainTable, Time } from '../../ui/index.ts';
import { Drill } from './drill.tsx';
import { DrillResult } from './drill-result.tsx';
import { drillWords } from './drill-words.ts';
import type { ListedDrill } from './listed-drill.ts';

/** The last drills of the guard: whether it stands. */
export function Drills(): ReactNode {
  const words = useWords(drillWords);
  const question = useQuestion(GuardDrillsDocument, { first: 20 }, useStated());
  const [open, setOpen] = useState<ListedDrill | null>(null);
  return (
    <Panel title={words.drills}>
      <p className="soft">{words.about}</p>
      <Answered question={question}>
        {({ data: { guardDrills }, errors }) =>
          guardDrills === null ? (
            <Denied errors={errors} />
          ) : guardDrills.nodes.length === 0 ? (
            <Empty>
              {words.none} <code>lukou guard drill</code>
            </Empty>
          ) : (
            <PlainTable
              label={words.last}
              heads={[words.at, words.by, words.result, words.stopped, words.controls, words.open]}
            >
              {guardDrills.nodes.map((drill) => (
                <DrillRow key={drill.id} drill={drill} onOpen={() => setOpen(drill)} />
              ))}
            </PlainTable>
          )
        }
      </Answered>
      {open !== null && (
        <Box kind="drawer" title={words.drill} onClose={() => setOpen(null)}>
          <Drill drill={open} />
        </Box>
      )}
    </Panel>
  );
}

function DrillRow({
  drill,
  onOpen,
}: {
  readonly drill: ListedDrill;
  readonly onOpen: () => void;
}): ReactNode {
  const words = useWords(drillWords);
  const formats = useFormats();
  const { drilledAt, actor, agency, gates, controls } = drill;
  const share = (done: number, all: number): string => words.of(formats.number(done), formats.number(all));
  const stopped = (gates ?? []).filter(({ isStopped }) => isStopped).length;
  const passed = (controls ?? []).filter(({ isPassed }) => isPassed).length;
  return (
    <tr>
      <th scope="row">
        <Time at={drilledAt} />
      </th>
      <td>
        {agency} <code>{actor}</code>
      </td>
      <td>
        <DrillResult drill={drill} />
      </td>
      <td>{share(stopped, gates?.length ?? 0)}</td>
      <td>{share(passed, controls?.length ?? 0)}</td>
      <td>
        <button type="button" className="button" onClick={onOpen}>
          {words.open}
        </button>
      </td>
    </tr>
  );
}
