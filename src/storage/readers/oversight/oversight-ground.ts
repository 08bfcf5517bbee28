import type { ReaderGround } from '../ground.ts';
import type { OversightDesk } from './desk.ts';

/** What the oversight subgraph's readers are born with. */
export interface OversightGround extends ReaderGround {
  readonly desk: OversightDesk;
}
