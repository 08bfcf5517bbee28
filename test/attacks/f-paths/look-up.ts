import type { Reply } from '../../world/open-world.ts';
import { readRecord } from '../../world/read-record.ts';
import type { Verdict } from './paths.ts';
import type { SampleStage, Who } from './sample-stage.ts';

/** What was learned from a reply. */
export type Judge = (reply: Reply, stage: SampleStage) => Promise<Verdict> | Verdict;

/** What was decided about a field, as the record says it; nothing is learned where the operation was refused. */
export function decidedAs(coordinate: string, isLeaked: (text: string) => boolean): Judge {
  return async (reply, { world }) => {
    const data = JSON.stringify(reply.body.data ?? null);
    if (reply.status === 403) return data === 'null' ? 'withheld' : 'open';
    const { fields } = await readRecord(world, reply);
    const decision = fields.find(([name]) => name === coordinate)?.[1] ?? 'deny';
    const verdict = verdictOf(decision);
    return verdict !== 'open' && isLeaked(data) ? ('open, whatever was decided' as Verdict) : verdict;
  };
}

/** Whether the answer holds a text. */
export function tells(text: string): Judge {
  return ({ body }) => (JSON.stringify(body.data ?? null).includes(text) ? 'open' : 'withheld');
}

/** Whether the operation was refused for a code. */
export function refusedFor(code: string): Judge {
  return ({ body }) =>
    body.errors?.some(({ extensions }) => extensions['code'] === code) === true ? 'withheld' : 'open';
}

/** What explain says of a field, or of a place of an input. */
export async function explained(
  { ask }: SampleStage,
  who: Who,
  operation: string,
  what: string,
): Promise<Verdict> {
  const { body } = await ask(
    who,
    `query Why($operation: String!) { explain(operation: $operation, withCase: ${who.caseReference !== undefined}) {
       fields { coordinate decision } inputs { position decision } } }`,
    { operation },
  );
  const { fields, inputs } = body.data!['explain'] as {
    fields: { coordinate: string; decision: string }[];
    inputs: { position: string; decision: string }[];
  };
  const line =
    fields.find(({ coordinate }) => coordinate === what) ?? inputs.find(({ position }) => position === what);
  return verdictOf(line!.decision);
}

/** What the caller's own schema shows of a field, or of an argument. */
export async function shownIn({ ask }: SampleStage, who: Who, what: string): Promise<Verdict> {
  const [, typeName, fieldName, argument] = /^(\w+)\.(\w+)(?:\((\w+):\))?$/.exec(what)!;
  const { body } = await ask(
    who,
    'query Shown($name: String!) { __type(name: $name) { fields { name description args { name } } } }',
    { name: typeName },
  );
  const type = body.data!['__type'] as {
    fields: { name: string; description: string; args: { name: string }[] }[];
  } | null;
  const field = type?.fields.find(({ name }) => name === fieldName);
  if (field === undefined) return 'withheld';
  if (argument !== undefined) return field.args.some(({ name }) => name === argument) ? 'open' : 'withheld';
  const [, mask] = /Masked: ([^.]+(?:\.[^. ]+)*)\.$/.exec(field.description) ?? [];
  return mask === undefined ? 'open' : `mask:${mask}`;
}

function verdictOf(decision: string): Verdict {
  if (decision.startsWith('deny')) return 'withheld';
  return decision === 'allow' ? 'open' : (decision as Verdict);
}
