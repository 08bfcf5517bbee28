import { type ReactNode, useMemo } from 'react';
import { DisclosureListDocument } from '../../graphql/generated.ts';
import { usePagedQuestion } from '../../graphql/index.ts';
import { useWords } from '../../i18n/index.ts';
import { RecordTable } from '../../records/index.ts';
import { useStated } from '../../session/index.ts';
import { Answered, Denied, Empty, useUrlState } from '../../ui/index.ts';
import './disclosures.css';
import { ExportRecords } from './export-records.tsx';
import { DEFAULTS, filterOf } from './filter.ts';
import { RecordFilters } from './record-filters.tsx';
import { disclosuresWords } from './words.ts';

/** Who read what, and why: a search over the whole log, page by page. */
export default function DisclosuresPage(): ReactNode {
  const words = useWords(disclosuresWords);
  const [state, change] = useUrlState(DEFAULTS);
  const filter = useMemo(() => filterOf(state), [state]);
  const question = usePagedQuestion(
    DisclosureListDocument,
    { first: 100, filter },
    { ...useStated(), pageOf: (data) => data.disclosureRecords },
  );
  return (
    <div className="page">
      <div className="stack">
        <h1>{words.title}</h1>
        <p className="soft">{words.about}</p>
      </div>
      <RecordFilters state={state} change={change} />
      <Answered question={question}>
        {({ pages }) => {
          if (pages[0]?.data.disclosureRecords === null) return <Denied errors={pages[0].errors} />;
          const rows = pages.flatMap(({ data }) => data.disclosureRecords?.nodes ?? []);
          if (rows.length === 0) return <Empty>{words.nobody}</Empty>;
          return (
            <>
              <RecordTable
                label={words.records}
                rows={rows}
                hasMore={question.hasNextPage}
                isLoadingMore={question.isFetchingNextPage}
                onMore={() => void question.fetchNextPage()}
              />
              <ExportRecords key={JSON.stringify(filter)} filter={filter} />
            </>
          );
        }}
      </Answered>
    </div>
  );
}
