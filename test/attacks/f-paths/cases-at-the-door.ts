import { type Attempt, everyPath, type HostileCase, type Path, type Verdict } from './paths.ts';
import { AUDITOR, DETECTIVE, type SampleStage } from './sample-stage.ts';

// Whatever is written, an agency reads none of it before it knows whose gateway asks.
const WRITINGS: Readonly<Record<Path, string>> = {
  query: '{ checkpoint(id: "CP-001") { id } }',
  alias: '{ c: checkpoint(id: "CP-001") { i: id } }',
  fragment: '{ ...Q } fragment Q on Query { checkpoint(id: "CP-001") { id } }',
  interface: '{ _entities(representations: []) { __typename } }',
  entity:
    '{ _entities(representations: [{ __typename: "Checkpoint", id: "CP-001" }]) { ... on Checkpoint { id } } }',
  subscription: 'subscription { passed { id } }',
  aggregate:
    '{ checkpoint(id: "CP-001") { passageCount(during: { from: "2026-02-01T00:00:00Z", to: "2026-03-01T00:00:00Z" }) } }',
  cursor: '{ checkpoints(first: 1) { pageInfo { endCursor } } }',
  explain: '{ explain(operation: "{ __typename }") { role } }',
  introspection: '{ __schema { types { name } } _service { sdl } }',
};

/** Cases of an agency's own door, and of the one place where past answers are told of: the log. */
export function casesAtTheDoor(stage: () => SampleStage): readonly HostileCase[] {
  return [
    {
      id: 'F16',
      title: 'an agency answers nobody but the gateway that it trusts',
      verdict: 'withheld',
      paths: everyPath((path) => {
        const knock = async (isSigned: boolean): Promise<Verdict> => {
          const door = stage().checkpoint;
          const { body, headers } = await door.sign(WRITINGS[path]);
          const { status } = await door.send(isSigned ? { body, headers } : { body });
          return status === 401 ? 'withheld' : 'open';
        };
        return { attack: () => knock(false), control: () => knock(true) };
      }),
    },
    {
      id: 'F19',
      title: 'the log holds no value that it tells the disclosure of',
      verdict: 'withheld',
      paths: {
        ...everyPath(() => 'NO_HISTORY'),
        query: inTheLog('{ disclosureRecords(first: 20) { nodes { leaf } } }'),
        alias: inTheLog('{ r: disclosureRecords(first: 20) { n: nodes { l: leaf } } }'),
        fragment: inTheLog(
          '{ ...Q } fragment Q on Query { disclosureRecords(first: 20) { nodes { ... on DisclosureRecord { leaf } } } }',
        ),
        cursor: inTheLog('{ disclosureRecords(first: 20) { edges { cursor node { leaf } } } }'),
      },
    },
  ];

  /** Whole plates are disclosed to the police with a case; then the auditor reads the records of it. */
  function inTheLog(query: string): Attempt {
    const plates = async (): Promise<{ readonly answer: string; readonly plate: string }> => {
      const asked = '{ checkpoint(id: "CP-001") { passages(first: 1) { plateNo } } }';
      const reply = await stage().ask(DETECTIVE, asked);
      const { checkpoint } = reply.body.data as { checkpoint: { passages: { plateNo: string }[] } };
      return { answer: reply.text, plate: checkpoint.passages[0]!.plateNo };
    };
    return {
      async attack() {
        const { plate } = await plates();
        const { text } = await stage().ask(AUDITOR, query);
        return text.includes('CheckpointPassage.plateNo') && !text.includes(plate) ? 'withheld' : 'open';
      },
      async control() {
        const { answer, plate } = await plates();
        return answer.includes(plate) ? 'open' : 'withheld';
      },
    };
  }
}
