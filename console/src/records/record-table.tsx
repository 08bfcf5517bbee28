import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import type { ListedRecordFragment } from '../graphql/generated.ts';
import { useFormats, useLanguage, useWords } from '../i18n/index.ts';
import { usePurposeName } from '../session/index.ts';
import { Badge, type Column, DataTable, type DataTableProps, roleWords, Time } from '../ui/index.ts';
import { DecisionCounts } from './decision-counts.tsx';
import { STAGES } from './stages.ts';
import { listedWords } from './words.ts';

/** Records of the disclosure log as a table; Enter opens one. */
export function RecordTable(
  props: Pick<
    DataTableProps<ListedRecordFragment>,
    'label' | 'rows' | 'hasMore' | 'isLoadingMore' | 'onMore'
  >,
): ReactNode {
  const navigate = useNavigate();
  return (
    <DataTable
      columns={useColumns()}
      keyOf={({ log, index }) => `${log}/${index}`}
      onOpen={({ log, index }) => void navigate({ to: `/disclosures/${log}/${index}` })}
      {...props}
    />
  );
}

function useColumns(): readonly Column<ListedRecordFragment>[] {
  const words = useWords(listedWords);
  const roles = useWords(roleWords);
  const { language } = useLanguage();
  const nameOfPurpose = usePurposeName();
  const formats = useFormats();
  return useMemo(() => {
    const count = (value: number | null): string => (value === null ? '—' : formats.number(value));
    return [
      {
        id: 'recordedAt',
        header: words.recordedAt,
        width: 175,
        cell: ({ recordedAt }) => <Time at={recordedAt} />,
      },
      { id: 'agency', header: words.agency, width: 175, cell: ({ agency }) => agency ?? words.publicAgency },
      { id: 'role', header: words.role, width: 100, cell: ({ role }) => role && roles[role] },
      { id: 'actor', header: words.actor, width: 110, cell: ({ actor }) => <code>{actor}</code> },
      {
        id: 'purpose',
        header: words.purpose,
        width: 100,
        cell: ({ purpose }) => (purpose === null ? '—' : nameOfPurpose(purpose)),
      },
      {
        id: 'caseReference',
        header: words.caseReference,
        width: 110,
        cell: ({ caseReference }) => caseReference ?? <span className="soft">{words.noCase}</span>,
      },
      {
        id: 'decisions',
        header: words.decisions,
        width: 240,
        cell: ({ fields }) => <DecisionCounts fields={fields ?? []} />,
      },
      {
        id: 'outcome',
        header: words.outcome,
        width: 150,
        cell: ({ stage, code, breakGlass }) => (
          <>
            <Badge tone={code === 'OK' ? 'allow' : 'deny'}>{code}</Badge>{' '}
            {(stage === 'INTENT' || stage === 'ADMIN') && <Badge>{STAGES[stage][language]}</Badge>}{' '}
            {breakGlass !== null && <Badge tone="deny">{words.brokenGlass}</Badge>}
          </>
        ),
      },
      { id: 'rows', header: words.rows, width: 65, align: 'end', cell: ({ rowCount }) => count(rowCount) },
      {
        id: 'subjects',
        header: words.subjects,
        width: 80,
        align: 'end',
        cell: ({ subjectCount }) => count(subjectCount),
      },
    ];
  }, [words, roles, language, formats, nameOfPurpose]);
}
