import type { ReactNode } from 'react';
import { LogsToVerifyDocument } from '../../graphql/generated.ts';
import { useQuestion } from '../../graphql/index.ts';
import { useWords } from '../../i18n/index.ts';
import { useStated } from '../../session/index.ts';
import { PageLink } from '../../shell/index.ts';
import { Answered, Denied, Empty, PageHead } from '../../ui/index.ts';
import { LogPanel } from './log-panel.tsx';
import { logWords } from './words.ts';
import { WholeProof } from './whole-proof.tsx';

/** Whether the logs are whole: what this browser can prove by itself, and what takes an export. */
export default function LogPage(): ReactNode {
  const words = useWords(logWords);
  const question = useQuestion(LogsToVerifyDocument, {}, useStated());
  return (
    <div className="page">
      <PageHead title={words.title} about={words.about} />
      <p>
        <PageLink to="overview">{words.health}</PageLink>
      </p>
      <Answered question={question}>
        {({ data: { logs }, errors }) => {
          if (logs === null) return <Denied errors={errors} />;
          if (logs.length === 0) return <Empty />;
          return (
            <>
              {logs.map((log) => (
                <LogPanel key={log.name} log={log} />
              ))}
              <WholeProof logs={logs} />
            </>
          );
        }}
      </Answered>
    </div>
  );
}
