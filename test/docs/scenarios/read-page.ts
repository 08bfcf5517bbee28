/** What a page shows to have come of a step: the text between its fences, and where it stands in the page. */
export interface Shown {
  readonly line: number;
  readonly from: number;
  readonly text: string;
}

/** Who does a step, and when: the first line of its block, `# as: justice, purpose: MEDIATION, at: …`. */
export type Heading = Readonly<Partial<Record<'as' | 'purpose' | 'case' | 'at', string>>>;

/** What somebody asks, hands in or types. */
export interface Request {
  readonly kind: 'graphql' | 'http' | 'sh';
  readonly line: number;
  readonly heading: Heading;
  readonly text: string;
  /** Null for a subscription, whose answers are heard later, and for commands that print nothing. */
  readonly shown: Shown | null;
}

/** One step of a story. */
export type Step =
  | Request
  | { readonly kind: 'file'; readonly name: string; readonly text: string }
  | { readonly kind: 'heard'; readonly shown: Shown };

interface Block extends Shown {
  readonly language: string;
  readonly title: string;
}

const ANSWERS: Readonly<Record<Request['kind'], string>> = { graphql: 'json', http: 'json', sh: 'text' };
const KEYS = /^(as|purpose|case|at): (.+)$/;

/**
 * The steps that a page tells, in order: docs/scenarios/README.md says what blocks there are.
 *
 * @throws Error where a block is none of them, or a heading has another key: nothing is passed over.
 */
export function readPage(page: string): readonly Step[] {
  const blocks = listBlocks(page);
  const steps: Step[] = [];
  for (let block = blocks.shift(); block !== undefined; block = blocks.shift()) {
    const { line, language, title, text } = block;
    if (title.includes('.')) steps.push({ kind: 'file', name: title, text });
    else if (language === 'json' && title === 'heard') steps.push({ kind: 'heard', shown: block });
    else if (isKind(language)) {
      const isAnswered = blocks[0]?.language === ANSWERS[language] && blocks[0].title === '';
      const shown = isAnswered ? blocks.shift()! : null;
      steps.push({ kind: language, line, heading: readHeading(text, line), text, shown });
    } else
      throw new Error(`Line ${line}: this block belongs to no step. docs/scenarios/README.md lists them.`);
  }
  return steps;
}

/** All that a page shows to have come of its steps, in order. */
export function listShown(steps: readonly Step[]): readonly Shown[] {
  return steps.flatMap((step) => (step.kind === 'file' || step.shown === null ? [] : [step.shown]));
}

/** The page, with other texts where it shows what came of its steps. */
export function replaceShown(page: string, answers: ReadonlyMap<Shown, string>): string {
  return [...answers]
    .toSorted(([one], [other]) => other.from - one.from)
    .reduce(
      (text, [{ from, text: old }, answer]) => text.slice(0, from) + answer + text.slice(from + old.length),
      page,
    );
}

function listBlocks(page: string): Block[] {
  return [...page.matchAll(/^```([a-z]+) ?(.*)\n([^]*?)^```$/gm)].map((match) => {
    const [whole, language, title, text] = match as unknown as [string, string, string, string];
    const line = page.slice(0, match.index).split('\n').length;
    return { line, from: match.index + whole.indexOf('\n') + 1, language, title, text };
  });
}

function isKind(language: string): language is Request['kind'] {
  return Object.hasOwn(ANSWERS, language);
}

function readHeading(text: string, line: number): Heading {
  const [, heading = ''] = /^# (.*)\n/.exec(text) ?? [];
  const entries = heading
    .split(', ')
    .filter(Boolean)
    .map((part) => {
      const [, key, value] = KEYS.exec(part) ?? [];
      if (key === undefined)
        throw new Error(`Line ${line}: "${part}" is no part of a heading (as, purpose, case, at).`);
      return [key, value] as const;
    });
  return Object.fromEntries(entries);
}
