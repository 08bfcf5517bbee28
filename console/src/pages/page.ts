import type { ComponentType } from 'react';
import type { Worded } from '../i18n/index.ts';
import type { Purpose, Role } from '../session/index.ts';

/** A question that somebody comes with, and where the console answers it: shown on the start page. */
export interface StartQuestion {
  readonly text: Worded;
  /** Below `/console/`. */
  readonly path: string;
  /** Where it holds days, as of when it is asked. */
  readonly search?: SearchTexts | ((nowMs: number) => SearchTexts);
  readonly roles: readonly Role[];
}

/** Texts of an address, by name. */
export type SearchTexts = Readonly<Record<string, string>>;

/** One page of the console. */
export interface Page {
  /** Below `/console/`, as TanStack Router writes paths: `disclosures`, `disclosures/$log/$index`. */
  readonly path: string;
  readonly title: Worded;
  /** What it is for, in one sentence; shown on the start page. */
  readonly about: Worded;
  /** Who is offered it. What they then see, the gateway decides. */
  readonly roles: readonly Role[];
  /** The purpose that its questions state; `choose` where the person says so in the head of the console. */
  readonly purpose: Purpose | 'choose';
  /** Pages of a page, such as one record's, are not in the navigation. */
  readonly isHidden?: boolean;
  /** A document of its own, with the wider policy that src/console/content-policy.ts has for its path. */
  readonly isOwnDocument?: boolean;
  readonly questions?: readonly StartQuestion[];
  readonly load: () => Promise<{ readonly default: ComponentType }>;
}
