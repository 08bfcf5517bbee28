/** Ends what the run has started; set by start-cluster, called by stop-cluster in the same process. */
export const running: { stop: () => Promise<void> } = { stop: () => Promise.resolve() };
