import { sign } from 'node:crypto';
import { releaseBytes, type ReleaseStatement } from '../../../src/classification/index.ts';
import {
  type CarrierEvent,
  makePersonKey,
  openPersonKey,
  type Person,
  signDestruction,
} from '../../../src/register/index.ts';

/** Cheap on purpose: what keys cost is not what these tests are about. */
export const LOW_COST = { cost: 1 << 14, blockSize: 8 } as const;
export const REGISTER = '0190f3a2-7c1e-7b42-9d55-0a1b2c3d4e5f';

/** Three persons with their keys open. */
export const PEOPLE = ['王敏', '李强', '赵云'].map((name) => {
  const person: Person = { name, ...makePersonKey(`secret of ${name}`, LOW_COST) };
  return { person, key: openPersonKey(person, `secret of ${name}`, LOW_COST) };
});

type Release = Extract<CarrierEvent, { kind: 'release' }>;

const STATEMENT: ReleaseStatement = {
  id: '0190f3a2-7c1e-7b42-9d55-0a1b2c3d4e01',
  register: REGISTER,
  madeAt: '2026-03-02T00:00:00.000Z',
  expiresAt: '2026-04-01T00:00:00.000Z',
  decision: { reference: '密解〔2026〕3号', authority: '市保密局', decidedOn: '2026-03-01' },
  extract: { name: 'roads.csv', bytes: 12, sha256: '1'.repeat(64) },
};

/** A release whose package two of {@link PEOPLE} signed, who may be one and the same. */
export function signedRelease(
  carrier: string,
  first: number,
  second: number,
  change: Partial<ReleaseStatement> = {},
): Release {
  const statement = { ...STATEMENT, ...change };
  const signedBy = (at: number) => ({
    person: PEOPLE[at]!.person.name,
    signature: sign(null, releaseBytes(statement), PEOPLE[at]!.key).toString('base64'),
  });
  return {
    kind: 'release',
    carrier,
    statement,
    packageSha256: '2'.repeat(64),
    signatures: [signedBy(first), signedBy(second)],
  };
}

export type Destruction = Extract<CarrierEvent, { kind: 'destroy' }>;

/** A destruction signed by two of {@link PEOPLE}, who may be one and the same. */
export function signedDestruction(carrier: string, first: number, second: number): Destruction {
  const plain = { kind: 'destroy', carrier, method: '粉碎', place: '销毁中心' } as const;
  const hands = [PEOPLE[first]!, PEOPLE[second]!] as const;
  const persons = [hands[0].person.name, hands[1].person.name] as const;
  const signedBy = (at: 0 | 1) => ({
    person: persons[at],
    signature: signDestruction(REGISTER, plain, persons, hands[at].key),
  });
  return { ...plain, signatures: [signedBy(0), signedBy(1)] };
}
