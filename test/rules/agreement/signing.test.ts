import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import fc from 'fast-check';
import {
  isSigned,
  readAgencyKeys,
  readAgreement,
  signAgreement,
  verifySignatures,
  type Agreement,
} from '../../../src/agreement/index.ts';
import { keyIdOf, rawPublicKey } from '../../../src/base/index.ts';
import { draft, type Draft } from './fixture.ts';

interface Party {
  readonly agency: string;
  readonly privateKey: KeyObject;
  readonly entry: {
    readonly agency: string;
    readonly keyId: string;
    readonly publicKey: string;
    readonly duty: string;
  };
}

function party(agency: string): Party {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const raw = rawPublicKey(publicKey);
  return {
    agency,
    privateKey,
    entry: { agency, keyId: keyIdOf(raw), publicKey: raw.toString('base64'), duty: 'steward' },
  };
}

const roads = party('AG-ROADS');
const police = party('AG-POLICE');
const keys = readAgencyKeys({ keys: [roads.entry, police.entry] }, 'keys.yaml');

function signed(signers: readonly Party[], changes: Draft = {}, afterwards: Draft = {}): Agreement {
  const agreement = readAgreement(draft(changes), 'road.yaml');
  const signatures = signers.map(({ agency, privateKey }) => signAgreement(agreement, agency, privateKey));
  return readAgreement({ ...draft(changes), signatures, ...afterwards }, 'road.yaml');
}

const states = (agreement: Agreement, known = keys) =>
  verifySignatures(agreement, known).map(({ agency, state }) => `${agency} ${state}`);

describe('Signatures on an agreement', () => {
  it('count when both parties have signed what is in force', () => {
    expect(isSigned(signed([roads, police]), keys)).toBe(true);
    expect(states(signed([roads, police]))).toEqual(['AG-ROADS valid', 'AG-POLICE valid']);
  });

  it('do not count when one party has not signed', () => {
    expect(isSigned(signed([roads]), keys)).toBe(false);
    expect(states(signed([roads]))).toEqual(['AG-ROADS valid', 'AG-POLICE missing']);
  });

  it('do not count when the file was changed after it was signed', () => {
    const changed = { valid: { from: '2026-01-01T00:00:00+08:00', until: '2028-01-01T00:00:00+08:00' } };
    expect(states(signed([roads, police], {}, changed))).toEqual([
      'AG-ROADS does not fit',
      'AG-POLICE does not fit',
    ]);
  });

  it('do not count when an unknown key made them', () => {
    const stranger = party('AG-ROADS');
    expect(states(signed([stranger, police]))).toEqual(['AG-ROADS unknown key', 'AG-POLICE valid']);
  });

  it('do not count when one agency signed with the key of the other', () => {
    const borrowed = { ...roads, privateKey: police.privateKey };
    expect(states(signed([borrowed, police]))).toEqual(['AG-ROADS unknown key', 'AG-POLICE valid']);
  });

  it('are of the parties alone: a third agency can neither sign nor be on the file', () => {
    const other = party('AG-CASES');
    expect(() => signed([other])).toThrow(/AG-CASES is no party/);
    const signature = { agency: 'AG-CASES', keyId: 'k1_0', signature: Buffer.alloc(64).toString('base64') };
    const file = readAgreement({ ...draft(), signatures: [signature] }, 'road.yaml');
    expect(states(file)).toEqual(['AG-CASES no party', 'AG-ROADS missing', 'AG-POLICE missing']);
  });

  it('are one for an agency’s own rules, and one where the other party is the public', () => {
    expect(isSigned(signed([roads], { assignee: 'AG-ROADS' }), keys)).toBe(true);
    const open = {
      assignee: 'AG-PUBLIC',
      appliesTo: [{ leftOperand: 'role', operator: 'isAnyOf', rightOperand: ['public'] }],
    };
    expect(isSigned(signed([roads], open), keys)).toBe(true);
  });

  it('do not survive any single altered byte', () => {
    const agreement = signed([roads, police]);
    fc.assert(
      fc.property(fc.nat(63), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const [first, second] = agreement.file.signatures;
        const bytes = Buffer.from(first!.signature, 'base64');
        bytes[at]! ^= change;
        const signatures = [{ ...first, signature: bytes.toString('base64') }, second];
        return !isSigned(readAgreement({ ...draft(), signatures }, 'road.yaml'), keys);
      }),
    );
  });

  it('do not count when whoever signed has another duty', () => {
    const withDuty = (duty: string) =>
      readAgencyKeys({ keys: [{ ...roads.entry, duty }, police.entry] }, 'keys.yaml');
    expect(states(signed([roads, police]), withDuty('auditor'))).toEqual([
      'AG-ROADS no steward',
      'AG-POLICE valid',
    ]);
    expect(isSigned(signed([roads, police]), withDuty('system'))).toBe(false);
    expect(isSigned(signed([roads, police]), withDuty('steward'))).toBe(true);
  });

  it('are made with Ed25519 keys only', () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    expect(() => signed([{ ...roads, privateKey }])).toThrow(/Ed25519/);
  });
});

describe('The list of the agencies’ keys', () => {
  it.each([
    ['a key under another key’s id', { ...roads.entry, keyId: police.entry.keyId }, /this key's id is/],
    ['a short key', { ...roads.entry, publicKey: 'AAAA' }, /32 bytes/],
    ['a key that is not listed for an agency', { ...roads.entry, agency: 'roads' }, /agency code/],
    ['an unknown entry', { ...roads.entry, note: 'x' }, /"note"/],
    ['a key without a duty', { ...roads.entry, duty: undefined }, /system, steward, auditor/],
    ['an unknown duty', { ...roads.entry, duty: 'owner' }, /system, steward, auditor/],
  ])('refuses %s', (_what, entry, complaint) => {
    expect(() => readAgencyKeys({ keys: [entry] }, 'keys.yaml')).toThrow(complaint);
  });

  it.each([
    ['with two duties', { ...roads.entry, duty: 'auditor' }, /has the duty steward/],
    ['of two agencies', { ...roads.entry, agency: 'AG-POLICE' }, /AG-ROADS holds this key/],
    ['twice', roads.entry, /listed twice/],
  ])('refuses a key %s', (_what, entry, complaint) => {
    expect(() => readAgencyKeys({ keys: [roads.entry, entry] }, 'keys.yaml')).toThrow(complaint);
  });
});
