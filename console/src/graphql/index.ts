export {
  AnswerError,
  type Answer,
  type Disclosure,
  type GraphqlError,
  type Receipt,
  refusalOf,
} from './answer.ts';
export { ask, headersOf, post, type Stated } from './ask.ts';
export { type LinkedRow, useLinkedRow } from './use-linked-row.ts';
export {
  createQueryClient,
  moreOf,
  useListQuestion,
  usePagedQuestion,
  useQuestion,
  type Paged,
  type QuestionOptions,
} from './use-question.ts';
