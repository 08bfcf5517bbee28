/** Passes batches on as `transform` makes them, one at a time and only when the next stage asks. */
export async function* transformBatches<From, To>(
  batches: AsyncIterable<From>,
  transform: (batch: From) => To,
): AsyncIterable<To> {
  for await (const batch of batches) yield transform(batch);
}
