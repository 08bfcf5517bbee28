import type { IncomingHttpHeaders } from 'node:http';
import type { Dispatcher } from 'undici';
import { AgencyFailure } from './agency-failure.ts';
import { checkHead } from './check-head.ts';

/** One POST of an operation. */
export interface Posting {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  readonly signal: AbortSignal;
  /** The body of the answer, in bytes. */
  readonly maxResponseBytes: number;
}

/** What came back, its status and headers judged. */
export interface Reply {
  readonly status: number;
  readonly body: Buffer;
}

/** Posts once and reads the whole answer. Redirects are not followed. Throws AgencyFailure. */
export function exchange(dispatcher: Dispatcher, posting: Posting): Promise<Reply> {
  const { path, headers, body, signal } = posting;
  return new Promise((resolve, reject) => {
    const handler = new ExchangeHandler(posting, resolve, reject);
    if (signal.aborted) {
      handler.stop();
      return;
    }
    // Timing is the signal's alone: the library's own limits are per chunk, and a dripping answer would pass them.
    const timing = { headersTimeout: 0, bodyTimeout: 0 };
    dispatcher.dispatch({ method: 'POST', path, headers, body, ...timing }, handler);
  });
}

/** Follows one exchange. It settles once; what comes later is not looked at. */
class ExchangeHandler implements Dispatcher.DispatchHandler {
  readonly #posting: Posting;
  readonly #resolve: (reply: Reply) => void;
  readonly #reject: (failure: AgencyFailure) => void;
  readonly #chunks: Buffer[] = [];
  #controller: Dispatcher.DispatchController | undefined;
  #failure: AgencyFailure | undefined;
  #hasAnswerBegun = false;
  #status = 0;
  #bytes = 0;

  constructor(posting: Posting, resolve: (reply: Reply) => void, reject: (failure: AgencyFailure) => void) {
    this.#posting = posting;
    this.#resolve = resolve;
    this.#reject = reject;
    posting.signal.addEventListener('abort', this.stop);
  }

  readonly stop = (): void => this.#fail(new AgencyFailure('TOO_SLOW'));

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#failure !== undefined) controller.abort(this.#failure);
  }

  onResponseStarted(): void {
    this.#hasAnswerBegun = true;
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    status: number,
    headers: IncomingHttpHeaders,
  ): void {
    if (status < 200) return;
    this.#status = status;
    const failure = checkHead(status, headers, this.#posting.maxResponseBytes);
    if (failure !== null) this.#fail(failure);
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.#failure !== undefined) return;
    this.#bytes += chunk.length;
    if (this.#bytes > this.#posting.maxResponseBytes) this.#fail(new AgencyFailure('TOO_LARGE'));
    else this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    if (this.#failure !== undefined) return;
    this.#forgetSignal();
    this.#resolve({ status: this.#status, body: Buffer.concat(this.#chunks, this.#bytes) });
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.#fail(this.#describe(error));
  }

  // The library's own errors quote what came over the wire; only their code is kept.
  #describe(error: Error): AgencyFailure {
    const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
    if (this.#hasAnswerBegun || code?.startsWith('HPE_') === true)
      return new AgencyFailure('ANSWER_BROKEN', code);
    return new AgencyFailure(this.#controller === undefined ? 'UNREACHABLE' : 'CONNECTION_LOST', code);
  }

  #fail(failure: AgencyFailure): void {
    if (this.#failure !== undefined) return;
    this.#failure = failure;
    this.#chunks.length = 0;
    this.#forgetSignal();
    this.#controller?.abort(failure);
    this.#reject(failure);
  }

  #forgetSignal(): void {
    this.#posting.signal.removeEventListener('abort', this.stop);
  }
}
