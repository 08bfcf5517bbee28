import type { RawData, WebSocket } from 'ws';
import { LukouError } from '../base/index.ts';
import { type Arrival, stream, type StreamPorts } from '../request/index.ts';
import { sayUnrecorded } from './exit.ts';
import { LUKOU_HEADERS } from './lukou-headers.ts';
import { sendComplete, sendNext, sendNotice } from './exit-streams.ts';
import { pourStream } from './pour-stream.ts';
import { readRequestJson } from './read-body.ts';
import { asStreamArrival, KEEP_ALIVE_MS, LEAVE_WITHIN_MS, type StreamOptions } from './stream-options.ts';

/** The subprotocol that is spoken, and no other. */
export const SUBPROTOCOL = 'graphql-transport-ws';

/** What a conversation is had with. */
export interface ConversationOptions extends StreamOptions {
  readonly ports: StreamPorts;
  /** What the upgrade said; an operation arrives with its headers, its own id and its own body. */
  readonly arrivalFor: (headers: ReadonlyMap<string, string>, body: unknown) => Arrival;
  readonly maxVariableDepth: number;
  /** Operations of one connection. */
  readonly maxOperations: number;
}

// Codes and words are those of the protocol: https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md
const MALFORMED = [4400, 'Invalid message'] as const;
const UNINITIALISED = [4401, 'Unauthorized'] as const;
const INIT_TOO_LATE = [4408, 'Connection initialisation timeout'] as const;
const ID_IN_USE = [4409, 'Subscriber for this id already exists'] as const;
const INIT_AGAIN = [4429, 'Too many initialisation requests'] as const;
const TOO_MANY = [4429, 'Too many subscriptions on one connection'] as const;
const IDLE = [1000, 'Nothing was asked'] as const;

const INIT_WITHIN_MS = 3_000;
/** How long a connection may stay open with no operation: there are only so many. */
const IDLE_MS = 30_000;
/** Bytes that may wait for a reader who asks for notices and does not read them. */
const MOST_WAITING_BYTES = 65_536;
const LONGEST_ID = 64;

/** What `connection_init` may say: headers of a request, which a browser cannot send with an upgrade. */
const INIT_HEADERS: ReadonlySet<string> = new Set(LUKOU_HEADERS);

type Message = Readonly<Record<string, unknown>>;

/** Speaks graphql-transport-ws over one connection, until it is closed. A message that breaks the protocol closes it. */
export function converse(socket: WebSocket, options: ConversationOptions): void {
  const { ports, arrivalFor, patienceMs } = options;
  const underWay = new Map<string, AbortController>();
  /** Those too that nobody waits for any more, until they have ended. */
  let working = 0;
  let headers: ReadonlyMap<string, string> | null = null;
  let isAlive = true;
  const initialisation = setTimeout(() => close(INIT_TOO_LATE), INIT_WITHIN_MS);
  let idle: NodeJS.Timeout | undefined;
  const heartbeat = setInterval(() => {
    if (!isAlive) return socket.terminate();
    isAlive = false;
    return socket.ping();
  }, KEEP_ALIVE_MS);

  socket
    .on('pong', () => (isAlive = true))
    .on('message', (data, isBinary) => {
      // A connection that is being closed is heard no more.
      if (socket.readyState !== socket.OPEN) return;
      try {
        hear(isBinary ? null : readMessage(data, options.maxVariableDepth));
      } catch (error) {
        if (!(error instanceof LukouError)) throw error;
        close(MALFORMED);
      }
    })
    // What is no frame, or too long: ws closes the connection with the code for it.
    .on('error', () => undefined)
    .on('close', () => {
      clearTimeout(initialisation);
      clearTimeout(idle);
      clearInterval(heartbeat);
      for (const gone of underWay.values()) gone.abort();
    });

  function hear(message: Message | null): void {
    switch (message?.['type']) {
      case 'connection_init':
        return initialise(message['payload']);
      case 'ping':
        return socket.bufferedAmount > MOST_WAITING_BYTES ? socket.terminate() : sendNotice(socket, 'pong');
      case 'pong':
        return undefined;
      case 'subscribe':
        return begin(message['id'], message['payload']);
      case 'complete':
        return end(message['id']);
      default:
        return close(MALFORMED);
    }
  }

  function initialise(payload: unknown): void {
    if (headers !== null) return close(INIT_AGAIN);
    headers = readInitHeaders(payload);
    if (headers === null) return close(MALFORMED);
    clearTimeout(initialisation);
    rest();
    return sendNotice(socket, 'connection_ack');
  }

  function rest(): void {
    idle = setTimeout(() => close(IDLE), IDLE_MS);
  }

  function begin(id: unknown, payload: unknown): void {
    if (headers === null) return close(UNINITIALISED);
    if (typeof id !== 'string' || id === '' || id.length > LONGEST_ID) return close(MALFORMED);
    if (underWay.has(id)) return close(ID_IN_USE);
    if (working >= options.maxOperations) return close(TOO_MANY);
    const gone = new AbortController();
    underWay.set(id, gone);
    working += 1;
    clearTimeout(idle);
    const arrival = asStreamArrival(arrivalFor(headers, payload));
    const answers = stream(arrival, { gone: gone.signal, onOpen: () => undefined }, ports);
    void pourStream(answers, { send: (released) => sendNext(socket, id, released), end: over }, patienceMs);
    return undefined;

    function over(unrecorded: unknown): void {
      working -= 1;
      if (working === 0 && socket.readyState === socket.OPEN) rest();
      if (gone.signal.aborted) return;
      underWay.delete(id as string);
      sendComplete(
        socket,
        id as string,
        unrecorded === null ? null : sayUnrecorded(unrecorded, arrival.requestId),
      );
    }
  }

  function end(id: unknown): void {
    if (headers === null) return close(UNINITIALISED);
    if (typeof id !== 'string') return close(MALFORMED);
    underWay.get(id)?.abort();
    underWay.delete(id);
    return undefined;
  }

  function close([code, words]: readonly [code: number, words: string]): void {
    socket.close(code, words);
    setTimeout(() => socket.terminate(), LEAVE_WITHIN_MS).unref();
  }
}

/** A message as an object; null where it is JSON and none. Throws where it is not JSON that all read alike. */
function readMessage(data: RawData, maxVariableDepth: number): Message | null {
  const bytes = Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data as Buffer);
  // The body of a request stands one level deeper in a message.
  const message = readRequestJson(bytes, maxVariableDepth + 1);
  return isObject(message) ? message : null;
}

function readInitHeaders(payload: unknown): ReadonlyMap<string, string> | null {
  const headers = new Map<string, string>();
  if (payload === undefined || payload === null) return headers;
  if (!isObject(payload)) return null;
  for (const [key, value] of Object.entries(payload)) {
    const name = key.toLowerCase();
    if (!INIT_HEADERS.has(name) || headers.has(name) || typeof value !== 'string') return null;
    headers.set(name, value);
  }
  return headers;
}

function isObject(value: unknown): value is Message {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
