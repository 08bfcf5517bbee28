import { resolve } from 'node:path';
import { z } from 'zod';
import { LukouError } from './base/index.ts';
import { isLoopbackHost } from './identity/index.ts';

const port = z.coerce.number().int().min(0).max(65_535);
const count = (least: number, most: number) => z.coerce.number().int().min(least).max(most);

const origins = z
  .string()
  .transform((text) => text.split(',').map((origin) => origin.trim()))
  .refine(
    (list) => list.every(isOrigin),
    'write exact origins like https://portal.example, with commas between',
  );

/** Whether a text is one exact origin: no wildcard, no path, and not the origin "null" that any sandbox has. */
function isOrigin(text: string): boolean {
  return /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text && !text.includes('*');
}

/** Whether a URL may be told of incidents: what it is sent must not cross a network in clear. */
function isSafeUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  if (username !== '' || password !== '') return false;
  return protocol === 'https:' || (protocol === 'http:' && isLoopbackHost(hostname));
}

/** Every setting: its name in the environment, its form, its default and what it is for. */
export const SETTINGS = {
  PORT: { form: port.default(4000), text: 'TCP port; 0 takes a free one.' },
  HOST: { form: z.string().min(1).default('127.0.0.1'), text: 'Address to listen on.' },
  LUKOU_DATA: {
    form: z.string().min(1).default('.lukou'),
    text: 'Folder for the embedded database, keys and secrets. Keep it on a local disk, and back it up.',
  },
  DATABASE_URL: {
    form: z.string().startsWith('postgres').optional(),
    text: 'An existing PostgreSQL (15 or later) instead of the embedded one: postgres://owner@host/database.',
  },
  DATABASE_APP_URL: {
    form: z.string().startsWith('postgres').optional(),
    text: 'The same database, as a login that is a member of lukou_app only. Without it, the owner’s login takes that role.',
  },
  LUKOU_SECRET: {
    form: z.string().min(32, 'needs at least 32 characters').optional(),
    text: 'Secret shared by several gateways on one database, at least 32 random characters. Without it, one is made at first run and kept in LUKOU_DATA.',
  },
  LUKOU_AGREEMENTS: {
    form: z.string().min(1).optional(),
    text: 'Folder with agreement files; required with LUKOU_ISSUERS. Without it, the example agreements.',
  },
  LUKOU_SUPERGRAPH: {
    form: z.string().min(1).optional(),
    text: 'YAML file that lists the subgraphs, here and elsewhere (docs/federation.md). Without it, the four that come with Lukou, in this process.',
  },
  LUKOU_AGENCY_KEYS: {
    form: z.string().min(1).optional(),
    text: 'YAML file that lists the agencies’ keys (docs/agreements.md); required with LUKOU_ISSUERS. With it, agreements count only where both parties have signed them.',
  },
  LUKOU_WITNESSES: {
    form: z.string().min(1).optional(),
    text: 'YAML file that lists who must witness the disclosure log (docs/disclosure-log.md). Without it, nobody.',
  },
  LUKOU_ISSUERS: {
    form: z.string().min(1).optional(),
    text: 'YAML file that lists the agencies’ token issuers (docs/identity.md). Without it, a development issuer makes tokens, on loopback only.',
  },
  LUKOU_GATEWAY_NAME: {
    form: z
      .string()
      .regex(/^[\x21-\x7e]{1,128}$/, 'write 1 to 128 visible ASCII characters without spaces')
      .default('lukou'),
    text: 'The gateway’s name, as agencies that run their own subgraph list it in LUKOU_GATEWAYS.',
  },
  LUKOU_LOG: {
    form: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]{0,49}$/, 'write lower-case letters, digits and hyphens, 50 at most')
      .optional(),
    text: 'Name of this process’s own disclosure log: gateways that share a database need one each. Without it: gateway, and for lukou subgraph its name.',
  },
  LUKOU_GATEWAYS: {
    form: z.string().min(1).optional(),
    text: 'For lukou subgraph, required there: YAML file that lists the gateways that it answers to (docs/federation.md).',
  },
  LUKOU_TLS_CERT: {
    form: z.string().min(1).optional(),
    text: 'For lukou subgraph: PEM file with its certificate and the chain to the root. Required off loopback.',
  },
  LUKOU_TLS_KEY: {
    form: z.string().min(1).optional(),
    text: 'For lukou subgraph: PEM file with the private key of LUKOU_TLS_CERT.',
  },
  LUKOU_TLS_CLIENT_CA: {
    form: z.string().min(1).optional(),
    text: 'For lukou subgraph: PEM file with the authority whose client certificates it asks for. Without it, it asks for none.',
  },
  LUKOU_SAMPLE: {
    form: z.enum(['none', 'small', 'medium', 'large']).optional(),
    text: 'Synthetic sample to make in an empty database. Without it: small with the development issuer, none with real issuers.',
  },
  LUKOU_DOCUMENTS: {
    form: z.enum(['any', 'trusted']).default('any'),
    text: 'Which documents are answered: any, or trusted ones only (lukou documents publish).',
  },
  LUKOU_RELEASE_SIGNERS: {
    form: z.string().min(1).optional(),
    text: 'For lukou ingest --release: YAML or JSON file that lists whose signatures count on release packages (docs/register.md).',
  },
  LUKOU_INCIDENT_WEBHOOK: {
    form: z
      .string()
      .refine(isSafeUrl, 'write an https URL, or an http one on loopback, without a user name')
      .optional(),
    text: 'URL that is told when the guard stops a secrecy mark (docs/guard.md): https, or http on loopback. Without it, standard error alone.',
  },
  LUKOU_KEEP_DAYS: {
    form: count(180, 36_500).default(180),
    text: 'Days that records of the disclosure log are kept at least before they may be pruned (docs/disclosure-log.md).',
  },
  LUKOU_KEEP_SHARING_DAYS: {
    form: count(1_096, 36_500).default(1_096),
    text: 'The same for records of answers that showed one agency’s data to another: three years at least.',
  },
  LUKOU_PUBLIC_FEEDS: {
    form: z.enum(['on', 'off']).optional(),
    text: 'Whether public travel information is at /public/ (docs/public-feeds.md). Without it: on with the development issuer, off with real issuers.',
  },
  LUKOU_DELIVERIES: {
    form: z
      .string()
      .transform((text) => text.split(',').map((name) => name.trim()))
      .refine((names) => !names.includes(''), 'write names of adapters, with commas between')
      .default([]),
    text: 'Adapters that systems of agencies may hand data in by, at /ingest/<adapter> (docs/ingest.md): names or paths, with commas between. Without it, none.',
  },
  LUKOU_MAX_DELIVERY_BYTES: {
    form: count(1_024, 67_108_864).default(8_388_608),
    text: 'Largest delivery of such a system.',
  },
  LUKOU_EVENTS: {
    form: z.string().min(1).optional(),
    text: 'NATS server and subject by which several gateways hear of events (docs/subscriptions.md): tls://host:port/<subject>. Without it, the database tells each.',
  },
  LUKOU_NATS_CREDENTIALS: {
    form: z.string().min(1).optional(),
    text: 'File with the login at NATS servers (docs/ingest.md). Without it, none.',
  },
  LUKOU_NATS_CA: {
    form: z.string().min(1).optional(),
    text: 'PEM file with the authority of NATS servers’ certificates. Without it, the public ones.',
  },
  LUKOU_NATS_CERT: {
    form: z.string().min(1).optional(),
    text: 'PEM file with the certificate that is shown to NATS servers. Without it, none.',
  },
  LUKOU_NATS_KEY: {
    form: z.string().min(1).optional(),
    text: 'PEM file with the private key of LUKOU_NATS_CERT.',
  },
  LUKOU_CORS_ORIGINS: {
    form: origins.default([]),
    text: 'Origins whose pages may read answers in a browser, with commas between: https://portal.example. Without it, none.',
  },
  LUKOU_MAX_BODY_BYTES: { form: count(1_024, 10_485_760).default(262_144), text: 'Largest request body.' },
  LUKOU_MAX_DOCUMENT_BYTES: {
    form: count(1_024, 1_048_576).default(65_536),
    text: 'Longest document, in bytes.',
  },
  LUKOU_MAX_TOKENS: {
    form: count(100, 100_000).default(4_000),
    text: 'Most lexical tokens of a document.',
  },
  LUKOU_MAX_DEPTH: { form: count(2, 50).default(12), text: 'Deepest nesting of fields and fragments.' },
  LUKOU_MAX_FIELDS: {
    form: count(10, 10_000).default(500),
    text: 'Most fields of a document, fragments written out.',
  },
  LUKOU_MAX_ROOT_FIELDS: {
    form: count(1, 1_000).default(20),
    text: 'Most fields at the root of an operation, fragments written out.',
  },
  LUKOU_MAX_ALIASES: {
    form: count(0, 10_000).default(50),
    text: 'Most aliases of a document, fragments written out.',
  },
  LUKOU_MAX_DIRECTIVES: {
    form: count(0, 10_000).default(20),
    text: 'Most directives of a document, fragments written out.',
  },
  LUKOU_MAX_FRAGMENTS: {
    form: count(0, 10_000).default(100),
    text: 'Most fragments that a document spreads, inline ones and repetitions included.',
  },
  LUKOU_MAX_VARIABLE_DEPTH: {
    form: count(1, 100).default(20),
    text: 'Deepest nesting of lists and objects in variables and in literal values.',
  },
  LUKOU_MAX_LIST_SIZE: {
    form: count(1, 100_000).default(1_000),
    text: 'Largest "first" or "last", and longest list among the variables. The lists of Lukou’s own schema end at 200.',
  },
  LUKOU_MAX_ROWS: {
    form: count(100, 10_000_000).default(50_000),
    text: 'Most rows that an operation may answer, by the sizes of its lists multiplied.',
  },
  LUKOU_MAX_OPERATIONS: {
    form: count(1, 10_000).default(64),
    text: 'Most operations of one caller under way at a time; the public counts by address.',
  },
  LUKOU_MAX_STREAMS: {
    form: count(1, 1_000).default(8),
    text: 'Most open streams (subscriptions) of one caller; the public counts by address.',
  },
  LUKOU_MAX_ALL_STREAMS: {
    form: count(1, 100_000).default(500),
    text: 'Most open streams of all callers together, in one process.',
  },
  LUKOU_STREAM_PATIENCE_MS: {
    form: count(100, 600_000).default(10_000),
    text: 'How long an event may wait to be read before its stream ends, in milliseconds.',
  },
  LUKOU_MAX_CONNECTIONS: { form: count(1, 100_000).default(1_000), text: 'Most open connections.' },
  LUKOU_STATEMENT_TIMEOUT_MS: {
    form: count(100, 600_000).default(10_000),
    text: 'Longest that one database statement may take, in milliseconds.',
  },
} as const;

