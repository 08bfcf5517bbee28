import { readSignedNote } from '../../../src/merkle/index.ts';
import { findCosignedHead } from '../../../src/witness/index.ts';
import { makeLog, makeWitness, type NoteSigner } from '../../world/make-log.ts';

const log = makeLog(20);
const [one, two, three] = [
  makeWitness('witness.test/one'),
  makeWitness('witness.test/two'),
  makeWitness('w.test/3'),
];
const kept = (...seen: readonly (readonly [NoteSigner, number])[]) =>
  Object.fromEntries(
    seen.map(([witness, size]) => [`${witness.key.name}+${witness.key.id}`, log.headAt(size, [witness])]),
  );
const namesOn = (note: string): readonly string[] => readSignedNote(note).signatures.map(({ name }) => name);

it('The newest cosigned head carries the log’s line once and those of all who cosigned it, and no others', () => {
  const found = findCosignedHead(kept([one, 20], [two, 20], [three, 12]), log.origin)!;
  expect(namesOn(found.note)).toEqual([log.origin, one.key.name, two.key.name]);
  expect(found).toMatchObject({ size: 20, cosignedAtMs: Date.UTC(2026, 2, 2, 1) });
});

it('Where nobody has cosigned, or another log only, there is none', () => {
  expect(findCosignedHead({}, log.origin)).toBeNull();
  expect(findCosignedHead(kept([one, 20]), 'lukou.test/other')).toBeNull();
});
