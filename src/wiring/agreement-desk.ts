import { generateKeyPairSync } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { printSchema } from 'graphql';
import { parseDocument } from 'yaml';
import { scalars } from '../../resolvers/index.ts';
import {
  type Agreement,
  type Policy,
  type Suspension,
  agreementName,
  askOf,
  bindGrant,
  describeClass,
  diffAgreements,
  listClasses,
  listMatrix,
  publishFileSchema,
  signAgreement,
  verifySignatures,
  viewSchema,
} from '../agreement/index.ts';
import { type Clock, keyIdOf, LukouError, rawPublicKey } from '../base/index.ts';
import type { AgreementActions, Progress } from '../cli/index.ts';
import { composeSupergraph, readSupergraph } from '../federation/index.ts';
import { readShippedSchema } from './agency.ts';
import { openPrivateKey, readText, replaceFile } from './agreements/steward-files.ts';
import { liftSuspension, suspendAgreement } from './agreements/suspend-agreement.ts';
import { AgreementFiles } from './agreements/agreement-files.ts';
import { readKeyList } from './agreements/agency-key-list.ts';
import type { OnProgress } from './agreements/long-work.ts';

/**
 * The steward's commands over files; no database is opened.
 *
 * @param judge - reads the log, and so opens the database.
 * @param findOwnFolder - where the gateway's own agreements are, for commands without a path.
 */
export function openAgreementDesk(
  findOwnFolder: () => string,
  clock: Clock,
  judge: AgreementActions['impact'],
  progress: Progress,
): AgreementActions {
  const compile = async (path: string | null): Promise<Policy> => {
    const { catalogue } = await readShippedSchema();
    const onProgress: OnProgress = (...step) => progress.update(...step);
    const files = new AgreementFiles({ path: path ?? findOwnFolder(), onProgress });
    try {
      return await files.compile(await files.read(), catalogue);
    } finally {
      progress.finish();
    }
  };

  return {
    impact: judge,
    fileSchema: async () => publishFileSchema((await readShippedSchema()).catalogue),
    async check(path) {
      const { agreements, suspensions, digest } = await compile(path);
      const describe = (agreement: Agreement): string => {
        const name = agreementName(agreement);
        const suspension = suspensions.get(name);
        return suspension === undefined ? name : `${name}  ${describeSuspension(suspension)}`;
      };
      return { names: agreements.map(describe), policyDigest: digest };
    },
    matrix: async (path) => listMatrix(await compile(path), clock.nowMs()),
    async sdl(path, className) {
      const policy = await compile(path);
      const found = listClasses(policy).find((candidate) => describeClass(candidate) === className);
      if (found === undefined) {
        const known = listClasses(policy).map((candidate) => `\n  ${describeClass(candidate)}`);
        throw new LukouError(
          'AGREEMENT_INVALID',
          `No agreement serves "${className}". They serve:${known.join('')}`,
        );
      }
      const grant = bindGrant(policy, askOf(found), clock.nowMs());
      const { documents } = await readShippedSchema();
      const { consumerSchema } = readSupergraph(composeSupergraph(documents), scalars);
      return `${printSchema(viewSchema(consumerSchema, policy.catalogue, grant))}\n`;
    },
    async diff(before, after) {
      const [one, other] = [await readOneAgreement(before), await readOneAgreement(after)];
      return diffAgreements(one, other, (await readShippedSchema()).catalogue);
    },
    makeKey,
    sign,
    suspend: (asked) => suspendAgreement(asked, clock.nowMs()),
    lift: liftSuspension,
    async verify(path, keysPath) {
      const { keys } = await readKeyList(keysPath);
      const agreements = await readAgreements(path);
      return agreements.map((agreement) => ({
        name: agreementName(agreement),
        findings: verifySignatures(agreement, keys),
      }));
    },
  };
}

function describeSuspension({ fromMs, by, reason }: Suspension): string {
  return `suspended from ${new Date(fromMs).toISOString()} by ${by}: ${reason}`;
}

async function readAgreements(path: string): Promise<readonly Agreement[]> {
  return (await new AgreementFiles({ path }).read()).agreements;
}

/** The agreement of a file that holds one. */
export async function readOneAgreement(path: string): Promise<Agreement> {
  const agreements = await readAgreements(path);
  const [agreement, another] = agreements;
  if (agreement === undefined || another !== undefined)
    throw new LukouError(
      'AGREEMENT_INVALID',
      `${path} holds ${agreements.length} agreements. Name a file of one.`,
    );
  return agreement;
}

async function makeKey(agency: string, out: string): Promise<string> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const pem = privateKey.export({ format: 'pem', type: 'pkcs8' });
  await writeFile(out, pem, { mode: 0o600, flag: 'wx' }).catch((cause: unknown) => {
    throw new LukouError('SETTING_INVALID', `${out} cannot be made, or is there already. Name a new file.`, {
      cause,
    });
  });
  const raw = rawPublicKey(publicKey);
  return `keys:\n  - agency: ${agency}\n    keyId: ${keyIdOf(raw)}\n    publicKey: ${raw.toString('base64')}\n    duty: steward\n`;
}

/** Comments and layout of the file stay as they are. A new signature of the same agency takes the old one's place. */
async function sign(path: string, agency: string, keyPath: string): Promise<string> {
  const agreement = await readOneAgreement(path);
  const signature = signAgreement(agreement, agency, await openPrivateKey(keyPath));
  const others = agreement.file.signatures.filter((given) => given.agency !== agency);
  const document = parseDocument(await readText(path));
  document.set('signatures', document.createNode([...others, signature]));
  await replaceFile(path, document.toString({ lineWidth: 0 }));
  return `${agreementName(agreement)} signed by ${agency} with ${signature.keyId}`;
}
