import { stoppedClock } from '../../../src/base/index.ts';
import { readReleasePackage } from '../../../src/classification/index.ts';
import { makeRelease } from '../../../src/register/index.ts';
import { PEOPLE, REGISTER } from './people.ts';

const clock = stoppedClock('2026-03-01T17:00:00.000Z');
const hands = PEOPLE.slice(0, 2).map(({ person, key }) => ({
  person: person.name,
  keyId: person.keyId,
  key,
}));
const DECISION = { reference: '密解〔2026〕3号', authority: '市保密局', decidedOn: '2026-03-01' };

interface Change {
  readonly decision?: Partial<typeof DECISION>;
  readonly expiresAt?: string;
  readonly text?: string;
  readonly name?: string;
}

const make = ({ decision, expiresAt = '2026-04-01T00:00:00+08:00', text, name }: Change = {}) =>
  makeRelease(
    {
      register: REGISTER,
      extract: { name: name ?? 'roads.csv', content: Buffer.from(text ?? 'code\n150702\n') },
      decision: { ...DECISION, ...decision },
      expiresAt,
    },
    [hands[0]!, hands[1]!],
    clock,
  );

const readAgain = (made: object) => readReleasePackage(Buffer.from(JSON.stringify(made)));

describe('a release', () => {
  it('says when it expires in UTC, and nothing that is not signed', () => {
    const { statement } = make({ decision: { authority: ' 市保密局 ' } });
    expect(statement).toMatchObject({
      expiresAt: '2026-03-31T16:00:00.000Z',
      decision: { authority: '市保密局' },
    });
    expect(readAgain(make()).statement).toEqual(expect.objectContaining({ register: REGISTER }));
  });

  it.each([
    ['of tomorrow', '2026-03-03', /decidedOn: no decision is taken after the package/],
    ['of no day', '2026-02-30', /decidedOn: write a day of the calendar/],
    ['of no date', 'yesterday', /decidedOn: write a day of the calendar/],
    ['of an instant', '2026-03-01T00:00:00Z', /decidedOn: write a day of the calendar/],
  ])('on a decision %s is not made', (_what, decidedOn, message) => {
    expect(() => make({ decision: { decidedOn } })).toThrow(message);
  });

  it('on a decision of the day is made: that day begins at +08:00', () => {
    expect(make({ decision: { decidedOn: '2026-03-02' } }).statement.decision.decidedOn).toBe('2026-03-02');
  });

  it.each([
    ['without an offset', '2026-04-01T00:00:00', /expiresAt: write an instant with its offset/],
    ['on a day', '2026-04-01', /expiresAt: write an instant with its offset/],
    ['never', 'never', /expiresAt: write an instant with its offset/],
    ['on a day that is none', '2026-02-30T00:00:00Z', /expiresAt: write an instant with its offset/],
    ['when it is made', '2026-03-02T01:00:00+08:00', /expiresAt: a package expires after it was made/],
    ['before', '2026-03-01T00:00:00Z', /expiresAt: a package expires after it was made/],
  ])('that expires %s is not made', (_what, expiresAt, message) => {
    expect(() => make({ expiresAt })).toThrow(message);
  });

  it.each([
    ['a mark', { text: 'code\n机密★1年\n' }, /secrecy mark stands in the extract/],
    ['a control character', { text: 'code\n1\u0000\n' }, /control character stands in the extract \(at 6\)/],
    ['a name that is a path', { name: '../roads.csv' }, /extract.name/],
    ['no reference', { decision: { reference: ' ' } }, /decision.reference/],
  ])('with %s is not made', (_what, change, message) => {
    expect(() => make(change)).toThrow(message);
  });

  it('is read by the rules that it was made by', () => {
    const made = make();
    const { statement } = made;
    const decision = { ...statement.decision, decidedOn: '2026-03-03' };
    expect(() => readAgain({ ...made, statement: { ...statement, decision } })).toThrow(
      /decidedOn: no decision is taken after/,
    );
    expect(() => readAgain({ ...made, statement: { ...statement, expiresAt: statement.madeAt } })).toThrow(
      /expiresAt: a package expires after/,
    );
    expect(() =>
      readAgain({ ...made, statement: { ...statement, expiresAt: '2026-04-01T00:00:00.000' } }),
    ).toThrow(/expiresAt/);
    expect(readAgain(made)).toEqual(made);
  });
});
