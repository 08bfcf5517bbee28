import { spawn, type ChildProcess } from 'node:child_process';
import { chownSync, closeSync, mkdtempSync, openSync, statSync } from 'node:fs';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { LukouError } from '../../base/index.ts';
import { mayEnter, runAs, type ServerAccount } from './account.ts';
import { findPostmasterFile } from './find-running-server.ts';

/** A database server that lives as long as this process at most. */
export interface LaunchedServer {
  readonly socketFolder: string;
  readonly pid: number;
  /** Settles when the server has ended, wanted or not. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

/** What {@link launchServer} needs to know. */
export interface Launch {
  readonly programs: string;
  readonly folder: string;
  readonly logFile: string;
  readonly account: ServerAccount | null;
  readonly durable: boolean;
  readonly onMessage: (message: string) => void;
}

// The server hangs on a pipe that only this process holds open. However the process ends, the pipe closes and the
// reader sends SIGINT (fast shutdown): no orphan. `detached` keeps Ctrl-C away from it, so that Node can still write.
const LIFELINE = `
trap '' HUP INT TERM PIPE
socket=$1; shift
exec 3<&0 </dev/null
"$@" >&2 3<&- &
server=$!
( while read -r _ <&3; do :; done; kill -INT "$server" ) >/dev/null 2>&1 &
reader=$!
exec 3<&-
echo "$server"
exec >&2
wait "$server"
status=$?
kill -KILL "$reader" 2>/dev/null
rm -rf "$socket"
exit "$status"
`;

const STOP_PATIENCE_MS = 20_000;
const SLOW_START_MS = 5_000;
const LOG_LIMIT_BYTES = 1_000_000;
// A socket's whole path may have 107 characters on Linux, 103 on macOS.
const LONGEST_TEMPORARY_FOLDER = 70;

/** Starts the server on its folder and returns when it takes connections. */
export async function launchServer(launch: Launch): Promise<LaunchedServer> {
  const socketFolder = makeSocketFolder(launch.account);
  const child = spawnLifeline(launch, socketFolder);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const pid = await readServerPid(child, launch);
  await untilReady(launch, pid, child);
  // A command that ends without closing the database must not hang on it: the pipe closes with the process.
  child.unref();
  (child.stdin as Socket).unref();
  return {
    socketFolder,
    pid,
    ended,
    async stop() {
      child.ref();
      child.stdin!.end();
      const patience = new AbortController();
      const impatient = sleep(STOP_PATIENCE_MS, undefined, { signal: patience.signal }).then(
        () => process.kill(pid, 'SIGQUIT'),
        () => undefined,
      );
      await ended;
      patience.abort();
      await impatient;
    },
  };
}

function makeSocketFolder(account: ServerAccount | null): string {
  const parent =
    [tmpdir(), '/tmp'].find(
      (folder) => folder.length <= LONGEST_TEMPORARY_FOLDER && mayEnter(folder, account),
    ) ?? '/tmp';
  const folder = mkdtempSync(join(parent, 'lukou-'));
  if (account !== null) chownSync(folder, account.uid, account.gid);
  return folder;
}

function spawnLifeline(launch: Launch, socketFolder: string): ChildProcess {
  const tooLong = (statSync(launch.logFile, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT_BYTES;
  const log = openSync(launch.logFile, tooLong ? 'w' : 'a', 0o600);
  try {
    const server = [
      join(launch.programs, 'bin', 'postgres'),
      '-D',
      launch.folder,
      ...serverSettings(launch, socketFolder),
    ];
    return spawn('/bin/sh', ['-c', LIFELINE, 'lukou-database', socketFolder, ...server], {
      ...runAs(launch.account),
      detached: true,
      env: { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C' },
      stdio: ['pipe', 'pipe', log],
    });
  } finally {
    closeSync(log);
  }
}

function serverSettings(launch: Launch, socketFolder: string): string[] {
  const durable = launch.durable ? 'on' : 'off';
  const settings = {
    listen_addresses: '',
    unix_socket_directories: socketFolder,
    unix_socket_permissions: '0700',
    fsync: durable,
    full_page_writes: durable,
    synchronous_commit: durable,
    password_encryption: 'scram-sha-256',
    max_connections: launch.durable ? '100' : '200',
    log_checkpoints: 'off',
    // Errors quote rows and statements: nothing below LOG is written, and no statement with it.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_parameter_max_length: '0',
    log_parameter_max_length_on_error: '0',
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

function readServerPid(child: ChildProcess, launch: Launch): Promise<number> {
  return new Promise((resolve, reject) => {
    child.stdout!.once('data', (line) => {
      resolve(Number(String(line)));
      child.stdout!.destroy();
    });
    child.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        new LukouError(
          'DATABASE_UNSUITABLE',
          `/bin/sh could not be started (${error.code ?? error.message}).`,
        ),
      ),
    );
    child.once('exit', () => reject(endedEarly(launch)));
  });
}

function endedEarly(launch: Launch): LukouError {
  return new LukouError(
    'DATABASE_UNSUITABLE',
    `The database server on ${launch.folder} ended while it was starting. Its reasons are at the end of ${launch.logFile}.`,
  );
}

async function untilReady(launch: Launch, pid: number, child: ChildProcess): Promise<void> {
  const slowAtMs = performance.now() + SLOW_START_MS;
  let told = false;
  for (;;) {
    const note = findPostmasterFile(launch.folder);
    if (note?.pid === pid && note.ready) return;
    if (child.exitCode !== null || child.signalCode !== null) throw endedEarly(launch);
    if (!told && performance.now() > slowAtMs) {
      told = true;
      launch.onMessage(
        'The database is still starting: it repeats what was not yet in its files when it ended last.',
      );
    }
    await sleep(10);
  }
}
