import { type ReactNode, useState } from 'react';
import { useWords } from '../../i18n/index.ts';
import { usePurposeName } from '../../session/index.ts';
import {
  Box,
  DecisionBadge,
  Fact,
  reasonWords as glassWords,
  roleWords,
  sensitivityWords,
} from '../../ui/index.ts';
import type { AnsweredMatrix } from './answered-matrix.ts';
import { accessWords, reasonWords } from './words.ts';

type Row = AnsweredMatrix['rows'][number];
type Cell = NonNullable<Row['cells']>[number];
type Class = AnsweredMatrix['classes'][number];

/** The matrix itself. A cell opens what stands behind it. */
export function Matrix({ matrix: { classes, rows } }: { readonly matrix: AnsweredMatrix }): ReactNode {
  const words = useWords(accessWords);
  const levels: Readonly<Record<string, string>> = useWords(sensitivityWords);
  const nameOf = useClassName();
  const [open, setOpen] = useState<{ row: Row; cell: Cell; one: Class } | null>(null);
  return (
    <>
      <div className="panel scroll access-scroll" tabIndex={0} role="region" aria-label={words.title}>
        <table className="plain access-matrix">
          <thead>
            <tr>
              <th scope="col">{words.field}</th>
              <th scope="col">{words.example}</th>
              {classes.map((one) => (
                <th key={nameOf(one).join()} scope="col">
                  {nameOf(one).map((line, place) =>
                    place === 0 ? <strong key={line}>{line}</strong> : <span key={line}>{line}</span>,
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.coordinate}>
                <th scope="row">
                  <code>{row.coordinate}</code>
                  <div className="small soft">{row.sensitivity && levels[row.sensitivity]}</div>
                </th>
                <td>
                  <code>{plain(row.example)}</code>
                </td>
                {(row.cells ?? []).map((cell, index) => (
                  <td key={nameOf(classes[index]!).join()}>
                    <button
                      type="button"
                      className="button"
                      data-kind="quiet"
                      onClick={() => setOpen({ row, cell, one: classes[index]! })}
                    >
                      <DecisionBadge decision={cell.decision} />
                      {cell.decision.startsWith('mask') && <code>{plain(cell.example)}</code>}
                    </button>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {open !== null && (
        <Box kind="drawer" title={words.cell} onClose={() => setOpen(null)}>
          <Behind {...open} />
        </Box>
      )}
    </>
  );
}

function Behind({ row, cell, one }: { row: Row; cell: Cell; one: Class }): ReactNode {
  const words = useWords(accessWords);
  const reasons: Readonly<Record<string, string>> = useWords(reasonWords);
  const nameOf = useClassName();
  const { decision, code, clause, example } = cell;
  const sees = example === row.example && example !== null ? words.sameAs : plain(example);
  return (
    <dl className="facts">
      <Fact name={words.field}>
        <code>{row.coordinate}</code>
      </Fact>
      <Fact name={words.asked}>{nameOf(one).join(' · ')}</Fact>
      <Fact name={words.decision}>
        <DecisionBadge decision={decision} />
      </Fact>
      <Fact name={words.reason}>
        {reasons[code] ?? code} <code className="small soft">{code}</code>
      </Fact>
      <Fact name={words.example}>
        <code>{plain(row.example) || '—'}</code>
      </Fact>
      <Fact name={words.sees}>{sees === '' ? words.nothing : <code>{sees}</code>}</Fact>
      <Fact name={words.clause}>{clause === null ? words.noClause : <code>{clause}</code>}</Fact>
    </dl>
  );
}

/** A class of callers in words: agency, role, purpose, and what is stated with it. */
function useClassName(): (one: Class) => readonly string[] {
  const words = useWords(accessWords);
  const roles = useWords(roleWords);
  const reasons: Readonly<Record<string, string>> = useWords(glassWords);
  const nameOfPurpose = usePurposeName();
  return ({ agency, role, purpose, withCase, breakGlass }) => {
    const named = purpose === null ? words.anyPurpose : nameOfPurpose(purpose);
    const stated = withCase ? words.withCase : words.withoutCase;
    const glass = breakGlass === null ? [] : [`${words.breakGlass} ${reasons[breakGlass] ?? breakGlass}`];
    return [agency ?? words.publicAgency, roles[role], named, stated, ...glass];
  };
}

/** A value as people read it: texts without their quotation marks. */
function plain(json: string | null): string {
  if (json === null) return '';
  const value: unknown = JSON.parse(json);
  return typeof value === 'string' ? value : json;
}
