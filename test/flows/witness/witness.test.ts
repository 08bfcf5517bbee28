import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { stoppedClock } from '../../../src/base/index.ts';
import { findCosignature, readSignedNote } from '../../../src/merkle/index.ts';
import {
  addCosignature,
  keepWitnessedHead,
  openWitnessing,
  prepareHeadRequest,
  readWitnessedHeads,
  type WitnessPolicy,
} from '../../../src/witness/index.ts';
import { makeLog, makeWitness, type MadeLog, openLogReader } from '../../world/make-log.ts';
import { serveWitness, type ServingWitness } from './open-witness-server.ts';

const HOUR_MS = 3_600_000;
const byFile = makeWitness('witness.test/three');
let log: MadeLog;
let one: ServingWitness;
let two: ServingWitness;
let folder: string;
beforeEach(async () => {
  log = makeLog(300);
  one = await serveWitness('witness.test/one', [log.signer.key]);
  two = await serveWitness('witness.test/two', [log.signer.key]);
  folder = await mkdtemp(join(tmpdir(), 'lukou-witnessed-'));
});
afterEach(async () => {
  await Promise.all([one.close(), two.close(), rm(folder, { recursive: true })]);
});

const post = (to: ServingWitness, body: string) =>
  fetch(new URL('add-checkpoint', to.url), { method: 'POST', body });

async function requestOf(of: MadeLog, knownSize: number): Promise<string> {
  const reader = openLogReader(of);
  return prepareHeadRequest(reader, (await reader.readHead(of.log))!, knownSize);
}

/** Another history of the same log, under the same key. */
function forkOf(of: MadeLog, size: number): MadeLog {
  const fork = makeLog(0, of.log, of.signer);
  fork.append(...Array.from({ length: size }, () => ({ requestId: 'another' })));
  return fork;
}

describe('A witness', () => {
  it('cosigns what extends all that it has cosigned, and says what it knows otherwise', async () => {
    const first = await post(one, await requestOf(log, 0));
    expect(first.status).toBe(200);
    const cosigned = readSignedNote(`${log.headAt(300).split('\n\n')[0]}\n\n${await first.text()}`);
    expect(findCosignature(cosigned, one.key)).toBeGreaterThan(1_700_000_000);
    log.append({}, {});
    const conflict = await post(one, await requestOf(log, 0));
    expect([conflict.status, conflict.headers.get('content-type'), await conflict.text()]).toEqual([
      409,
      'text/x.tlog.size',
      '300\n',
    ]);
    expect((await post(one, await requestOf(log, 300))).status).toBe(200);
    expect((await post(one, await requestOf(log, 302))).status).toBe(200);
    expect(one.conflicts).toEqual([]);
  });

  it('keeps the evidence of another history, and does not cosign it', async () => {
    await post(one, await requestOf(log, 0));
    const fork = forkOf(log, 310);
    expect((await post(one, await requestOf(fork, 300))).status).toBe(422);
    expect((await post(one, await requestOf(forkOf(log, 300), 300))).status).toBe(409);
    expect(one.conflicts).toHaveLength(2);
  });

  it('remembers after a crash what it has cosigned, in files for its owner alone', async () => {
    await post(one, await requestOf(log, 0));
    const again = await one.reopen();
    expect(again.vkey).toBe(one.witness.vkey);
    expect(await again.addCheckpoint(await requestOf(forkOf(log, 301), 0))).toEqual({
      status: 409,
      body: '300\n',
    });
    for (const file of ['witness-key.json', 'cosigned.json'])
      expect((await stat(join(one.folder, file))).mode & 0o777).toBe(0o600);
  });

  it('answers nothing before the head is on disk', async () => {
    one.fault = new Error('no space left');
    expect((await post(one, await requestOf(log, 0))).status).toBe(500);
    expect(one.faults).toEqual([one.fault]);
    one.fault = null;
    expect((await post(one, await requestOf(log, 0))).status).toBe(200);
  });

  it('does not go on where its state is damaged', async () => {
    await post(one, await requestOf(log, 0));
    const path = join(one.folder, 'cosigned.json');
    await writeFile(path, (await readFile(path, 'utf8')).slice(0, 40));
    await expect(one.reopen()).rejects.toMatchObject({ code: 'WITNESS_STATE_LOST' });
  });

  it('does not begin anew where its state is gone', async () => {
    await post(one, await requestOf(log, 0));
    await rm(join(one.folder, 'cosigned.json'));
    await expect(one.reopen()).rejects.toMatchObject({ code: 'WITNESS_STATE_LOST' });
    expect((await post(one, await requestOf(forkOf(log, 310), 0))).status).toBe(500);
    expect(one.faults).toEqual([expect.objectContaining({ code: 'WITNESS_STATE_LOST' })]);
  });

  it('cosigns one of two histories that come at the same time', async () => {
    const bodies = await Promise.all([requestOf(log, 0), requestOf(forkOf(log, 300), 0)]);
    const statuses = await Promise.all(bodies.map(async (body) => (await post(one, body)).status));
    expect(statuses.toSorted((a, b) => a - b)).toEqual([200, 409]);
  });

  it('is one witness in two processes: what the one has cosigned binds the other', async () => {
    const signing = await one.reopen();
    expect((await post(one, await requestOf(log, 0))).status).toBe(200);
    expect(await signing.addCheckpoint(await requestOf(forkOf(log, 310), 0))).toEqual({
      status: 409,
      body: '300\n',
    });
    const bodies = await Promise.all([requestOf(forkOf(log, 310), 300), requestOf(log, 300)]);
    const [fork, own] = await Promise.all([
      signing.addCheckpoint(bodies[0]),
      one.witness.addCheckpoint(bodies[1]),
    ]);
    expect([fork.status, own.status]).toEqual([422, 200]);
  });

  it('answers nothing else', async () => {
    expect((await fetch(one.url)).status).toBe(404);
    expect((await post(one, 'x'.repeat(70_000))).status).toBe(413);
    expect((await post(one, 'hello')).status).toBe(400);
  });
});

