/** The agencies' subgraphs that come with Lukou. */
export const SUBGRAPHS = ['traffic', 'checkpoint', 'mediation', 'oversight'] as const;
/** One of {@link SUBGRAPHS}. */
export type SubgraphName = (typeof SUBGRAPHS)[number];
