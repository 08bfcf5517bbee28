import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { AgreementVersionsDocument } from '../../graphql/generated.ts';
import { useQuestion } from '../../graphql/index.ts';
import { useWords } from '../../i18n/index.ts';
import { usePurposeName, useStated } from '../../session/index.ts';
import { PageLink } from '../../shell/index.ts';
import { Answered, Empty, Fact, PageHead, Panel, roleWords, Time } from '../../ui/index.ts';
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
      <PageHead back={<PageLink to="agreements">{words.back}</PageLink>} title={<code>{uid}</code>} />
      <Answered question={question}>
        {({ data }) => <Shown versions={data.agreements?.nodes ?? []} />}
      </Answered>
    </div>
  );
}

function Shown({ versions }: { readonly versions: readonly Version[] }): ReactNode {
  const words = useWords(agreementsWords);
  const roles: Readonly<Record<string, string>> = useWords(roleWords);
  const nameOfPurpose = usePurposeName();
  const newest = versions.toSorted((one, other) => (other.version ?? 0) - (one.version ?? 0));
  const [now] = newest;
  if (now === undefined) return <Empty>{words.absent}</Empty>;
  return (
    <>
      <Panel
        title={
          <>
            {words.version} {now.version} <AgreementState state={now.state} />
          </>
        }
      >
        <dl className="facts">
          <Fact name={words.assigner}>{now.assigner}</Fact>
          <Fact name={words.assignee}>{now.assignee}</Fact>
          <Fact name={words.roles}>{(now.roles ?? []).map((role) => roles[role] ?? role).join(', ')}</Fact>
          <Fact name={words.purposes}>
            {(now.purposes ?? []).map(nameOfPurpose).join(', ') || words.openToAll}
          </Fact>
          <Fact name={words.legalBasis}>{now.legalBasis}</Fact>
          <Fact name={words.validFrom}>
            <Time at={now.validFrom} />
          </Fact>
          <Fact name={words.validUntil}>
            <Time at={now.validUntil} />
          </Fact>
          <Fact name={words.loadedAt}>
            <Time at={now.loadedAt} />
          </Fact>
          {now.suspension !== null && (
            <Fact name={words.suspension}>
              <Time at={now.suspension.from} />{' '}
              {words.suspended(now.suspension.by, now.suspension.reason ?? '—')}
            </Fact>
          )}
          <Fact name="SHA-256">
            <code>{now.sha256}</code>
          </Fact>
        </dl>
      </Panel>
      <Signatures signatures={now.signatures} />
      <Comparison versions={newest} />
    </>
  );
}
