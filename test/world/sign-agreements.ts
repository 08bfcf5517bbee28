import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readAgreement, signAgreement } from '../../src/agreement/index.ts';
import { keyIdOf, rawPublicKey } from '../../src/base/index.ts';

/** Where the private keys of the agencies' stewards go, and the list of their public keys. */
interface KeyPlaces {
  readonly folder: string;
  readonly list: string;
}

/** Has both parties of every agreement of a folder sign it, each with a key of its own. */
export async function signAgreements(agreements: string, { folder, list }: KeyPlaces): Promise<void> {
  await mkdir(folder);
  const keys = new Map<string, KeyObject>();
  const entries: object[] = [];
  for (const name of (await readdir(agreements)).filter((each) => each.endsWith('.yaml'))) {
    const path = join(agreements, name);
    const text = await readFile(path, 'utf8');
    const agreement = readAgreement(parse(text), name);
    const parties = new Set([agreement.assigner, agreement.assignee]);
    parties.delete('AG-PUBLIC');
    const signatures = [];
    for (const agency of parties) signatures.push(signAgreement(agreement, agency, await keyOf(agency)));
    await writeFile(path, `${text}signatures: ${JSON.stringify(signatures)}\n`);
  }
  await writeFile(list, JSON.stringify({ keys: entries }));

  async function keyOf(agency: string): Promise<KeyObject> {
    const known = keys.get(agency);
    if (known !== undefined) return known;
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    keys.set(agency, privateKey);
    await writeFile(join(folder, `${agency}.pem`), privateKey.export({ format: 'pem', type: 'pkcs8' }));
    const raw = rawPublicKey(publicKey);
    entries.push({ agency, keyId: keyIdOf(raw), publicKey: raw.toString('base64'), duty: 'steward' });
    return privateKey;
  }
}
