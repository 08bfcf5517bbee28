import type { ReactNode } from 'react';
import { AnswerError, type GraphqlError } from '../graphql/index.ts';
import { useWords } from '../i18n/index.ts';
import { whyWords } from './coded-words.ts';
import { CopiedCode } from './copy-button.tsx';
import { Fact } from './fact.tsx';
import { uiWords } from './words.ts';

/** Shown while an answer is awaited. */
export function Loading(): ReactNode {
  const words = useWords(uiWords);
  return (
    <div role="status">
      <div className="loading" />
      <span className="sr-only">{words.loading}</span>
    </div>
  );
}

/** Shown where there is nothing to show, and why. */
export function Empty({ children }: { readonly children?: ReactNode }): ReactNode {
  const words = useWords(uiWords);
  return <div className="state soft">{children ?? words.empty}</div>;
}

/** Shown where the gateway gave no data: its own words, its code, and the request to name to the operator. */
export function Failed({ error, retry }: { readonly error: Error; readonly retry?: () => void }): ReactNode {
  const words = useWords(uiWords);
  const known = error instanceof AnswerError ? error : null;
  const isRefusal = known !== null && known.status >= 400 && known.status < 500;
  const title =
    known === null
      ? words.broken
      : known.status === 0
        ? words.unreachable
        : isRefusal
          ? words.refused
          : words.fault;
  return (
    <div className="state" data-tone="deny" role="alert">
      <strong>{title}</strong>
      {error.message !== '' && <p lang="en">{error.message}</p>}
      {known !== null && (
        <dl className="facts small">
          <Fact name={words.code}>
            <code>{known.code}</code>
          </Fact>
          {known.requestId !== null && (
            <Fact name={words.request}>
              <CopiedCode text={known.requestId} />
            </Fact>
          )}
        </dl>
      )}
      {retry !== undefined && (
        <div>
          <button type="button" className="button" onClick={retry}>
            {words.retry}
          </button>
        </div>
      )}
    </div>
  );
}

/** In place of what there is no answer to, and why: the reader's agreements do not grant it, or the question was refused. */
export function Denied({ errors }: { readonly errors: readonly GraphqlError[] }): ReactNode {
  const words = useWords(uiWords);
  const why: Readonly<Record<string, string>> = useWords(whyWords);
  const isDenial = errors.some(({ extensions }) => extensions?.['code'] === 'UNAUTHORIZED_FIELD_OR_TYPE');
  const reasons = new Map(
    errors.map(({ message, extensions }) => [message, why[String(extensions?.['reason'])]]),
  );
  return (
    <div className="state">
      <strong>{isDenial ? words.denied : words.refused}</strong>
      {[...reasons].map(([message, named]) => (
        <p key={message} lang={named === undefined ? 'en' : undefined} className="soft">
          {named ?? message}
        </p>
      ))}
    </div>
  );
}

/** What a question came to, as react-query says it. */
interface Asked<Answered> {
  readonly data: Answered | undefined;
  readonly error: Error | null;
  readonly refetch: () => unknown;
}

/** Shows an answer, or that it is awaited, or why there is none. */
export function Answered<Data>({
  question,
  children,
}: {
  readonly question: Asked<Data>;
  readonly children: (answer: Data) => ReactNode;
}): ReactNode {
  const { data, error, refetch } = question;
  if (error !== null) return <Failed error={error} retry={() => void refetch()} />;
  return data === undefined ? <Loading /> : children(data);
}
