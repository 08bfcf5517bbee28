import { existsSync, readFileSync } from 'node:fs';
import { verify, createPublicKey } from 'node:crypto';
import { createNoteKey, verifyEd25519 } from '../../../src/merkle/index.ts';

const FILE = new URL('../../../../shared/vectors/wycheproof/ed25519_test.json', import.meta.url);
const isThere = existsSync(FILE);
if (!isThere) console.warn('shared/vectors/wycheproof is not there: the published signatures are not tried.');

interface Group {
  readonly publicKey: { readonly pk: string };
  readonly tests: readonly {
    readonly tcId: number;
    readonly comment: string;
    readonly msg: string;
    readonly sig: string;
    readonly result: 'valid' | 'invalid';
  }[];
}

const { testGroups } = isThere
  ? (JSON.parse(readFileSync(FILE, 'utf8')) as { testGroups: readonly Group[] })
  : { testGroups: [] };
const cases = testGroups.flatMap(({ publicKey, tests }) =>
  tests.map((test) => ({ ...test, pk: publicKey.pk })),
);

(isThere ? describe : describe.skip)('The published Ed25519 signatures', () => {
  it('are all there', () => expect(cases).toHaveLength(151));

  it.each(cases)('are judged as they should be: $tcId $comment', ({ pk, msg, sig, result }) => {
    const [key, message, signature] = [pk, msg, sig].map((hex) => Buffer.from(hex, 'hex')) as [
      Buffer,
      Buffer,
      Buffer,
    ];
    // As the auditor's file reads keys, and as the gateway and its witnesses do.
    const jwk = { kty: 'OKP', crv: 'Ed25519', x: key.toString('base64url') };
    expect(verify(null, message, createPublicKey({ key: jwk, format: 'jwk' }), signature)).toBe(
      result === 'valid',
    );
    expect(verifyEd25519(createNoteKey('lukou.test/gateway', key), message, signature)).toBe(
      result === 'valid',
    );
  });
});
