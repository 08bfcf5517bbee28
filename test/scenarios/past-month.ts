import { holdCase } from '../../src/request/index.ts';
import { createCaseRegister, createHoldDesk, deriveKey } from '../../src/storage/index.ts';
import { hashSubject } from '../../src/masking/index.ts';
import { insertRecords, PLAIN_ENTRY, type ToldRecord } from '../world/insert-records.ts';
import { stoppedClock } from '../../src/base/index.ts';
import { type World, WORLD_NOW } from '../world/open-world.ts';

/** Derived from the secret of every world. */
const KEY = deriveKey(Buffer.alloc(32, 2), 'subjects v1 epoch 1');
const subjectOf = (plate: string): string => hashSubject(KEY, 'PLATE', plate)!;
const PLATE = subjectOf('蒙E12345');
const PUBLIC_SAFETY = 'urn:agr:hlbe:police-own:0006@1#p1';

const police = { ...PLAIN_ENTRY.actor, pseudonym: 'p1_officer' };
const night = { ...PLAIN_ENTRY.actor, pseudonym: 'p1_night-owl' };
const centre = {
  ...PLAIN_ENTRY.actor,
  agency: 'AG-TRANSPORT-CENTRE',
  role: 'partner',
  pseudonym: 'p1_centre',
};

function plateRead(at: string, change: Partial<ToldRecord> = {}): ToldRecord {
  return {
    at,
    actor: police,
    purpose: { code: 'PUBLIC_SAFETY', caseReference: null },
    fields: [['CheckpointPassage.plateNo', 'allow', PUBLIC_SAFETY]],
    subjects: [PLATE],
    maxSensitivity: 'SENSITIVE',
    ...change,
  };
}

const forCase = (caseReference: string) => ({ purpose: { code: 'PUBLIC_SAFETY', caseReference } });

const FEBRUARY: readonly ToldRecord[] = [
  plateRead('2026-02-03T09:12:00+08:00', forCase('A-2026-0107')),
  plateRead('2026-02-04T15:40:00+08:00'),
  plateRead('2026-02-05T10:00:00+08:00', {
    actor: centre,
    fields: [['CheckpointPassage.plateNo', 'mask:plate.region', 'urn:agr:hlbe:police-transport:0007@3#p2']],
  }),
  // Under a hold: whoever asks who looked at the vehicle is not told.
  plateRead('2026-02-09T11:30:00+08:00', forCase('A-2026-0215')),
  plateRead('2026-02-20T16:05:00+08:00', {
    stage: 'DENY',
    result: { ...PLAIN_ENTRY.result, rows: 0, code: 'UNAUTHORIZED_ARGUMENT' },
    fields: [['CheckpointPassage.plateNo', 'match:deny:CASE_REQUIRED', 'default']],
    subjects: [],
  }),
  ...Array.from({ length: 24 }, (_none, n) =>
    plateRead(new Date(Date.parse('2026-02-14T22:10:00+08:00') + n * 17 * 60_000).toISOString(), {
      actor: night,
      ...forCase('A-2026-0107'),
      subjects: [subjectOf(`蒙E9${String(n).padStart(4, '0')}`)],
    }),
  ),
];

/** A month of questions in the log of a world, and one of its cases under a hold. */
export async function tellPastMonth(world: World): Promise<void> {
  await insertRecords(world.database, FEBRUARY);
  const clock = stoppedClock(WORLD_NOW);
  await holdCase(
    {
      role: 'steward',
      agency: 'AG-TRAFFIC-POLICE',
      subject: 'sample-steward',
      pseudonym: 'p1_steward',
      authMethod: 'jwt',
      system: null,
      issuedAtMs: clock.nowMs(),
      expiresAtMs: clock.nowMs() + 60_000,
    },
    {
      agency: 'AG-TRAFFIC-POLICE',
      caseReference: 'A-2026-0215',
      untilMs: Date.parse('2026-06-01T00:00:00+08:00'),
    },
    {
      cases: createCaseRegister(world.database.app),
      holds: createHoldDesk(world.database.app),
      log: world.gateway.audit,
      clock,
    },
  );
}
