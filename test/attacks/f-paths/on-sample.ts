import { inFragments, underAliases } from './disguise.ts';
import { explained, type Judge, shownIn } from './look-up.ts';
import type { Reply } from '../../world/open-world.ts';
import type { Attempt, HostileCase, NoSuchPath, Path, Verdict } from './paths.ts';
import { askOfWho, type SampleStage, type Who } from './sample-stage.ts';

/** An attack on the sample, and how it is written for each path. */
export interface SampleAttack {
  readonly attacker: Who;
  /** The same attempt by somebody in whose way the guard does not stand. */
  readonly control: Who;
  readonly judge: Judge;
  readonly query: string;
  /** The same by a join: another agency's row refers to the entity. */
  readonly join: string;
  /** The same from an event of the segment; where it is left out, by the join, which then begins at a segment. */
  readonly ofSegment?: string;
  /** The same at the agency's own door, with keys in `$r`. */
  readonly direct: {
    readonly agency: 'checkpoint' | 'traffic';
    readonly query: string;
    readonly keys: readonly object[];
    readonly judge: (text: string) => Verdict;
  };
  /** The same on a page after the cursor `$after`; a list of checkpoints or of segments. */
  readonly page: string;
  readonly aggregate:
    | { readonly query: string; readonly judge?: Judge; readonly attacker?: Who; readonly control?: Who }
    | NoSuchPath;
  /** Which line of explain tells: a field, or a place of an input. */
  readonly explain: { readonly line: string } | NoSuchPath;
  /** What the caller's own schema must not show: `Type.field`, or `Type.field(arg:)`. */
  readonly introspect: { readonly place: string } | NoSuchPath;
}

/** The ten paths of an attack on the sample. */
export function onSample(stage: () => SampleStage, attack: SampleAttack): HostileCase['paths'] {
  const { attacker, control, judge, query, aggregate, explain, introspect } = attack;
  const byBoth = (attempt: (who: Who) => Promise<Verdict>): Attempt => ({
    attack: () => attempt(attacker),
    control: () => attempt(control),
  });
  const sending = (write: () => string): Attempt =>
    byBoth(async (who) => judge(await stage().ask(who, write()), stage()));
  const summing = (sum: Exclude<SampleAttack['aggregate'], string>): Attempt => {
    const attempt = async (who: Who): Promise<Verdict> =>
      (sum.judge ?? judge)(await stage().ask(who, sum.query), stage());
    return {
      attack: () => attempt(sum.attacker ?? attacker),
      control: () => attempt(sum.control ?? control),
    };
  };
  return {
    query: sending(() => query),
    alias: sending(() => underAliases(query)),
    fragment: sending(() => inFragments(query, stage().schema)),
    interface: 'NO_ABSTRACT_TYPES',
    entity: byBoth(async (who) => {
      const joined = await judge(await stage().ask(who, attack.join), stage());
      const direct = await askDirectly(stage(), who, attack.direct);
      return joined === direct ? joined : (`${joined} by a join, ${direct} at the door` as Verdict);
    }),
    subscription: byBoth(async (who) => judge(await hearOf(stage(), who, attack), stage())),
    aggregate: typeof aggregate === 'string' ? aggregate : summing(aggregate),
    cursor: byBoth(async (who) => {
      const after = await firstCursor(stage(), who, attack.page);
      return judge(await stage().ask(who, attack.page, { after }), stage());
    }),
    explain:
      typeof explain === 'string' ? explain : byBoth((who) => explained(stage(), who, query, explain.line)),
    introspection:
      typeof introspect === 'string' ? introspect : byBoth((who) => shownIn(stage(), who, introspect.place)),
  };
}

/** The first road event of a segment, told with what is selected of the segment. */
async function hearOf(stage: SampleStage, who: Who, { join, ofSegment }: SampleAttack): Promise<Reply> {
  const [, id = 'G10-001', selection = ofSegment] =
    /^\{ roadSegment\(id: "([^"]+)"\) (\{.+\}) \}$/.exec(join) ?? [];
  const after = await stage.reportEventOn(id);
  return stage.hear(who, `subscription { roadEventChanged(afterNumber: ${after}) { segment ${selection} } }`);
}

async function askDirectly(
  stage: SampleStage,
  who: Who,
  { agency, query, keys, judge }: SampleAttack['direct'],
): Promise<Verdict> {
  const door = stage[agency];
  const { text } = await door.send(await door.sign(query, { r: keys }, { ask: askOfWho(who) }));
  return judge(text);
}

/** The cursor of the first row of the list that a page is of, in the page's own order and under its own filter. */
async function firstCursor(stage: SampleStage, who: Who, page: string): Promise<string> {
  const [, list] = /\{\s*(\w+)\(/.exec(page)!;
  const reply = await stage.ask(who, `{ ${list}(first: 1) { pageInfo { endCursor } } }`);
  const found = reply.body.data![list!] as { pageInfo: { endCursor: string } };
  return found.pageInfo.endCursor;
}

/** The same paths, where each attempt comes after as many of the other party's. */
export function inTurn(paths: HostileCase['paths'], times = 1): HostileCase['paths'] {
  return mapAttempts(paths, ({ attack, control }) => {
    const after = async (first: () => Promise<Verdict>, then: () => Promise<Verdict>): Promise<Verdict> => {
      for (let time = 0; time < times; time++) await first();
      return then();
    };
    return { attack: () => after(control, attack), control: () => after(attack, control) };
  });
}

/** The same paths, where each attempt runs at the same time as the other party's, several times over. */
export function atOnce(paths: HostileCase['paths']): HostileCase['paths'] {
  return mapAttempts(paths, ({ attack, control }) => {
    const beside = async (one: () => Promise<Verdict>, other: () => Promise<Verdict>): Promise<Verdict> => {
      const both = await Promise.all([one(), other(), one(), other(), one(), other()]);
      const verdicts = new Set(both.filter((_, at) => at % 2 === 0));
      return verdicts.size === 1 ? both[0] : ([...verdicts].join(' and ') as Verdict);
    };
    return { attack: () => beside(attack, control), control: () => beside(control, attack) };
  });
}

function mapAttempts(
  paths: HostileCase['paths'],
  change: (attempt: Attempt) => Attempt,
): HostileCase['paths'] {
  return Object.fromEntries(
    Object.entries(paths).map(([path, attempt]) => [
      path,
      typeof attempt === 'string' ? attempt : change(attempt),
    ]),
  ) as Record<Path, Attempt | NoSuchPath>;
}
