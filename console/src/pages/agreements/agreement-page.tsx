import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { AgreementVersionsDocument } from '../../graphql/generated.ts';
import { useQuestion } from '../../graphql/index.ts';
import { useWords } from '../../i18n/index.ts';
import { useStated } from '../../session/index.ts';
import { PageLink } from '../../shell/index.ts';
import { Answered, Empty, Time } from '../../ui/index.ts';
import { AgreementState } from './agreement-state.tsx';
import './agreements.css';
import { Comparison } from './comparison.tsx';
import { Signatures } from './signatures.tsx';
import type { Version } from './version.ts';
import { agreementsWords } from './words.ts';

/** One agreement: what it is now, who signed, and how its versions differ. */
export default function AgreementPage(): ReactNode {
  const words = useWords(agreementsWords);
  const { uid = '' } = useParams({ strict: false }) as Readonly<Record<string, string>>;
  const question = useQuestion(AgreementVersionsDocument, { uid }, useStated());
  return (
    <div className="page">
      <div className="stack">
        <PageLink to="agreements">{words.back}</PageLink>
        <h1>
          <code>{uid}</code>
        </h1>
      </div>
      <Answered question={question}>
        {({ data }) => <Shown versions={data.agreements?.nodes ?? []} />}
      </Answered>
    </div>
  );
}

function Shown({ versions }: { readonly versions: readonly Version[] }): ReactNode {
  const words = useWords(agreementsWords);
  const newest = versions.toSorted((one, other) => (other.version ?? 0) - (one.version ?? 0));
  const [now] = newest;
  if (now === undefined) return <Empty>{words.absent}</Empty>;
  return (
    <>
      <section className="panel" aria-labelledby="agreement-now">
        <h2 id="agreement-now">
          {words.version} {now.version} <AgreementState state={now.state} />
        </h2>
        <dl className="facts">
          <dt>{words.assigner}</dt>
          <dd>{now.assigner}</dd>
          <dt>{words.assignee}</dt>
          <dd>{now.assignee}</dd>
          <dt>{words.roles}</dt>
          <dd>{(now.roles ?? []).join(', ')}</dd>
          <dt>{words.purposes}</dt>
          <dd>{(now.purposes ?? []).join(', ') || words.openToAll}</dd>
          <dt>{words.legalBasis}</dt>
          <dd>{now.legalBasis}</dd>
          <dt>{words.validFrom}</dt>
          <dd>
            <Time at={now.validFrom} />
          </dd>
          <dt>{words.validUntil}</dt>
          <dd>
            <Time at={now.validUntil} />
          </dd>
          <dt>{words.loadedAt}</dt>
          <dd>
            <Time at={now.loadedAt} />
          </dd>
          {now.suspension !== null && (
            <>
              <dt>{words.suspension}</dt>
              <dd>
                <Time at={now.suspension.from} />{' '}
                {words.suspended(now.suspension.by, now.suspension.reason ?? '—')}
              </dd>
            </>
          )}
          <dt>SHA-256</dt>
          <dd>
            <code>{now.sha256}</code>
          </dd>
        </dl>
      </section>
      <Signatures signatures={now.signatures} />
      <Comparison versions={newest} />
    </>
  );
}
