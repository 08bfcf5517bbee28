/** A source of events, open, and what becomes of each. */
export interface EventMapping<Event, Answer> {
  readonly events: AsyncIterable<Event>;
  readonly answer: (event: Event) => Promise<Answer> | Answer;
}

/** How a stream begins and ends. */
export interface EventStreamOptions<Event, Answer> {
  /** Called when the first answer is asked for. The signal ends when nobody waits for another one. */
  readonly open: (ended: AbortSignal) => Promise<EventMapping<Event, Answer>>;
  /** Ends the stream from outside. */
  readonly signal?: AbortSignal | undefined;
  /** Told where a source does not end as it should: nobody waits for that. */
  readonly onFault: (error: unknown) => void;
}

/** Answers, one at a time and in the order of their events. */
export type EventStream<Answer> = AsyncIterableIterator<Answer, undefined>;

/**
 * Answers events as they are asked for. However the stream ends (the source, the reader, the signal, an error), the
 * source's `return` is called at once, also while it waits for its next event. What the source throws ends the stream.
 */
export function mapEvents<Event, Answer>(options: EventStreamOptions<Event, Answer>): EventStream<Answer> {
  const ending = new AbortController();
  const { signal } = options;
  const ended = signal === undefined ? ending.signal : AbortSignal.any([signal, ending.signal]);
  const answers = answerEach();
  return {
    next: () => answers.next(),
    return() {
      ending.abort();
      return answers.return(undefined);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };

  async function* answerEach(): AsyncGenerator<Answer, undefined> {
    try {
      if (ended.aborted) return undefined;
      const { events, answer } = await options.open(ended);
      const source = events[Symbol.asyncIterator]();
      whenEnded(() => void endSource(source));
      for (;;) {
        const next = await nextUnlessEnded(source, ended);
        if (next === null || next.done === true) return undefined;
        yield await answer(next.value);
      }
    } finally {
      ending.abort();
    }
  }

  function whenEnded(end: () => void): void {
    if (ended.aborted) end();
    else ended.addEventListener('abort', end, { once: true });
  }

  async function endSource(source: AsyncIterator<Event>): Promise<void> {
    try {
      await source.return?.();
    } catch (error) {
      options.onFault(error);
    }
  }
}

// Listens anew for each event: a promise that lives as long as the stream would keep every event's race.
async function nextUnlessEnded<Event>(
  source: AsyncIterator<Event>,
  ended: AbortSignal,
): Promise<IteratorResult<Event> | null> {
  if (ended.aborted) return null;
  const { promise, resolve, reject } = Promise.withResolvers<IteratorResult<Event> | null>();
  const stop = (): void => resolve(null);
  ended.addEventListener('abort', stop);
  source.next().then(resolve, reject);
  try {
    return await promise;
  } finally {
    ended.removeEventListener('abort', stop);
  }
}
