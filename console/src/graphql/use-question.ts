import {
  type InfiniteData,
  keepPreviousData,
  QueryClient,
  useInfiniteQuery,
  type UseInfiniteQueryResult,
  useQuery,
  type UseQueryResult,
} from '@tanstack/react-query';
import { currentSession, setSession } from '../session/session.ts';
import { useSession } from '../session/use-session.ts';
import { type Answer, AnswerError, type GraphqlError, type Receipt } from './answer.ts';
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
export interface Paged<Row> {
  readonly nodes: readonly Row[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** Asks for pages one after another; `pageOf` finds the connection in an answer. */
export function usePagedQuestion<Data, Variables extends After>(
  document: TypedDocumentString<Data, Variables>,
  variables: Omit<Variables, 'after'>,
  options: PagedOptions<Data, unknown>,
): UseInfiniteQueryResult<Pages<Data>, AnswerError> {
  return usePages(document, variables, options, asTheyCame);
}

/** The rows of all pages that have come. */
interface Listed<Row> {
  readonly rows: readonly Row[];
  /** Why there is no list, where the reader's agreements do not grant it. */
  readonly denied: readonly GraphqlError[] | null;
  /** Of the first page. */
  readonly receipt: Receipt | null;
}

/** Asks for a list page by page, as somebody scrolls, and puts the pages together. */
export function useListQuestion<Data, Row, Variables extends After>(
  document: TypedDocumentString<Data, Variables>,
  variables: Omit<Variables, 'after'>,
  options: PagedOptions<Data, Row>,
): UseInfiniteQueryResult<Listed<Row>, AnswerError> {
  const { pageOf } = options;
  return usePages(document, variables, options, ({ pages }) => {
    const [first] = pages;
    return {
      rows: pages.flatMap(({ data }) => pageOf(data)?.nodes ?? []),
      denied: first !== undefined && pageOf(first.data) === null ? first.errors : null,
      receipt: first?.receipt ?? null,
    };
  });
}

/** Whether a list goes on, and how to ask for more of it: for a `DataTable`. */
export function moreOf(question: UseInfiniteQueryResult<unknown, AnswerError>) {
  return {
    hasMore: question.hasNextPage,
    isLoadingMore: question.isFetchingNextPage,
    onMore: () => void question.fetchNextPage(),
  };
}

interface After {
  readonly after?: string | null | undefined;
}

interface PagedOptions<Data, Row> extends QuestionOptions {
  readonly pageOf: (data: Data) => Paged<Row> | null | undefined;
}

type Pages<Data> = InfiniteData<Answer<Data>>;

const asTheyCame = <Came>(pages: Came): Came => pages;

function usePages<Data, Variables extends After, Made>(
  document: TypedDocumentString<Data, Variables>,
  variables: Omit<Variables, 'after'>,
  { purpose = null, caseReference = null, enabled = true, pageOf }: PagedOptions<Data, unknown>,
  select: (pages: Pages<Data>) => Made,
): UseInfiniteQueryResult<Made, AnswerError> {
  const subject = useSession()?.subject ?? 'public';
  return useInfiniteQuery<Answer<Data>, AnswerError, Made, readonly unknown[], string | null>({
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
    select,
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
