import { type ReactNode, useMemo, useState } from 'react';
import { BrokenGlassesDocument, type BreakGlassState } from '../../graphql/generated.ts';
import { moreOf, useLinkedRow, useListQuestion } from '../../graphql/index.ts';
import { useWords } from '../../i18n/index.ts';
import { useStated } from '../../session/index.ts';
import {
  Answered,
  Box,
  choicesOf,
  type Column,
  DataTable,
  Denied,
  Empty,
  FilterBar,
  PageHead,
  reasonWords,
  Time,
  useUrlState,
} from '../../ui/index.ts';
import type { ListedUse } from './listed-use.ts';
import { ReviewState } from './review-state.tsx';
import { Use } from './use.tsx';
import { breakGlassWords, reviewWords } from './words.ts';

const DEFAULTS = { state: '', overdue: '', owner: '', agency: '', use: '' };

/** What was opened in emergencies, and what its owners say of it. */
export default function BreakGlassPage(): ReactNode {
  const words = useWords(breakGlassWords);
  const reviews = useWords(reviewWords);
  const [state, change] = useUrlState(DEFAULTS);
  const filter = useMemo(() => filterOf(state), [state]);
  // The one that is open: its review may take it out of what the filters show.
  const [reviewed, setReviewed] = useState<ListedUse | null>(null);
  const stated = useStated();
  const question = useListQuestion(
    BrokenGlassesDocument,
    { first: 100, filter },
    { ...stated, pageOf: (data) => data.breakGlassUses },
  );
  const { row, isAbsent } = useLinkedRow(
    BrokenGlassesDocument,
    { first: 1, filter: { id: state.use } },
    { ...stated, id: state.use, listed: question.data?.rows, pageOf: (data) => data.breakGlassUses },
  );
  const columns = useColumns();
  return (
    <div className="page">
      <PageHead title={words.title} about={words.about} />
      <FilterBar
        label={words.filters}
        filters={[
          { name: 'state', label: words.state, choices: choicesOf(reviews) },
          { name: 'overdue', label: words.overdue, choices: choicesOf({ yes: words.yes, no: words.no }) },
          { name: 'owner', label: words.owner, placeholder: 'AG-JUSTICE-BUREAU' },
          { name: 'agency', label: words.agency, placeholder: 'AG-TRAFFIC-POLICE' },
        ]}
        defaults={DEFAULTS}
        state={state}
        change={change}
      />
      <Answered question={question}>
        {({ rows, denied }) => {
          if (denied !== null) return <Denied errors={denied} />;
          const open = reviewed?.id === state.use ? reviewed : row;
          return (
            <>
              <DataTable
                label={words.uses}
                columns={columns}
                rows={rows}
                keyOf={({ id }) => id ?? ''}
                onOpen={({ id }) => change({ use: id ?? '' })}
                {...moreOf(question)}
              />
              {isAbsent && open === undefined && <Empty>{words.absent}</Empty>}
              {open !== undefined && (
                <Box kind="drawer" title={words.use} onClose={() => change({ use: '' })}>
                  <Use
                    use={open}
                    onReviewed={(verdict) => {
                      setReviewed({ ...open, state: verdict, overdue: false });
                      void question.refetch();
                    }}
                  />
                </Box>
              )}
            </>
          );
        }}
      </Answered>
    </div>
  );
}

function useColumns(): readonly Column<ListedUse>[] {
  const words = useWords(breakGlassWords);
  const reasons = useWords(reasonWords);
  return useMemo(
    () => [
      { id: 'openedAt', header: words.openedAt, width: 180, cell: ({ openedAt }) => <Time at={openedAt} /> },
      { id: 'agency', header: words.agency, width: 170, cell: ({ agency }) => agency },
      { id: 'owner', header: words.owner, width: 170, cell: ({ owner }) => owner },
      { id: 'reason', header: words.reason, width: 130, cell: ({ reason }) => reason && reasons[reason] },
      {
        id: 'caseReference',
        header: words.caseReference,
        width: 140,
        cell: ({ caseReference }) => caseReference,
      },
      { id: 'dueAt', header: words.dueAt, width: 180, cell: ({ dueAt }) => <Time at={dueAt} /> },
      { id: 'state', header: words.state, width: 160, cell: (use) => <ReviewState use={use} /> },
    ],
    [words, reasons],
  );
}

function filterOf({ state, overdue, owner, agency }: typeof DEFAULTS) {
  return {
    ...(state !== '' && { state: state as BreakGlassState }),
    ...(overdue !== '' && { overdue: overdue === 'yes' }),
    ...(owner !== '' && { owner }),
    ...(agency !== '' && { agency }),
  };
}
