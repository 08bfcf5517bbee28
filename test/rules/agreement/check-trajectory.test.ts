import { complaintOf, draft, permit, permitWith, type Draft } from './fixture.ts';

function tokened(time: Draft, place: Draft[]): Draft {
  return draft({
    permission: [
      permitWith({ mask: { fn: 'token', domain: 'vehicle' } }, 'p1', 'read', 'Passage.plate'),
      { ...permit('p2', 'read', 'Passage.at'), ...time },
      ...place,
    ],
    rows: { Passage: 'all', Camera: 'all' },
  });
}

const byCamera = [permit('p3', 'read', 'Passage.camera')];
const throughCamera = [permit('p3', 'read', 'Camera.id', 'Camera.passages')];

it.each([
  ['exact time and the place in the row', {}, byCamera],
  ['exact time and the place above the row', {}, throughCamera],
  ['a quarter of an hour and the place', { mask: { fn: 'time.bucket', d: 'PT15M' } }, byCamera],
])('a token with %s is a trajectory, and refused', (_, time, place) => {
  expect(complaintOf(tokened(time, place))).toMatch(
    /p1: the token of Passage\.plate with Passage\.at and .* is a trajectory/,
  );
});

it.each([
  ['the hour and the place', { mask: { fn: 'time.bucket', d: 'PT1H' } }, byCamera],
  ['exact time and no place', {}, []],
])('a token with %s passes', (_, time, place) => {
  expect(complaintOf(tokened(time, place))).toBe('');
});
