import type { TypedDocumentString } from './generated.ts';
import type { Stated } from './ask.ts';
import { type Paged, useQuestion } from './use-question.ts';

/** The row that an address names, and how it is found where the list has not come to it. */
export interface LinkedRow<Row> {
  /** Undefined where none is named, it is still asked for, or there is none. */
  readonly row: Row | undefined;
  /** Whether the gateway was asked, and has none of this id for the reader. */
  readonly isAbsent: boolean;
  /** Asks for it again, where it is not in the list. */
  readonly askAgain: () => void;
}

/** The row of an id: of the list where it is there, else asked for by itself, with `variables` that find it alone. */
export function useLinkedRow<Data, Row extends { readonly id: string | null }, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
  {
    id,
    listed,
    pageOf,
    ...stated
  }: Stated & {
    /** Empty where none is named. */
    readonly id: string;
    /** Undefined until the list has come. */
    readonly listed: readonly Row[] | undefined;
    readonly pageOf: (data: Data) => Paged<Row> | null | undefined;
  },
): LinkedRow<Row> {
  const there = listed?.find((row) => row.id === id);
  const { data, isPlaceholderData, refetch } = useQuestion(document, variables, {
    ...stated,
    enabled: id !== '' && listed !== undefined && there === undefined,
  });
  const found = data === undefined || isPlaceholderData ? undefined : (pageOf(data.data)?.nodes ?? []);
  const row = there ?? found?.find((one) => one.id === id);
  return {
    row,
    isAbsent: id !== '' && row === undefined && found !== undefined,
    askAgain: () => void (found !== undefined && refetch()),
  };
}
