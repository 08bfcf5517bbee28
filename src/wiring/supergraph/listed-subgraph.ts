import { z } from 'zod';
import { isCovered } from '../../identity/index.ts';

/** How a subgraph elsewhere is reached. Paths are as written in the file. */
export interface Reach {
  readonly url: string;
  readonly timeoutMs?: number | undefined;
  readonly maxResponseBytes?: number | undefined;
  /** Whether HTTP/2 is spoken where the agency offers it. */
  readonly http2?: boolean | undefined;
  readonly tls?:
    | {
        readonly ca?: string | undefined;
        readonly cert?: string | undefined;
        readonly key?: string | undefined;
      }
    | undefined;
}

/** One subgraph as supergraph.yaml lists it. */
export type ListedSubgraph =
  | { readonly kind: 'local'; readonly name: string; readonly schema: string | null }
  | { readonly kind: 'remote'; readonly name: string; readonly schema: string | null; readonly reach: Reach }
  | { readonly kind: 'foreign'; readonly name: string; readonly schema: string; readonly reach: Reach };

const path = z.string('is the path of a file').min(1, 'is the path of a file');
const name = z
  .string('is a text')
  .regex(/^[a-z][a-z0-9-]{0,62}$/, 'is made of lower-case letters, digits and hyphens, a letter first');
const url = z
  .url({ protocol: /^https?$/, error: 'is an address: https://host/path' })
  .refine(isCovered, 'goes over a network, so begin it with https: (http: reaches this machine only)');
const wholeNumber = (least: number, most: number, unit: string) => {
  const words = `is a whole number of ${unit}, from ${least} to ${most}`;
  return z.int(words).min(least, words).max(most, words).optional();
};

const AWAY = {
  name,
  url,
  timeoutMs: wholeNumber(50, 60_000, 'milliseconds'),
  maxResponseBytes: wholeNumber(1_024, 268_435_456, 'bytes'),
  http2: z.boolean('is true or false').optional(),
  tls: z.strictObject({ ca: path.optional(), cert: path.optional(), key: path.optional() }).optional(),
};

const local = z
  .strictObject({ name, local: z.literal(true, 'is true'), schema: path.optional() })
  .transform((entry): ListedSubgraph => ({ kind: 'local', name: entry.name, schema: entry.schema ?? null }));

const remote = z.strictObject({ ...AWAY, schema: path.optional() }).transform((entry): ListedSubgraph => ({
  kind: 'remote',
  name: entry.name,
  schema: entry.schema ?? null,
  reach: reachOf(entry),
}));

const foreign = z
  .strictObject({ ...AWAY, foreign: z.literal(true, 'is true'), schema: path })
  .transform((entry): ListedSubgraph => ({
    kind: 'foreign',
    name: entry.name,
    schema: entry.schema,
    reach: reachOf(entry),
  }));

function reachOf({ url: at, timeoutMs, maxResponseBytes, http2, tls }: Reach): Reach {
  return { url: at, timeoutMs, maxResponseBytes, http2, tls };
}

/** The form that an entry has by what it says of itself: a union's own findings would name every form at once. */
export function formOf(entry: Readonly<Record<string, unknown>>): z.ZodType<ListedSubgraph> {
  if ('local' in entry) return local;
  return 'foreign' in entry ? foreign : remote;
}