type SettingName = keyof typeof SETTINGS;

/** The configuration, read once at start. Folders are absolute. */
export type Config = Readonly<{ [Name in SettingName]: z.output<(typeof SETTINGS)[Name]['form']> }>;

/**
 * Reads the configuration from the environment. Every variable that begins with LUKOU_ must be known.
 *
 * @throws LukouError SETTING_INVALID naming each setting that is wrong, and what it should be.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const problems = Object.keys(environment)
    .filter((name) => name.startsWith('LUKOU_') && !Object.hasOwn(SETTINGS, name))
    .map((name) => `${name} is not a setting; the nearest is ${nearestSetting(name)}.`);
  const values: Record<string, unknown> = {};
  for (const [name, { form }] of Object.entries(SETTINGS)) {
    const text = environment[name];
    const read = form.safeParse(text === '' ? undefined : text);
    if (read.success) values[name] = read.data;
    else problems.push(`${name}: ${read.error.issues.map(({ message }) => message).join('; ')}.`);
  }
  if (problems.length > 0)
    throw new LukouError(
      'SETTING_INVALID',
      `${problems.join(' ')} All settings are in docs/configuration.md.`,
    );
  values['LUKOU_DATA'] = resolve(values['LUKOU_DATA'] as string);
  return values as Config;
}

function nearestSetting(name: string): string {
  return Object.keys(SETTINGS).reduce((best, known) =>
    editDistance(name, known) < editDistance(name, best) ? known : best,
  );
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const swap = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, swap));
    }
    row = next;
  }
  return row.at(-1)!;
}
