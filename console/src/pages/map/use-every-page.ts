import { useEffect, useMemo } from 'react';
import type { TypedDocumentString } from '../../graphql/generated.ts';
import { type Disclosure, type Paged, usePagedQuestion } from '../../graphql/index.ts';
import { useStated } from '../../session/index.ts';

/** Rows of one page, the most that the gateway answers at once. */
const PAGE = 200;

/** A list that is asked for page after page. */
export interface Loaded<Row> {
  /** What has come, at steps that double: whoever draws them all does not do so at every page. */
  readonly rows: readonly Row[];
  /** How many have come. */
  readonly count: number;
  readonly most: number;
  /** `most`: there are more, which are not asked for. */
  readonly state: 'loading' | 'whole' | 'most' | 'failed';
  readonly error: Error | null;
  /** What the person’s agreements mask or deny of it. */
  readonly disclosure: readonly Disclosure[];
}

/** Asks for page after page of a list, up to so many rows. Each page is a record of the disclosure log. */
export function useEveryPage<
  Data,
  Row,
  Variables extends { readonly first: number; readonly after?: string | null | undefined },
>(
  document: TypedDocumentString<Data, Variables>,
  variables: Omit<Variables, 'after' | 'first'>,
  options: {
    readonly most: number;
    /** Rows of one page, where it is not {@link PAGE}. */
    readonly page?: number;
    readonly enabled: boolean;
    readonly listOf: (data: Data) => Paged<Row> | null;
  },
): Loaded<Row> {
  const { most, page: first = PAGE, enabled, listOf } = options;
  const question = usePagedQuestion(
    document,
    { ...variables, first } as unknown as Omit<Variables, 'after'>,
    { ...useStated(), enabled, pageOf: listOf },
  );
  const { data, error, hasNextPage, isFetching, isPlaceholderData, fetchNextPage } = question;
  // Those of another division are no part of this one.
  const pages = isPlaceholderData ? NONE : (data?.pages ?? NONE);
  const count = useMemo(
    () => pages.reduce((sum, page) => sum + (listOf(page.data)?.nodes.length ?? 0), 0),
    [pages, listOf],
  );
  const isFull = count >= most;
  const goesOn = hasNextPage && !isFull && error === null && !isPlaceholderData;
  useEffect(() => {
    if (goesOn && !isFetching) void fetchNextPage();
  }, [goesOn, isFetching, fetchNextPage]);
  const isLoading = enabled && error === null && (goesOn || isPlaceholderData || data === undefined);
  const step = isLoading ? 2 ** Math.floor(Math.log2(Math.max(pages.length, 1))) : pages.length;
  const rows = useMemo(
    () => pages.slice(0, step).flatMap((page) => listOf(page.data)?.nodes ?? []),
    // Pages only ever come after those that are there.
    // oxlint-disable-next-line react/exhaustive-deps
    [pages[0], step, listOf],
  );
  return {
    rows,
    count,
    most,
    state: error !== null ? 'failed' : isLoading ? 'loading' : hasNextPage ? 'most' : 'whole',
    error,
    disclosure: pages[0]?.disclosure ?? [],
  };
}

const NONE: readonly never[] = [];
