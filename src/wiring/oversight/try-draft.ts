import {
  type Agreement,
  agreementName,
  compilePolicy,
  LOG_KEEPER,
  type Policy,
  USES,
} from '../../agreement/index.ts';
import { LukouError } from '../../base/index.ts';
import { parseAgreements } from '../agreements/parse-agreements.ts';

const MOST_BYTES = 65_536;
const MOST_PROBLEMS = 100;
const LONGEST_PROBLEM = 500;

/** A draft, and the policy that it would make; or what keeps it from making one. */
export interface TriedDraft {
  /** Null where it cannot be read, or is of an agency that the reader does not speak for. */
  readonly draft: Agreement | null;
  /** Null where there are problems. */
  readonly policy: Policy | null;
  readonly problems: readonly string[];
}

/**
 * Reads a draft as an agreement file is read, and compiles it in the place of the other versions of its agreement beside
 * those in force. It is a text from outside: bounded, and neither kept nor repeated at any length.
 *
 * @param reader - the agency that asks: it tries agreements about its own data.
 */
export function tryDraft(text: string, inForce: Policy, reader: string): TriedDraft {
  let draft: Agreement | null = null;
  try {
    const read = readDraft(text);
    if (read.assigner !== reader && reader !== LOG_KEEPER)
      return failed(null, [`draft: it is about data of ${read.assigner}. Only that agency may try it.`]);
    draft = read;
    const strange = findStrange(read, inForce);
    if (strange.length > 0) return failed(draft, strange);
    const others = inForce.agreements.filter(({ uid }) => uid !== read.uid);
    const suspensions = [...inForce.suspensions.values()].filter(({ uid }) => uid !== read.uid);
    const sound = new Set(others);
    const isSound = (agreement: Agreement): boolean => sound.has(agreement);
    const policy = compilePolicy([...others, read], inForce.catalogue, { suspensions, isSound });
    return { draft, policy, problems: [] };
  } catch (error) {
    if (!(error instanceof LukouError) || error.code !== 'AGREEMENT_INVALID') throw error;
    return failed(draft, (error.detail ?? error.message).split('\n'));
  }
}

/**
 * What a draft names that is not its owner's to decide about. Said alike of what others have, of what is hidden from the
 * reader and of what there is not, and with no other name beside it: a draft is no way to learn a schema.
 */
function findStrange(draft: Agreement, { catalogue }: Policy): readonly string[] {
  const isOwn = (target: string): boolean =>
    target.endsWith('.*')
      ? catalogue.coordinates.some(
          ({ owner, typeName }) => owner === draft.assigner && typeName === target.slice(0, -2),
        )
      : catalogue.byName.get(target)?.owner === draft.assigner;
  const clauses = [...draft.permissions, ...draft.prohibitions];
  const targets = clauses.flatMap(({ id, targets: named }) =>
    named
      .filter((target) => !isOwn(target))
      .map((target) => `${id}: ${target} is no field of ${draft.assigner}`),
  );
  const asked = draft.file.tests.flatMap((test, place) =>
    namesOf(test)
      .filter((name) => !isOwn(name))
      .map((name) => `tests[${place}]: ${name} is no field of ${draft.assigner}`),
  );
  const rows = [...draft.rowOperands.keys()]
    .filter((typeName) => catalogue.types.get(typeName)?.owner !== draft.assigner)
    .map((typeName) => `rows.${typeName} is no type of ${draft.assigner}`);
  return [...targets, ...asked, ...rows];
}

/** What a test of the file asks about: one field, whatever it asks of it. */
function namesOf(test: Agreement['file']['tests'][number]): readonly string[] {
  const asked = [test.read, test.act, ...USES.map((use) => test[use])];
  return asked.filter((name) => name !== undefined);
}

/** Whether a version of this number was loaded with another text: then it takes a higher one. */
export function findReused(draft: Agreement, { agreements }: Policy): readonly string[] {
  const same = agreements.find((loaded) => agreementName(loaded) === agreementName(draft));
  return same === undefined || same.sha256 === draft.sha256
    ? []
    : [`draft: ${agreementName(draft)} is in force with another text. Raise the version.`];
}

function readDraft(text: string): Agreement {
  const bytes = Buffer.from(text, 'utf8');
  if (bytes.length > MOST_BYTES)
    throw new LukouError('AGREEMENT_INVALID', `draft: it may have ${MOST_BYTES} bytes, and has more.`);
  const [agreement, another] = readAll(bytes);
  if (agreement === undefined || another !== undefined)
    throw new LukouError('AGREEMENT_INVALID', 'draft: it must hold one agreement.');
  return agreement;
}

function readAll(bytes: Buffer): readonly Agreement[] {
  try {
    return parseAgreements(bytes, 'draft', undefined);
  } catch (error) {
    if (error instanceof RangeError)
      throw new LukouError('AGREEMENT_INVALID', 'draft: it nests too deeply.', { cause: error });
    throw error;
  }
}

function failed(draft: Agreement | null, lines: readonly string[]): TriedDraft {
  const problems = lines.map((line) => line.trim()).filter((line) => line !== '');
  return {
    draft,
    policy: null,
    problems: problems.slice(0, MOST_PROBLEMS).map((problem) => problem.slice(0, LONGEST_PROBLEM)),
  };
}
