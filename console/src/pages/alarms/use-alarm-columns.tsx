import { useMemo } from 'react';
import type { ListedAlarmFragment } from '../../graphql/generated.ts';
import { useFormats, useWords } from '../../i18n/index.ts';
import { PageLink } from '../../shell/index.ts';
import { Badge, type Column, measureWords, reasonWords, Time } from '../../ui/index.ts';
import { alarmKindWords, alarmsWords } from './words.ts';

/** What the table of alarms shows. */
export function useAlarmColumns(): readonly Column<ListedAlarmFragment>[] {
  const words = useWords(alarmsWords);
  const kinds = useWords(alarmKindWords);
  const reasons = useWords(reasonWords);
  const measures: Readonly<Record<string, string>> = useWords(measureWords);
  const formats = useFormats();
  return useMemo(() => {
    const usedOf = ({ measure, used, allowed }: ListedAlarmFragment): string =>
      measure === null || used === null
        ? ''
        : `${measures[measure] ?? measure} ${formats.number(used)}${allowed === null ? '' : ` / ${formats.number(allowed)}`}`;
    return [
      { id: 'raisedAt', header: words.raisedAt, width: 180, cell: ({ raisedAt }) => <Time at={raisedAt} /> },
      {
        id: 'kind',
        header: words.kind,
        width: 160,
        cell: ({ kind }) =>
          kind && <Badge tone={kind.endsWith('_80') ? 'mask' : 'deny'}>{kinds[kind]}</Badge>,
      },
      {
        id: 'what',
        header: words.what,
        width: 150,
        cell: (alarm) => (alarm.reason === null ? usedOf(alarm) : reasons[alarm.reason]),
      },
      {
        id: 'more',
        header: words.more,
        width: 120,
        cell: ({ raisedAt, actor, breakGlassUse }) =>
          breakGlassUse === null ? (
            <PageLink
              to="disclosures"
              search={{
                ...(actor !== null && { caller: actor }),
                ...(raisedAt !== null && { from: formats.date(raisedAt), to: formats.date(raisedAt) }),
              }}
            >
              {words.records}
            </PageLink>
          ) : (
            <PageLink to="break-glass" search={{ use: breakGlassUse }}>
              {words.use}
            </PageLink>
          ),
      },
      { id: 'owner', header: words.owner, width: 175, cell: ({ owner }) => owner },
      { id: 'agency', header: words.agency, width: 175, cell: ({ agency }) => agency },
      { id: 'actor', header: words.actor, width: 130, cell: ({ actor }) => <code>{actor}</code> },
      {
        id: 'agreement',
        header: words.agreement,
        width: 250,
        cell: ({ agreement, clause }) => (
          <code>{clause === null ? agreement : `${agreement}#${clause}`}</code>
        ),
      },
    ];
  }, [words, kinds, reasons, measures, formats]);
}
