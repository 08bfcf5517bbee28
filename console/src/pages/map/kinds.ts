/** What the map shows. */
export const KINDS = ['segment', 'gantry', 'checkpoint', 'event'] as const;

/** One of {@link KINDS}. */
export type Kind = (typeof KINDS)[number];

/** One thing of the map, as the address names it: `checkpoint:CP-001`. */
export interface Thing {
  readonly kind: Kind;
  readonly id: string;
}

/** How a thing is written in the address. */
export function writeThing({ kind, id }: Thing): string {
  return `${kind}:${id}`;
}

/** The thing that a text of the address names; null where it names none. */
export function readThing(text: string): Thing | null {
  const [kind = '', ...rest] = text.split(':');
  const known = KINDS.find((one) => one === kind);
  return known === undefined || rest.length === 0 ? null : { kind: known, id: rest.join(':') };
}
