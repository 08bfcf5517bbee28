import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useMemo, useState } from 'react';
import { AgreementListDocument, type AgreementListQuery } from '../../graphql/generated.ts';
import { moreOf, useListQuestion } from '../../graphql/index.ts';
import { useFormats, useWords } from '../../i18n/index.ts';
import { usePurposeName, useStated } from '../../session/index.ts';
import {
  Answered,
  choicesOf,
  type Column,
  DataTable,
  FilterBar,
  PageHead,
  useUrlState,
} from '../../ui/index.ts';
import './agreements.css';
import { AgreementState } from './agreement-state.tsx';
import { ExpiryCalendar } from './expiry-calendar.tsx';
import { agreementsWords, stateWords } from './words.ts';

type Listed = NonNullable<AgreementListQuery['agreements']>['nodes'][number];

const DEFAULTS = { state: '', assigner: '', assignee: '' };
const DAY_MS = 86_400_000;

/** Every version that this gateway has loaded, the one that ends first before the others. */
export default function AgreementsPage(): ReactNode {
  const words = useWords(agreementsWords);
  const states = useWords(stateWords);
  const nameOfPurpose = usePurposeName();
  const formats = useFormats();
  const navigate = useNavigate();
  const [state, change] = useUrlState(DEFAULTS);
  const [nowMs] = useState(() => Date.now());
  const question = useListQuestion(
    AgreementListDocument,
    { first: 200 },
    { ...useStated(), pageOf: (data) => data.agreements },
  );
  const columns = useMemo(
    (): readonly Column<Listed>[] => [
      { id: 'uid', header: words.uid, width: 250, cell: ({ uid }) => <code>{uid}</code> },
      { id: 'version', header: words.version, width: 70, align: 'end', cell: ({ version }) => version },
      { id: 'assigner', header: words.assigner, width: 180, cell: ({ assigner }) => assigner },
      { id: 'assignee', header: words.assignee, width: 180, cell: ({ assignee }) => assignee },
      {
        id: 'purposes',
        header: words.purposes,
        width: 180,
        cell: ({ purposes }) =>
          (purposes ?? []).length === 0 ? words.openToAll : purposes!.map(nameOfPurpose).join('、'),
      },
      {
        id: 'state',
        header: words.state,
        width: 150,
        cell: (row) => <AgreementState state={row.state} />,
      },
      {
        id: 'validUntil',
        header: words.validUntil,
        width: 200,
        cell: ({ validUntil, state: now }) => {
          if (validUntil === null) return '—';
          const days = Math.ceil((Date.parse(validUntil) - nowMs) / DAY_MS);
          const left = now === 'IN_FORCE' ? words.daysLeft(formats.number(days)) : '';
          return (
            <>
              {formats.date(validUntil)} <span className="small soft">{left}</span>
            </>
          );
        },
      },
    ],
    [words, formats, nameOfPurpose, nowMs],
  );
  const choices = (values: readonly (string | null)[]) =>
    [...new Set(values)].filter((value) => value !== null).map((value) => ({ value, label: value }));
  return (
    <div className="page">
      <PageHead title={words.title} about={words.about} />
      <Answered question={question}>
        {({ rows: all }) => {
          const rows = all
            .filter((row) => state.state === '' || row.state === state.state)
            .filter((row) => state.assigner === '' || row.assigner === state.assigner)
            .filter((row) => state.assignee === '' || row.assignee === state.assignee)
            .toSorted((one, other) => (one.validUntil ?? '').localeCompare(other.validUntil ?? ''));
          return (
            <>
              <ExpiryCalendar endings={all.filter((row) => row.state === 'IN_FORCE')} nowMs={nowMs} />
              <FilterBar
                label={words.filters}
                filters={[
                  {
                    name: 'state',
                    label: words.state,
                    choices: choicesOf(states),
                  },
                  {
                    name: 'assigner',
                    label: words.assigner,
                    choices: choices(all.map((row) => row.assigner)),
                  },
                  {
                    name: 'assignee',
                    label: words.assignee,
                    choices: choices(all.map((row) => row.assignee)),
                  },
                ]}
                defaults={DEFAULTS}
                state={state}
                change={change}
              />
              <DataTable
                label={words.list}
                columns={columns}
                rows={rows}
                keyOf={({ uid, version }) => `${uid}@${version}`}
                onOpen={({ uid }) => void navigate({ to: `/agreements/${encodeURIComponent(uid ?? '')}` })}
                {...moreOf(question)}
              />
            </>
          );
        }}
      </Answered>
    </div>
  );
}
