import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Command } from 'commander';
import { systemClock } from '../../../src/base/index.ts';
import {
  buildAgreementCommand,
  buildAuditCommand,
  buildIngestCommand,
  buildWarnCommand,
  createProgress,
} from '../../../src/cli/index.ts';
import { readConfig } from '../../../src/config.ts';
import {
  type DeskParts,
  judgeDraft,
  openAgreementDesk,
  openAuditDesk,
  openIngestDesk,
  openRaiseDesk,
  openRetentionDesk,
} from '../../../src/wiring/index.ts';
import { type LiveWorld, openLiveWorld } from '../../flows/stream/live-world.ts';
import { createTestDatabase } from '../../postgres/database.ts';
import { signAgreements } from '../../world/sign-agreements.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');

/** In its place the police and the transport centre sign one in winter-closure.md. */
const NOT_YET = 'transport-centre-to-traffic-police.yaml';

/** Before the first story. */
const BEGIN = '2026-01-01T00:00:00+08:00';

/** What stories are played on: a gateway over an empty database, and a folder to work in. */
export interface Stage {
  readonly world: LiveWorld;
  /** Where commands are typed: the files of the pages, `docs/scenarios/`, `agreements/` and the stewards' `keys/` lie here. */
  readonly folder: string;
  openProgram(): Command;
  /** Sets the clock of the gateway and of the commands. */
  moveTo(instant: string): void;
  close(): Promise<void>;
}

/** Opens the stage; its clock stands still, and `Date.now` of this process with it. */
export async function openStage(): Promise<Stage> {
  let nowMs = Date.parse(BEGIN);
  const now = jest.spyOn(Date, 'now').mockImplementation(() => nowMs);
  const folder = await mkdtemp(join(tmpdir(), 'lukou-stage-'));
  const agreements = join(folder, 'agreements');
  const keys = { folder: join(folder, 'keys'), list: join(folder, 'keys.yaml') };
  const adapters = join(folder, 'docs', 'scenarios');
  await cp(join(ROOT, 'docs', 'scenarios'), adapters, { recursive: true });
  await cp(join(ROOT, 'agreements'), agreements, { recursive: true });
  await rm(join(agreements, NOT_YET));
  await signAgreements(agreements, keys);
  const settings = {
    LUKOU_AGREEMENTS: agreements,
    LUKOU_AGENCY_KEYS: keys.list,
    LUKOU_DELIVERIES: `gat1400-passages,${join(adapters, 'road-reports.yaml')}`,
  };
  const database = await createTestDatabase();
  const world = await openLiveWorld(settings, { database, clock: systemClock });
  const config = readConfig({ ...settings, LUKOU_DATA: dirname(world.logFolder) });
  const desk: DeskParts = {
    readConfig: () => config,
    production: false,
    joinDatabase: async () => ({ ...database, [Symbol.asyncDispose]: async () => undefined }),
    onMessage: () => undefined,
  };
  const judge = (draft: string, since: Date) => judgeDraft(database, draft, agreements, since);
  return {
    world,
    folder,
    openProgram: () =>
      new Command('lukou')
        .addCommand(buildIngestCommand(openIngestDesk(desk)))
        .addCommand(buildWarnCommand(openRaiseDesk(desk)))
        .addCommand(
          buildAgreementCommand(openAgreementDesk(() => agreements, systemClock, judge, createProgress())),
        )
        .addCommand(
          buildAuditCommand([], {
            ...openAuditDesk({ ...desk, productVersion: '0' }),
            retention: openRetentionDesk(desk),
          }),
        ),
    moveTo: (instant) => {
      nowMs = Date.parse(instant);
    },
    async close() {
      await world.close();
      await rm(folder, { recursive: true });
      now.mockRestore();
    },
  };
}
