/** A signal that ends with the outer one, or after `timeoutMs`. Dispose of it when the work is done. */
export function openTimeLimit(
  outer: AbortSignal,
  timeoutMs: number,
): { readonly signal: AbortSignal } & Disposable {
  const ending = new AbortController();
  const end = (): void => ending.abort();
  const timer = setTimeout(end, timeoutMs);
  if (outer.aborted) end();
  else outer.addEventListener('abort', end);
  return {
    signal: ending.signal,
    [Symbol.dispose]() {
      clearTimeout(timer);
      outer.removeEventListener('abort', end);
    },
  };
}
