import { createNoteKey, ED25519_COSIGNATURE, printNoteKey } from '../../../src/merkle/index.ts';
import { witnessPolicySchema } from '../../../src/witness/index.ts';
import { makeSigner, makeWitness } from '../../world/make-log.ts';

const { vkey, key } = makeWitness('witness.test/one');
const renamed = printNoteKey(createNoteKey('witness.test/two', key.publicKey, ED25519_COSIGNATURE));
const witnesses = [{ key: vkey, url: 'https://witness.test' }];

const complaintsAbout = (file: object): string =>
  (witnessPolicySchema.safeParse(file).error?.issues ?? [])
    .map(({ path, message }) => `${path.join('.')}: ${message}`)
    .join('; ');

it('A policy gives four hours unless it says otherwise', () => {
  expect(complaintsAbout({ quorum: 1, witnesses })).toBe('');
  expect(witnessPolicySchema.parse({ quorum: 1, witnesses })).toMatchObject({
    quorum: 1,
    unwitnessedHours: 4,
  });
});

it.each([
  [
    '0 hours, which would be never',
    { quorum: 1, unwitnessedHours: 0, witnesses },
    /unwitnessedHours: 0 would be/,
  ],
  [
    'a witness on another machine without https',
    { quorum: 1, witnesses: [{ key: vkey, url: 'http://witness.test' }] },
    /url: a witness on another machine is reached by https/,
  ],
  ['an address that is none', { quorum: 1, witnesses: [{ key: vkey, url: 'nowhere' }] }, /url: Invalid URL/],
  ['a quorum of more than there are', { quorum: 2, witnesses }, /quorum: there are fewer witnesses/],
  [
    'one witness counted twice',
    { quorum: 2, witnesses: [...witnesses, ...witnesses] },
    /quorum: there are fewer/,
  ],
  [
    'one witness beside another, counted twice',
    { quorum: 2, witnesses: [...witnesses, ...witnesses, { key: makeWitness('witness.test/two').vkey }] },
    /witnesses: a witness stands twice/,
  ],
  [
    'one key under two names',
    { quorum: 2, witnesses: [...witnesses, { key: renamed }] },
    /witnesses: a witness stands twice.*fewer/,
  ],
  ['no quorum', { witnesses }, /quorum: /],
  ['a word that it does not know', { quorum: 1, quorom: 1, witnesses }, /quorom/],
  [
    'the key of a log',
    { quorum: 1, witnesses: [{ key: makeSigner('lukou.test/gateway').vkey }] },
    /is the key of a log/,
  ],
  ['a damaged key', { quorum: 1, witnesses: [{ key: vkey.replace('one', 'two') }] }, /has the id/],
  ['another protocol', { quorum: 1, witnesses: [{ key: vkey, url: 'file:///etc' }] }, /url/],
])('A policy is refused with %s', (_what, file, complaint) => {
  expect(complaintsAbout(file)).toMatch(complaint);
});
