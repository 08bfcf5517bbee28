import type { ReactNode } from 'react';
import { useWords } from '../../i18n/index.ts';
import { Empty, Panel, useUrlState } from '../../ui/index.ts';
import type { Version } from './version.ts';
import { compareLines } from './compare-lines.ts';
import { agreementsWords } from './words.ts';

const DEFAULTS = { older: '', newer: '' };

/** Two versions side by side; with one alone, its text. */
export function Comparison({ versions }: { readonly versions: readonly Version[] }): ReactNode {
  const words = useWords(agreementsWords);
  const [state, change] = useUrlState(DEFAULTS);
  const of = (number: string, otherwise: Version | undefined): Version | undefined =>
    versions.find(({ version }) => String(version) === number) ?? otherwise;
  const newer = of(state.newer, versions[0]);
  const older = of(state.older, versions[1]);
  const choice = (name: 'older' | 'newer', label: string, shown: Version): ReactNode => (
    <label className="field">
      <span>{label}</span>
      <select value={String(shown.version)} onChange={({ target }) => change({ [name]: target.value })}>
        {versions.map(({ version }) => (
          <option key={version} value={String(version)}>
            {words.version} {version}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <Panel title={older === undefined ? words.text : words.compare}>
      {newer !== undefined && older !== undefined && (
        <div className="row">
          {choice('older', words.older, older)}
          {choice('newer', words.newer, newer)}
        </div>
      )}
      {newer !== undefined && older === undefined && <p className="soft">{words.onlyOne}</p>}
      {newer !== undefined && <Texts older={older ?? newer} newer={newer} />}
    </Panel>
  );
}

function Texts({ older, newer }: { readonly older: Version; readonly newer: Version }): ReactNode {
  const words = useWords(agreementsWords);
  if (older.document === null || newer.document === null) return <Empty>{words.withheld}</Empty>;
  const pairs = compareLines(linesOf(older.document), linesOf(newer.document));
  const isSame = pairs.every((pair) => pair.older === pair.newer);
  if (older === newer) return <pre className="agreements-text">{linesOf(newer.document).join('\n')}</pre>;
  return (
    <>
      {isSame && <p>{words.same}</p>}
      <div className="scroll" tabIndex={0} role="region" aria-label={words.changes}>
        <table className="agreements-pairs">
          <thead>
            <tr>
              <th scope="col">
                {words.version} {older.version}
              </th>
              <th scope="col">
                {words.version} {newer.version}
              </th>
            </tr>
          </thead>
          <tbody>
            {pairs.map((pair, index) => (
              // A line has no name of its own, and the list is never reordered.
              <tr key={index}>
                <td data-kind={pair.newer === null ? 'gone' : undefined}>
                  {pair.newer === null ? <del>{pair.older}</del> : pair.older}
                </td>
                <td data-kind={pair.older === null ? 'new' : undefined}>
                  {pair.older === null ? <ins>{pair.newer}</ins> : pair.newer}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function linesOf(document: string): readonly string[] {
  return JSON.stringify(JSON.parse(document), null, 2).split('\n');
}
