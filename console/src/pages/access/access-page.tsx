import { type ReactNode, useMemo } from 'react';
import { AccessMatrixDocument, type AccessMatrixQuery } from '../../graphql/generated.ts';
import { useQuestion } from '../../graphql/index.ts';
import { useFormats, useLanguage, useWords } from '../../i18n/index.ts';
import { PURPOSES, useSignedIn, useStated } from '../../session/index.ts';
import { Answered, Empty, FilterBar, PageHead, roleWords, useUrlState } from '../../ui/index.ts';
import './access.css';
import type { AnsweredMatrix } from './answered-matrix.ts';
import { Matrix } from './matrix.tsx';
import { accessWords } from './words.ts';

const DEFAULTS = { owner: '', type: '', agency: '', role: '', purpose: '', field: '' };
const PUBLIC = 'public';

/** Fields by classes of callers: every decision of the agreements in force. */
export default function AccessPage(): ReactNode {
  const words = useWords(accessWords);
  const { agency } = useSignedIn();
  const [state, change] = useUrlState(DEFAULTS);
  const owner = state.owner || (agency === 'AG-OVERSIGHT' ? 'AG-TRAFFIC-POLICE' : (agency ?? ''));
  const asked = state.agency === PUBLIC ? 'AG-PUBLIC' : state.agency || null;
  const question = useQuestion(AccessMatrixDocument, { owner, agency: asked }, useStated());
  return (
    <div className="page">
      <PageHead title={words.title} about={words.about} />
      <Answered question={question}>
        {({ data, errors }) => (
          <Shown
            data={data}
            isTooLarge={errors.some(({ extensions }) => extensions?.['code'] === 'ARGUMENT_INVALID')}
            state={{ ...state, owner }}
            change={change}
          />
        )}
      </Answered>
    </div>
  );
}

function Shown({
  data,
  isTooLarge,
  state,
  change,
}: {
  readonly data: AccessMatrixQuery;
  /** Whether the owner serves more classes of callers than one answer shows. */
  readonly isTooLarge: boolean;
  readonly state: typeof DEFAULTS;
  readonly change: (some: Partial<typeof DEFAULTS>) => void;
}): ReactNode {
  const words = useWords(accessWords);
  const formats = useFormats();
  const { language } = useLanguage();
  const roles: Readonly<Record<string, string>> = useWords(roleWords);
  const { accessMatrix: all, agreements } = data;
  const matrix = useMemo(() => (all === null ? null : narrow(all, state)), [all, state]);
  if (matrix === null && !isTooLarge) return <Empty>{words.withheld}</Empty>;
  const classes = all?.classes ?? [];
  const served = (agreements?.nodes ?? []).filter(({ assigner }) => assigner === state.owner);
  const choices = (values: readonly (string | null)[]) =>
    [...new Set(values.map((value) => value ?? PUBLIC))]
      .toSorted()
      .map((value) => ({ value, label: value === PUBLIC ? words.publicAgency : value }));
  return (
    <>
      <FilterBar
        label={words.filters}
        filters={[
          {
            name: 'owner',
            label: words.owner,
            choices: choices([state.owner, ...(agreements?.nodes ?? []).map(({ assigner }) => assigner)]),
          },
          {
            name: 'type',
            label: words.type,
            choices: choices((all?.rows ?? []).map(({ typeName }) => typeName)),
          },
          { name: 'field', label: words.field, placeholder: 'plateNo' },
          {
            name: 'agency',
            label: words.agency,
            choices: choices([
              ...classes.map((one) => one.agency),
              ...served.map(({ assignee }) => (assignee === 'AG-PUBLIC' ? null : assignee)),
            ]),
          },
          {
            name: 'role',
            label: words.role,
            choices: choices(classes.map((one) => one.role)).map(({ value }) => ({
              value,
              label: roles[value] ?? value,
            })),
          },
          {
            name: 'purpose',
            label: words.purpose,
            choices: Object.entries(PURPOSES).map(([value, named]) => ({ value, label: named[language] })),
          },
        ]}
        defaults={DEFAULTS}
        state={state}
        change={change}
      />
      <p className="soft small" role="status">
        {matrix === null
          ? words.tooLarge
          : words.count(formats.number(matrix.rows.length), formats.number(matrix.classes.length))}
      </p>
      {matrix !== null &&
        (matrix.rows.length === 0 || matrix.classes.length === 0 ? <Empty /> : <Matrix matrix={matrix} />)}
    </>
  );
}

/** The rows and columns that the filters leave. */
function narrow(
  { classes, rows }: AnsweredMatrix,
  { type, field, agency, role, purpose }: typeof DEFAULTS,
): AnsweredMatrix {
  const kept = classes.flatMap((one, index) =>
    (agency === '' || (one.agency ?? PUBLIC) === agency) &&
    (role === '' || one.role === role) &&
    (purpose === '' || one.purpose === null || one.purpose === purpose)
      ? [index]
      : [],
  );
  return {
    classes: kept.map((index) => classes[index]!),
    rows: rows
      .filter(({ typeName }) => type === '' || typeName === type)
      .filter(({ coordinate }) => (coordinate ?? '').toLowerCase().includes(field.toLowerCase()))
      .map((row) => ({ ...row, cells: row.cells && kept.map((index) => row.cells![index]!) })),
  };
}
