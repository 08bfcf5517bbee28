/** For the operator: the code, and what went wrong inside. Row values, tokens and SQL are not in these texts. */
export function describeFault(requestId: string, error: unknown): string {
  const words = error instanceof Error ? error.message : typeof error;
  const cause = error instanceof Error && error.cause instanceof Error ? ` (${error.cause.message})` : '';
  return `fault in request ${requestId}: ${words}${cause}`;
}