describe('A gateway that has its log witnessed', () => {
  const messages: string[] = [];
  beforeEach(() => messages.splice(0));

  const policyOf = (...witnesses: readonly (readonly [ServingWitness, URL?])[]): WitnessPolicy => ({
    quorum: witnesses.length,
    unwitnessedHours: 4,
    everySeconds: 3_600,
    witnesses: witnesses.map(([{ key }, url]) => ({ key, url })),
  });
  const atHour = (hours: number) =>
    stoppedClock(new Date(Date.UTC(2026, 2, 2) + hours * HOUR_MS).toISOString());
  const openAt = (hours: number, policy: WitnessPolicy, of = log) =>
    openWitnessing({
      policy,
      reader: openLogReader(of),
      log: of.log,
      origin: of.origin,
      path: join(folder, 'gateway.witnessed'),
      clock: atHour(hours),
      onMessage: (message) => messages.push(message),
    });

  it('has no trouble once all of the quorum have seen it, however old its records are', async () => {
    const witnessing = await openAt(100, policyOf([one, one.url], [two, two.url]));
    expect(witnessing.trouble).toBeNull();
    log.append({});
    await witnessing.look();
    expect(Object.values(await readWitnessedHeads(join(folder, 'gateway.witnessed')))).toEqual([
      expect.stringContaining('\n301\n'),
      expect.stringContaining('\n301\n'),
    ]);
    expect([witnessing.trouble, messages]).toEqual([null, []]);
    await witnessing.close();
  });

  it('stops when its oldest record that too few have seen is older than the policy allows', async () => {
    const nowhere = new URL('http://127.0.0.1:9/');
    const within = await openAt(3.9, policyOf([one, one.url], [two, nowhere]));
    expect(within.trouble).toBeNull();
    expect(messages.join()).toMatch(/^witness witness.test\/two: /);
    await within.close();
    const late = await openAt(4.1, policyOf([one, one.url], [two, nowhere]));
    expect(late.trouble).toMatchObject({
      code: 'AUDIT_UNAVAILABLE',
      message: expect.stringMatching(
        /Fewer than 2 witnesses have seen what was recorded since 2026-03-02T00:00:00/,
      ),
    });
    await late.close();
    const quorumOfOne = await openAt(4.1, { ...policyOf([one, one.url], [two, nowhere]), quorum: 1 });
    expect(quorumOfOne.trouble).toBeNull();
    await quorumOfOne.close();
  });

  it('stops in time also where its records are of a clock that was ahead', async () => {
    let hours = -10;
    const witnessing = await openWitnessing({
      policy: policyOf([one, new URL('http://127.0.0.1:9/')]),
      reader: openLogReader(log),
      log: log.log,
      origin: log.origin,
      path: join(folder, 'gateway.witnessed'),
      clock: { nowMs: () => Date.UTC(2026, 2, 2) + hours * HOUR_MS },
      onMessage: (message) => messages.push(message),
    });
    hours = -7;
    await witnessing.look();
    expect(witnessing.trouble).toBeNull();
    hours = -5.9;
    await witnessing.look();
    expect(witnessing.trouble).toMatchObject({ code: 'AUDIT_UNAVAILABLE' });
    await witnessing.close();
  });

  it('goes on when the witness is back', async () => {
    const witnessing = await openAt(5, policyOf([one, two.url]));
    // The other witness’s cosignature is not this one’s.
    expect(witnessing.trouble).toMatchObject({ code: 'AUDIT_UNAVAILABLE' });
    await witnessing.close();
    const back = await openAt(5, policyOf([one, one.url]));
    expect(back.trouble).toBeNull();
    await back.close();
  });

  it.each([
    ['longer', 310],
    ['as long', 300],
    ['shorter', 200],
  ])('names the witness that has cosigned another history, which was %s', async (_what, size) => {
    await post(one, await requestOf(forkOf(log, size), 0));
    const witnessing = await openAt(0, policyOf([one, one.url]));
    expect(witnessing.trouble).toMatchObject({
      code: 'LOG_SPLIT_VIEW',
      kind: 'fatal',
      message: expect.stringMatching(/witness is witness.test\/one/),
    });
    await witnessing.close();
  });

  it.each([
    ['longer', 200],
    ['as long', 300],
    ['shorter', 400],
  ])(
    'stops where what a witness has cosigned by file is another history, which was %s',
    async (_what, size) => {
      const { body } = await one.witness.addCheckpoint(await requestOf(forkOf(log, 300), 0));
      const cosigned = addCosignature(readSignedNote(forkOf(log, 300).headAt(300)), body, one.key);
      await keepWitnessedHead(join(folder, 'gateway.witnessed'), one.key, cosigned);
      const witnessing = await openAt(0, policyOf([one]), makeLog(size, log.log, log.signer));
      expect(witnessing.trouble).toMatchObject({ code: 'LOG_SPLIT_VIEW' });
      await witnessing.close();
    },
  );

  it('does not count a head of another log', async () => {
    const other = makeLog(400, 'other');
    const cosigned = other.headAt(400, [byFile]);
    await keepWitnessedHead(join(folder, 'gateway.witnessed'), byFile.key, cosigned);
    const policy = { ...policyOf([one]), witnesses: [{ key: byFile.key, url: undefined }] };
    const witnessing = await openAt(5, policy);
    expect(witnessing.trouble).toMatchObject({ code: 'AUDIT_UNAVAILABLE' });
    await witnessing.close();
  });

  it('lets the clock run where it cannot even look', async () => {
    let hours = 0;
    const clock = { nowMs: () => Date.UTC(2026, 2, 2) + hours * HOUR_MS };
    const path = join(folder, 'gateway.witnessed');
    const witnessing = await openWitnessing({
      policy: { ...policyOf([one, one.url]), everySeconds: 0.02 },
      reader: openLogReader(log),
      log: log.log,
      origin: log.origin,
      path,
      clock,
      onMessage: (message) => messages.push(message),
    });
    expect(witnessing.trouble).toBeNull();
    await writeFile(path, 'damaged', { mode: 0o600 });
    while (messages.length === 0) await setTimeout(10);
    expect(messages[0]).toMatch(/witness gateway: .*is damaged/);
    expect(witnessing.trouble).toBeNull();
    hours = 4.1;
    expect(witnessing.trouble).toMatchObject({ code: 'AUDIT_UNAVAILABLE' });
    await witnessing.close();
  });

  it('loses no cosignature where several come at once, from several processes', async () => {
    const path = join(folder, 'gateway.witnessed');
    const many = Array.from({ length: 8 }, (_, at) => makeWitness(`witness.test/${at}`));
    await Promise.all(
      many.map((witness) => keepWitnessedHead(path, witness.key, log.headAt(300, [witness]))),
    );
    expect(Object.keys(await readWitnessedHeads(path))).toHaveLength(8);
  });

  it('counts what came by file', async () => {
    const policy = policyOf([one, one.url], [two]);
    const before = await openAt(5, policy);
    expect(before.trouble).toMatchObject({ code: 'AUDIT_UNAVAILABLE' });
    const request = await requestOf(log, 0);
    const { status, body } = await two.witness.addCheckpoint(request);
    expect(status).toBe(200);
    const cosigned = addCosignature(readSignedNote(log.headAt(300)), body, two.key);
    await keepWitnessedHead(join(folder, 'gateway.witnessed'), two.key, cosigned);
    await before.look();
    expect(before.trouble).toBeNull();
    await before.close();
  });
});
