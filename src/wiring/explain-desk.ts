import { readFile } from 'node:fs/promises';
import { parse, validate } from 'graphql';
import { scalars } from '../../resolvers/index.ts';
import { type Ask, ROLES, bindGrant } from '../agreement/index.ts';
import { type Clock, LukouError } from '../base/index.ts';
import { composeSupergraph, openFederation } from '../federation/index.ts';
import { SAMPLE_CALLERS, type SampleCallerName } from '../identity/index.ts';
import { type Explanation, explainDecisions, readReason } from '../request/index.ts';
import { agreementFolder, readShippedSchema } from './agency.ts';
import { AgreementFiles } from './agreements/agreement-files.ts';

/** Whose question is explained. */
export interface ExplainedAsk {
  /** A sample caller's name, public, or "AG-TRANSPORT-CENTRE partner". */
  readonly caller: string;
  readonly purpose: string | null;
  readonly withCase: boolean;
  /** As if the glass were broken for this reason; null for the ordinary way. */
  readonly breakGlass: string | null;
}

/**
 * Explains an operation from the files alone: no database is opened and nothing is fetched.
 *
 * @throws LukouError OPERATION_INVALID where the operation does not fit the schema, SETTING_INVALID where nobody is called so.
 */
export async function explainFile(
  path: string,
  asked: ExplainedAsk,
  folder: string | undefined,
  clock: Clock,
): Promise<Explanation> {
  const ask = readAsk(asked);
  const { documents, catalogue } = await readShippedSchema();
  const files = new AgreementFiles({ path: agreementFolder(folder) });
  const policy = await files.compile(await files.read(), catalogue);
  const nothing = (): Promise<never> =>
    Promise.reject(new LukouError('INTERNAL', 'Nothing is fetched here.'));
  const federation = openFederation({
    supergraphSdl: composeSupergraph(documents),
    subgraphs: documents.map(({ name }) => ({ name, execute: nothing })),
    scalars,
    planner: { plan: nothing, close: () => Promise.resolve() },
    onFault: () => undefined,
  });
  const documentText = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new LukouError('OPERATION_INVALID', `The file ${path} cannot be read.`, { cause });
  });
  federation.admit(documentText);
  const document = parse(documentText);
  const problems = validate(federation.consumerSchema, document);
  if (problems.length > 0)
    throw new LukouError('OPERATION_INVALID', problems.map(({ message }) => `\n  ${message}`).join(''));
  const nowMs = clock.nowMs();
  const operation = { document, documentText, operationName: null, variables: {} };
  const planned = federation.judge(operation, bindGrant(policy, ask, nowMs));
  const inputUses = planned.inputUses(planned.variables);
  return explainDecisions({ selected: planned.selected, inputUses }, policy, ask, nowMs);
}

function readAsk({ breakGlass: stated, ...asked }: ExplainedAsk): Ask {
  const reason = stated === null ? null : readReason(stated);
  return { ...readClass(asked), ...(reason !== null && { breakGlass: reason }) };
}

function readClass({ caller, purpose, withCase }: Omit<ExplainedAsk, 'breakGlass'>): Ask {
  const caseReference = withCase ? 'any case' : null;
  if (caller === 'public') return { agency: null, role: 'public', purpose, caseReference };
  if (Object.hasOwn(SAMPLE_CALLERS, caller)) {
    const { agency, role, purpose: usual } = SAMPLE_CALLERS[caller as SampleCallerName];
    return { agency, role, purpose: purpose ?? usual, caseReference };
  }
  const [agency = '', written] = caller.split(' ');
  const role = ROLES.find((known) => known === written);
  if (role === undefined || !agency.startsWith('AG-'))
    throw new LukouError(
      'SETTING_INVALID',
      `--as ${caller}: write public, ${Object.keys(SAMPLE_CALLERS).join(', ')}, or an agency and a role: "AG-TRANSPORT-CENTRE partner".`,
    );
  return { agency, role, purpose, caseReference };
}
