import { checkTokenForm } from '../../../src/identity/index.ts';
import {
  base64url,
  expectRefused,
  forge,
  forgeFrom,
  goodClaims,
  goodHeader,
  ISSUER,
  joseAloneAccepts,
  NOW,
  signParts,
  issuerKey,
  verify,
} from './forge-token.ts';

const HEADER = JSON.stringify(goodHeader);
const CLAIMS = JSON.stringify(goodClaims);
const BOM = Buffer.from([0xef, 0xbb, 0xbf]);
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** An Ed25519 signature leaves two bits of its last character unused. */
function withAlteredLastCharacter(token: string): string {
  return token.slice(0, -1) + ALPHABET[ALPHABET.indexOf(token.slice(-1)) + 1];
}

function respell(token: string, change: (signature: string) => string): string {
  const cut = token.lastIndexOf('.') + 1;
  return token.slice(0, cut) + change(token.slice(cut));
}

it('accepts a good token, so that the refusals below mean something', async () => {
  await expect(verify(forge())).resolves.toMatchObject({ subject: 'mediator-07', issuer: ISSUER });
  expect(await joseAloneAccepts(forge())).toBe(true);
});

describe('A2 numbers that no clock reaches', () => {
  const endless = forgeFrom(HEADER, CLAIMS.replace(/"exp":\d+/, '"exp":1e400'));

  it('A2 refuses exp 1e400', () => expectRefused(verify(endless), 'JSON_NOT_STRICT'));
  it('A2 control: jose alone accepts exp 1e400', async () => {
    expect(await joseAloneAccepts(endless)).toBe(true);
  });
  it.each(['1e400', '-1e400', '1e15', '-1', `${NOW}.5`, `"${NOW + 60}"`, 'null', 'true', '[1]', '{}'])(
    'A2 refuses exp, iat and nbf written as %s',
    async (written) => {
      for (const claim of ['exp', 'iat', 'nbf']) {
        const claims = JSON.stringify({ nbf: NOW - 60, ...goodClaims });
        const token = forgeFrom(
          HEADER,
          claims.replace(new RegExp(`"${claim}":\\d+`), `"${claim}":${written}`),
        );
        await expectRefused(verify(token), 'JSON_NOT_STRICT', 'CLAIMS_MALFORMED');
      }
    },
  );
  it('A2 refuses an endless number even in a claim that nobody reads', () =>
    expectRefused(verify(forgeFrom(HEADER, CLAIMS.replace('{', '{"other":[-1e999],'))), 'JSON_NOT_STRICT'));
});

describe('A3 one token, one spelling', () => {
  const good = forge();
  const spellings: [string, string][] = [
    ['a space before the signature', respell(good, (signature) => ` ${signature}`)],
    ['a space at the end', `${good} `],
    ['a line break at the end', `${good}\n`],
    [
      'a tab inside the signature',
      respell(good, (signature) => `${signature.slice(0, 9)}\t${signature.slice(9)}`),
    ],
    ['padding', `${good}==`],
    ['an altered last character', withAlteredLastCharacter(good)],
  ];
  it.each(spellings)('A3 refuses %s', (_what, token) =>
    expectRefused(verify(token), 'ENCODING_NOT_CANONICAL'),
  );
  it.each(spellings)('A3 control: jose alone accepts %s', async (_what, token) => {
    expect(await joseAloneAccepts(token)).toBe(true);
  });

  it.each([
    ['nothing', ''],
    ['one part', 'abcd'],
    ['two parts', good.split('.').slice(0, 2).join('.')],
    ['four parts', `${good}.AAAA`],
    ['an empty signature', `${good.split('.').slice(0, 2).join('.')}.`],
    ['an empty header', good.replace(/^[^.]+/, '')],
    ['empty claims', good.replace(/\.[^.]+\./, '..')],
    ['the other base64 alphabet', respell(good, (signature) => `+/${signature.slice(2)}`)],
    ['a full-width letter', respell(good, (signature) => `Ａ${signature.slice(1)}`)],
    ['a length that no bytes have', respell(good, (signature) => signature.slice(0, -1))],
  ])('A3 refuses %s', (_what, token) => expectRefused(verify(token), 'ENCODING_NOT_CANONICAL'));

  it('A3 refuses a signed header or signed claims that are padded or altered', async () => {
    const header = base64url(`${HEADER} `);
    const claims = base64url(CLAIMS);
    for (const signedPart of [`${header}=.${claims}`, `${header}.${claims}=`, `${header}\n.${claims}`]) {
      await expectRefused(
        verify(`${signedPart}.${signParts(signedPart, issuerKey)}`),
        'ENCODING_NOT_CANONICAL',
      );
    }
  });

  it('refuses a token of more than 8 KiB', () =>
    expectRefused(verify(forge({ claims: { other: 'x'.repeat(8_192) } })), 'TOKEN_TOO_LARGE'));
});

describe('A4 one reading of the JSON', () => {
  const duplicates: [string, string][] = [
    ['a duplicate header key', forgeFrom(HEADER.replace('{', '{"alg":"none",'), CLAIMS)],
    ['a duplicate claim', forgeFrom(HEADER, CLAIMS.replace('{', '{"sub":"somebody-else",'))],
    [
      'a duplicate spelled with an escape',
      forgeFrom(HEADER, CLAIMS.replace('{', '{"\\u0073ub":"somebody-else",')),
    ],
    ['a duplicate in a nested claim', forgeFrom(HEADER, CLAIMS.replace('{', '{"other":[{"a":1,"a":2}],'))],
    ['a byte order mark before the header', forgeFrom(Buffer.concat([BOM, Buffer.from(HEADER)]), CLAIMS)],
    ['a byte order mark before the claims', forgeFrom(HEADER, Buffer.concat([BOM, Buffer.from(CLAIMS)]))],
    ['a half surrogate', forgeFrom(HEADER, CLAIMS.replace('{', '{"other":"\\ud800",'))],
    ['a member called __proto__', forgeFrom(HEADER, CLAIMS.replace('{', '{"__proto__":{"role":"auditor"},'))],
    [
      'deep nesting',
      forgeFrom(HEADER, CLAIMS.replace('{', `{"other":${'['.repeat(900)}${']'.repeat(900)},`)),
    ],
  ];
  it.each(duplicates)('A4 refuses %s', (_what, token) => expectRefused(verify(token), 'JSON_NOT_STRICT'));
  it.each(duplicates)('A4 control: jose alone accepts %s', async (_what, token) => {
    expect(await joseAloneAccepts(token)).toBe(true);
  });

  it.each([
    [
      'ill-formed UTF-8',
      Buffer.concat([Buffer.from(`${CLAIMS.slice(0, -1)},"x":"`), Buffer.from([0xff, 0x22, 0x7d])]),
    ],
    ['an array', '[]'],
    ['null', 'null'],
    ['a text', '"sub"'],
    ['nothing but a space', ' '],
    ['JSON with a comment', `${CLAIMS}//`],
    ['two objects', `${CLAIMS}${CLAIMS}`],
    ['a nested token', forge()],
  ])('A4 refuses claims that are %s', (_what, claims) =>
    expectRefused(verify(forgeFrom(HEADER, claims)), 'JSON_NOT_STRICT'),
  );

  it('reads keys and colons inside texts as texts', () => {
    const claims = { ...goodClaims, other: '{"sub":"x","sub":[1e400]}', list: ['sub', 'sub', '"', '\\'] };
    expect(checkTokenForm(forge({ claims })).claims.sub).toBe('mediator-07');
  });
});
