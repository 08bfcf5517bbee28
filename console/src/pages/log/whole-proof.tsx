import type { ReactNode } from 'react';
import { useWords } from '../../i18n/index.ts';
import { CopyButton, Panel } from '../../ui/index.ts';
import './log.css';
import type { ListedLog } from './listed-log.ts';
import { logWords } from './words.ts';

const EXPORT = 'npx lukou audit export --out log.jsonl --verifier';

/** What a browser cannot prove, and the commands that do. */
export function WholeProof({ logs }: { readonly logs: readonly ListedLog[] }): ReactNode {
  const words = useWords(logWords);
  const keys = logs.flatMap((log) => log.keys ?? []).map(({ vkey }) => `--key '${vkey}'`);
  const verify = ['node audit-verify.mjs log.jsonl', ...keys].join(' \\\n  ');
  return (
    <Panel title={words.removed}>
      <p>{words.removedAbout}</p>
      <p>{words.byOperator}</p>
      <Command text={EXPORT} />
      <p>{words.byAuditor}</p>
      <Command text={verify} />
      <p className="soft">{words.ownKeys}</p>
    </Panel>
  );
}

function Command({ text }: { readonly text: string }): ReactNode {
  return (
    <div className="log-command">
      <pre>{text}</pre>
      <CopyButton text={text} />
    </div>
  );
}
