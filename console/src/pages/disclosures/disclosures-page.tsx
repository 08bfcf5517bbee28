import { type ReactNode, useMemo } from 'react';
import { DisclosureListDocument } from '../../graphql/generated.ts';
import { moreOf, useListQuestion } from '../../graphql/index.ts';
import { useWords } from '../../i18n/index.ts';
import { RecordTable } from '../../records/index.ts';
import { useStated } from '../../session/index.ts';
import { Answered, Denied, Empty, PageHead, useUrlState } from '../../ui/index.ts';
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
  const question = useListQuestion(
    DisclosureListDocument,
    { first: 100, filter },
    { ...useStated(), pageOf: (data) => data.disclosureRecords },
  );
  return (
    <div className="page">
      <PageHead title={words.title} about={words.about} />
      <RecordFilters state={state} change={change} />
      <Answered question={question}>
        {({ rows, denied }) => {
          if (denied !== null) return <Denied errors={denied} />;
          if (rows.length === 0) return <Empty>{words.nobody}</Empty>;
          return (
            <>
              <RecordTable label={words.records} rows={rows} {...moreOf(question)} />
              <ExportRecords key={JSON.stringify(filter)} filter={filter} />
            </>
          );
        }}
      </Answered>
    </div>
  );
}
