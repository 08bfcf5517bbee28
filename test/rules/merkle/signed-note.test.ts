import { createPrivateKey, sign } from 'node:crypto';
import {
  createNoteKey,
  findSigner,
  printHeadText,
  printLogProof,
  printNoteKey,
  printSignedNote,
  readHeadText,
  readLogProof,
  readNoteKey,
  readSignedNote,
} from '../../../src/merkle/index.ts';

// Published with Go's package golang.org/x/mod/sumdb/note, which C2SP signed-note describes.
const VKEY = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const SEED = Buffer.from('AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz', 'base64').subarray(1);
const TEXT =
  'If you think cryptography is the answer to your problem,\nthen you don’t know what your problem is.\n'.replace(
    '’',
    "'",
  );
const NOTE = `${TEXT}
— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
`;
// Published with C2SP tlog-checkpoint.
const HEAD = 'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n';

const seedToKey = (seed: Uint8Array) =>
  createPrivateKey({
    key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]),
    format: 'der',
    type: 'pkcs8',
  });

describe('A signed note', () => {
  it('is read, and its signature verifies, as published', () => {
    const note = readSignedNote(NOTE);
    const key = readNoteKey(VKEY);
    expect(note.text).toBe(TEXT);
    expect(findSigner(note, key)).toMatchObject({ name: 'PeterNeumann', id: 'c74f20a3' });
    expect(printSignedNote(note)).toBe(NOTE);
    expect(printNoteKey(key)).toBe(VKEY);
    const signature = sign(null, Buffer.from(TEXT), seedToKey(SEED));
    expect(findSigner(note, key)?.signature.equals(signature)).toBe(true);
  });

  it('passes over the signatures of other keys', () => {
    const other = createNoteKey('somebody', Buffer.alloc(32, 7));
    expect(findSigner(readSignedNote(NOTE), other)).toBeNull();
    const named = createNoteKey('PeterNeumann', Buffer.alloc(32, 7));
    expect(findSigner(readSignedNote(NOTE), named)).toBeNull();
  });

  it.each([
    ['a changed text', NOTE.replace('answer', 'anwser')],
    ['a changed signature', NOTE.replace('ZJkuBS9U', 'ZJkuBS8U')],
  ])('is a forgery with %s', (_what, forged) => {
    expect(() => findSigner(readSignedNote(forged), readNoteKey(VKEY))).toThrow('is not over this text');
  });

  it.each([
    ['no empty line', NOTE.replace('\n\n', '\n')],
    ['no signature', `${TEXT}\n`],
    ['no newline at the end', NOTE.trimEnd()],
    ['a control character', NOTE.replace('think', 'thi\u0007nk')],
    ['half a character', NOTE.replace('think', 'thi\ud83dnk')],
    ['another dash', NOTE.replace('—', '-')],
    ['two spaces', NOTE.replace('— ', '—  ')],
    ['base64 that is not canonical', NOTE.replace('nAM=', 'nAN=')],
    ['too many signatures', `${TEXT}\n${NOTE.slice(TEXT.length + 1).repeat(101)}`],
  ])('is refused with %s', (_what, text) => {
    expect(() => readSignedNote(text)).toThrow(RangeError);
  });
});

describe('A public key', () => {
  it.each([
    ['another id', VKEY.replace('c74f20a3', 'c74f20a4')],
    ['no name', VKEY.slice('PeterNeumann'.length)],
    ['a space in its name', VKEY.replace('Peter', 'Peter ')],
    ['half a key', VKEY.slice(0, -4)],
    ['an unknown type', VKEY.replace('+ARpc', '+Bxpc')],
  ])('is refused with %s', (_what, text) => {
    expect(() => readNoteKey(text)).toThrow(RangeError);
  });
});

describe('A head', () => {
  it('is read and written as published', () => {
    expect(readHeadText(HEAD)).toMatchObject({ origin: 'example.com/behind-the-sofa', size: 20_852_163 });
    expect(printHeadText(readHeadText(HEAD))).toBe(HEAD);
    expect(readHeadText(`${HEAD}and more\n`).size).toBe(20_852_163);
  });

  it.each([
    ['a leading zero', HEAD.replace('\n2', '\n02')],
    ['a size too large', HEAD.replace('20852163', '9999999999999999')],
    ['no origin', HEAD.slice('example.com/behind-the-sofa'.length)],
    ['half a root', HEAD.replace('CsUYapGG', '')],
    ['a root that is not canonical', HEAD.replace('q2I=', 'q2J=')],
    ['an empty line behind', `${HEAD}\n`],
  ])('is refused with %s', (_what, text) => {
    expect(() => readHeadText(text)).toThrow(RangeError);
  });
});

describe('A proof', () => {
  const proof = { index: 73_894, hashes: [Buffer.alloc(32, 1), Buffer.alloc(32, 2)], head: NOTE };

  it('is read as it is written', () => {
    const text = printLogProof(proof);
    expect(text.split('\n').slice(0, 2)).toEqual(['c2sp.org/tlog-proof@v1', 'index 73894']);
    expect(readLogProof(text)).toEqual(proof);
    expect(readLogProof(text.replace('index', 'extra YWdl\nindex'))).toEqual(proof);
  });

  it.each([
    ['another header', printLogProof(proof).replace('@v1', '@v2')],
    ['no index', printLogProof(proof).replace('index 73894\n', '')],
    ['a sign', printLogProof(proof).replace('index 7', 'index -7')],
    ['half a hash', printLogProof(proof).replace('AQEBAQEB', '')],
  ])('is refused with %s', (_what, text) => {
    expect(() => readLogProof(text)).toThrow(RangeError);
  });
});
