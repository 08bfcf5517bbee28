import type { ReactNode } from 'react';
import { AnswerError, type GraphqlError } from '../graphql/index.ts';
import { useLanguage, useWords } from '../i18n/index.ts';
import { isRefusal, tellCode } from './codes/tell-code.ts';
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

/** Shown where the gateway gave no data: what its code says and what to do next, and the request to name to the operator. */
export function Failed({ error, retry }: { readonly error: Error; readonly retry?: () => void }): ReactNode {
  const words = useWords(uiWords);
  const known = error instanceof AnswerError ? error : null;
  const said = useSaid(known);
  const title =
    known === null
      ? words.broken
      : known.status === 0
        ? words.unreachable
        : isRefusal(known.code)
          ? words.refused
          : words.fault;
  return (
    <div className="state" data-tone="deny" role="alert">
      <strong>{title}</strong>
      {said !== undefined && <p>{said}</p>}
      {error.message !== '' && <GatewaysWords message={error.message} isFolded={said !== undefined} />}
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

/** What is said of an error in the person's language; undefined where only the gateway's own words say it. */
function useSaid(error: AnswerError | null): string | undefined {
  const words = useWords(uiWords);
  const { language } = useLanguage();
  if (error === null) return undefined;
  if (error.code === 'UNREACHABLE') return words.unreachableNext;
  if (error.code === 'UNREADABLE') return words.unreadableNext;
  return tellCode(error.code, language);
}

/** They may say more than the code does, such as which name does not fit; the gateway speaks English. */
function GatewaysWords({
  message,
  isFolded,
}: {
  readonly message: string;
  readonly isFolded: boolean;
}): ReactNode {
  const words = useWords(uiWords);
  if (!isFolded) return <p lang="en">{message}</p>;
  return (
    <details className="small soft">
      <summary>{words.inItsWords}</summary>
      <p lang="en">{message}</p>
    </details>
  );
}

/** In place of what there is no answer to, and why: the reader's agreements do not grant it, or the question was refused. */
export function Denied({ errors }: { readonly errors: readonly GraphqlError[] }): ReactNode {
  const words = useWords(uiWords);
  const why: Readonly<Record<string, string>> = useWords(whyWords);
  const isDenial = errors.some(({ extensions }) => extensions?.['code'] === 'UNAUTHORIZED_FIELD_OR_TYPE');
  const { language } = useLanguage();
  const reasons = new Map(
    errors.map(({ message, extensions }) => [
      message,
      why[String(extensions?.['reason'])] ?? tellCode(String(extensions?.['code']), language),
    ]),
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
