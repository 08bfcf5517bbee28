import { FAILSAFE_SCHEMA, Type, loadAll } from 'js-yaml';
import { parseAllDocuments } from 'yaml';
import { LukouError } from '../base/index.ts';

/**
 * Reads the YAML 1.2 of one agreement file, a value for each of its documents: no key twice, no aliases, no tags of
 * one's own, dates as the text that they are. js-yaml reads plain files, fifteen times as fast as yaml does; yaml reads
 * all others and says what is wrong where.
 *
 * @throws LukouError AGREEMENT_INVALID naming file, line and what is wrong.
 */
export function parseAgreementFile(text: string, name: string): readonly unknown[] {
  return parsePlain(text) ?? parseStrictly(text, name);
}

/** What the two do not read alike. */
const UNUSUAL: readonly RegExp[] = [
  // White space other than blanks and line feeds, and other invisible characters.
  /[^\n\x20-\x7e\xa1-\u2027\u2030-\ufefe\uff00-\uffff]/,
  // A directive, or an end that is less indented than what it ends.
  /^[%}\]]/m,
  // An anchor, an alias, a tag, a marked key.
  /(?:^|[\s,[{:?-])[&*!?]/,
  // A comment that touches what is before it.
  /\S#/,
  // A key that is empty, null or a collection.
  /(?:^|[\s,[{])(?:~|[Nn]ull|NULL)? *:(?:[\s,\]}]|$)|[}\]]\s*:/,
  // A collection among the keys of braces, as a key without a value.
  /\{(?:(?:[^[\]{}]|\[[^[\]{}]*\]|\{[^[\]{}]*\})*,)?\s*[[{]/,
];

// Number forms of the core schema of YAML 1.2: js-yaml's own would also take 0b1 and 1_000.
const NUMBER =
  /^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?)$/;
const WORDS: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ...['', '~', 'null', 'Null', 'NULL'].map((word) => [word, null] as const),
  ...['true', 'True', 'TRUE'].map((word) => [word, true] as const),
  ...['false', 'False', 'FALSE'].map((word) => [word, false] as const),
  ...['.nan', '.NaN', '.NAN'].map((word) => [word, Number.NaN] as const),
  ...['.inf', '.Inf', '.INF'].flatMap((word) => [
    [word, Number.POSITIVE_INFINITY] as const,
    [`+${word}`, Number.POSITIVE_INFINITY] as const,
    [`-${word}`, Number.NEGATIVE_INFINITY] as const,
  ]),
]);

const coreScalar = new Type('tag:yaml.org,2002:core', {
  kind: 'scalar',
  resolve: (text: unknown) => typeof text === 'string' && (WORDS.has(text) || NUMBER.test(text)),
  construct: (text: string) => (WORDS.has(text) ? WORDS.get(text) : Number(text)),
});
const CORE_SCHEMA = FAILSAFE_SCHEMA.extend({ implicit: [coreScalar] });

/** Null where the text is unusual or wrong: that is for the other parser to say. */
function parsePlain(text: string): readonly unknown[] | null {
  if (UNUSUAL.some((form) => form.test(text))) return null;
  try {
    return loadAll(text, undefined, { schema: CORE_SCHEMA });
  } catch {
    return null;
  }
}

function parseStrictly(text: string, name: string): readonly unknown[] {
  const documents = parseAllDocuments(text, { strict: true, uniqueKeys: true, logLevel: 'silent' });
  return [...documents].map((document) => {
    const [problem] = [...document.errors, ...document.warnings];
    if (problem !== undefined) throw new LukouError('AGREEMENT_INVALID', `${name}: ${problem.message}`);
    try {
      return document.toJS({ maxAliasCount: 0 }) as unknown;
    } catch (cause) {
      throw new LukouError('AGREEMENT_INVALID', `${name}: it has an alias: write out what it stands for.`, {
        cause,
      });
    }
  });
}
