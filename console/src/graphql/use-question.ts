import {
  keepPreviousData,
  QueryClient,
  useInfiniteQuery,
  type UseInfiniteQueryResult,
  useQuery,
  type UseQueryResult,
  type InfiniteData,
} from '@tanstack/react-query';
import { currentSession, setSession } from '../session/session.ts';
import { useSession } from '../session/use-session.ts';
import { type Answer, AnswerError } from './answer.ts';
import { ask, type Stated } from './ask.ts';
import type { TypedDocumentString } from './generated.ts';

/** How a question is asked. */
export interface QuestionOptions extends Stated {
  /** False as long as it must not be asked yet. */
  readonly enabled?: boolean;
  /** Asks again this often. Every question is a record: leave it out unless the page watches something. */
  readonly everyMs?: number;
}

/** Answers are kept for the session that asked, and end with it. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        retry: false,
        staleTime: 60_000,
        // Each asking is a record of the disclosure log: never by looking at another window and back.
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
    },
  });
}

/** Asks a question of the gateway, and keeps the answer. A token that the gateway no longer takes ends the session. */
export function useQuestion<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
  options: QuestionOptions,
): UseQueryResult<Answer<Data>, AnswerError> {
  const subject = useSession()?.subject ?? 'public';
  const { purpose = null, caseReference = null, enabled = true, everyMs } = options;
  return useQuery<Answer<Data>, AnswerError>({
    queryKey: [document.toString(), variables, purpose, caseReference, subject],
    queryFn: ({ signal }) => askOrLeave(document, variables, { purpose, caseReference }, signal),
    placeholderData: keepPreviousData,
    enabled,
    ...(everyMs === undefined ? {} : { refetchInterval: everyMs }),
  });
}

/** A page of rows, and where the next one begins. */
export interface Paged {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** Asks for a list page by page, as somebody scrolls; `pagesOf` finds the connection in an answer. */
export function usePagedQuestion<Data, Variables extends { readonly after?: string | null | undefined }>(
  document: TypedDocumentString<Data, Variables>,
  variables: Omit<Variables, 'after'>,
  options: QuestionOptions & { readonly pageOf: (data: Data) => Paged | null | undefined },
): UseInfiniteQueryResult<InfiniteData<Answer<Data>>, AnswerError> {
  const subject = useSession()?.subject ?? 'public';
  const { purpose = null, caseReference = null, enabled = true, pageOf } = options;
  return useInfiniteQuery<
    Answer<Data>,
    AnswerError,
    InfiniteData<Answer<Data>>,
    readonly unknown[],
    string | null
  >({
    queryKey: ['pages', document.toString(), variables, purpose, caseReference, subject],
    queryFn: ({ signal, pageParam }) =>
      askOrLeave(
        document,
        { ...variables, after: pageParam } as Variables,
        { purpose, caseReference },
        signal,
      ),
    initialPageParam: null,
    getNextPageParam: ({ data }) => {
      const info = pageOf(data)?.pageInfo;
      return info?.hasNextPage === true ? info.endCursor : null;
    },
    placeholderData: keepPreviousData,
    enabled,
  });
}

async function askOrLeave<Data, Variables>(
  ...question: Parameters<typeof ask<Data, Variables>>
): Promise<Answer<Data>> {
  const asking = currentSession();
  try {
    return await ask(...question);
  } catch (error) {
    const isOver = error instanceof AnswerError && error.code === 'UNAUTHENTICATED';
    if (isOver && asking === currentSession()) setSession(null);
    throw error;
  }
}
