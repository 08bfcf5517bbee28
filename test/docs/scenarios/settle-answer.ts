/** Members whose values differ from run to run, or with what else the gateway was asked: … stands in their place. */
const ELIDED: ReadonlySet<string> = new Set(['index', 'durationMs']);

/** Members that a refusal is found again by, which no reader needs: left out. */
const LEFT_OUT: ReadonlySet<string> = new Set(['explainId', 'requestId', 'subgraph']);

/** Digests, ids made by chance, pseudonyms. */
const MADE = /\b([0-9a-f]{64}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[\w-]{80,})(?![\w-])/g;

/** What differs from run to run in what commands print. */
const PRINTED: readonly (readonly [RegExp, string])[] = [
  [MADE, '…'],
  [/\bk1_[0-9a-f]{16}\b/g, 'k1_…'],
  [/\brecord \d+/g, 'record …'],
  [/\b\d+ records\b/g, '… records'],
  [/\brecords \d+ to before \d+ of \d+/g, 'records … to before … of …'],
  [/\+[0-9a-f]{8}\+[\w+/=]+/g, '+…'],
  [/\b\d+\.\d s\b/g, '… s'],
  [/ +$/gm, ''],
];

interface Answer {
  readonly data?: unknown;
  readonly errors?: unknown;
  readonly extensions?: {
    readonly disclosure?: readonly unknown[];
    readonly receipt?: { readonly resultSha256: string };
  };
}

/**
 * An answer of the endpoint as pages show it: data, errors and disclosure.
 *
 * @throws Error where it has no receipt.
 */
export function settleAnswer({ data, errors, extensions }: Answer): object {
  if (!/^[0-9a-f]{64}$/.test(extensions?.receipt?.resultSha256 ?? ''))
    throw new Error(`There is no receipt in ${JSON.stringify({ data, errors, extensions })}.`);
  const { disclosure = [] } = extensions ?? {};
  return settle({ data, errors, ...(disclosure.length > 0 && { disclosure }) });
}

/** Any other JSON as pages show it. */
export function settle(json: object): object {
  return JSON.parse(
    JSON.stringify(json, (key, value: unknown) => {
      if (LEFT_OUT.has(key)) return undefined;
      if (ELIDED.has(key)) return '…';
      return typeof value === 'string' ? value.replaceAll(MADE, '…') : value;
    }),
  ) as object;
}

/** What commands printed, as pages show it. */
export function settlePrinted(text: string): string {
  return PRINTED.reduce((settled, [pattern, shown]) => settled.replaceAll(pattern, shown), text);
}

/** JSON as pages show it: what fits on a line stands on one. */
export function printAnswer(json: unknown, indent = ''): string {
  const flat = printFlat(json);
  if (typeof json !== 'object' || json === null || indent.length + flat.length <= 100) return flat;
  const deeper = `${indent}  `;
  const parts = Array.isArray(json)
    ? json.map((item: unknown) => deeper + printAnswer(item, deeper))
    : Object.entries(json).map(
        ([key, value]) => `${deeper}${JSON.stringify(key)}: ${printAnswer(value, deeper)}`,
      );
  const [open, close] = Array.isArray(json) ? '[]' : '{}';
  return `${open}\n${parts.join(',\n')}\n${indent}${close}`;
}

function printFlat(json: unknown): string {
  if (Array.isArray(json)) return `[${json.map(printFlat).join(', ')}]`;
  if (typeof json !== 'object' || json === null) return JSON.stringify(json);
  return `{ ${Object.entries(json)
    .map(([key, value]) => `${JSON.stringify(key)}: ${printFlat(value)}`)
    .join(', ')} }`;
}
