import type { z } from 'zod';
import { LukouError } from '../../base/index.ts';
import { isLoopbackHost } from '../../identity/index.ts';

/** Where something is at a NATS server. */
export interface NatsPlace {
  /** host:port */
  readonly server: string;
  /** Whether what is said is to be encrypted. */
  readonly isTls: boolean;
  /** The one name behind the host: of a stream, or of a subject. */
  readonly name: string;
}

const DEFAULT_PORT = '4222';
/** What a stream, a consumer and each part of a subject may be called. */
const NAME = /^[A-Za-z0-9_-]{1,64}$/;

/**
 * Reads `nats://host:port/name` or `tls://host:port/name`. Options are a closed list.
 *
 * @param said - what holds the address, for messages: "LUKOU_EVENTS".
 * @throws LukouError SETTING_INVALID where it has another form, holds a user or a password, knows an option that is none,
 *   or would cross a network in clear. What stands in it is not repeated: it may be a password.
 */
export function readPlace<Options extends z.ZodObject>(
  text: string,
  said: string,
  options: Options,
): { readonly place: NatsPlace; readonly options: z.output<Options> } {
  const refuse = (why: string): LukouError => new LukouError('SETTING_INVALID', `${said}: ${why}`);
  if (!URL.canParse(text)) throw refuse('write an address like tls://nats.example:4222/PASSAGES.');
  const { protocol, hostname, port, pathname, username, password, hash, searchParams } = new URL(text);
  if (username !== '' || password !== '')
    throw refuse('leave user and password out, and name a file with LUKOU_NATS_CREDENTIALS.');
  if (protocol !== 'nats:' && protocol !== 'tls:') throw refuse('begin with tls://, or nats:// on loopback.');
  if (protocol === 'nats:' && !isLoopbackHost(hostname))
    throw refuse('nats:// is for loopback: others could read what crosses the network. Write tls://.');
  const name = pathname.slice(1);
  if (hostname === '' || hash !== '' || !NAME.test(name))
    throw refuse('behind the host comes one name, of letters, digits, - and _: tls://nats.example/PASSAGES.');
  const asked = Object.fromEntries(searchParams);
  const read = options.safeParse(asked);
  if (Object.keys(asked).length !== searchParams.size || !read.success)
    throw refuse(
      `the options are ${Object.keys(options.shape).join(', ') || 'none'}, each once and in its form.`,
    );
  return {
    place: { server: `${hostname}:${port || DEFAULT_PORT}`, isTls: protocol === 'tls:', name },
    options: read.data,
  };
}
