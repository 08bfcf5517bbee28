#!/usr/bin/env node
// @ts-check
// Checks a bundle of Lukou's disclosure log: that it holds every record from the first to the last, unchanged, as the
// log's signed heads say. Nothing else of Lukou is needed: `node audit-verify.mjs bundle.jsonl` (Node 20.12 or later).
//
// What is computed is RFC 6962 (section 2.1: leaf hash = SHA-256(00 record), node hash = SHA-256(01 left right)), and
// C2SP signed-note, tlog-checkpoint and tlog-cosignature. A bundle is JSON Lines (docs/disclosure-log.md):
//   {"lukou":"disclosure-bundle/1","logs":[origin, ...]}
//   {"log":origin,"keys":[...],"from":0,"to":1000,"size":1000,"left":[...],"right":[...],"heads":[...]}    once a log
//     records `from` to before `to`, one a line, each the exact bytes that were logged; after every 256th, and the last:
//     {"leafHashes":base64 of the hashes that the log keeps for the records since the last such line,
//      "details":[the text whose SHA-256 each of them holds as "commitment", or "" where it has none, or none any more]}
//   {"end":"disclosure-bundle/1","records":1000,"sha256":SHA-256 of all lines before this one}
// `left` and `right` are the roots of the largest complete subtrees before `from`, and from `to` to `size`.
import { createHash, createPublicKey, hash, verify } from 'node:crypto';
import { closeSync, fstatSync, openSync, readFileSync, readSync, realpathSync } from 'node:fs';
import { parseArgs } from 'node:util';

const FORM = 'disclosure-bundle/1';
const BLOCK = 256;
const LONGEST_LINE = 1 << 20;
const RECORD =
  /^\{"v":\d+,"id":"([0-9a-f-]{36})","seq":(\d+),"nonce":"[0-9a-f]{32}","time":"[^"]+","stage":"([A-Z]+)",/;
const ACT =
  /"op":\{"name":"(prune log to|erase detail to|open log|change log key)(?: ([^"\\ ]+))?","documentSha256":"?(\w+)/;
const COMMITMENT = /"src":\{"commitment":"([0-9a-f]{64})"/;
const SAY_PART = 'Say --part where you asked for a part.';

/**
 * @typedef {{ name: string, id: string, digest: string, key: import('node:crypto').KeyObject }} Key
 * @typedef {{ name: string, id: string, bytes: Buffer }} Signature
 * @typedef {{ origin: string, size: number, root: string, body: string, signatures: Signature[] }} Head
 * @typedef {{ source: string, index: number, origin?: string, id?: string, leafHash?: string, digest: string }} Receipt
 * @typedef {{ keys: Key[], witnesses: Key[], logs: string[], heads: Head[], receipts: Receipt[], part: boolean }} Expected
 * @typedef {{ id: string, stage: string, text: string, commitment: string, leafHash: string }} Logged
 * @typedef {(text: string) => unknown} Say
 * @typedef {ReturnType<typeof openLines>} Lines
 */

/** After this no more of the bundle is read. @param {string} text @returns {never} */
function fail(text) {
  throw new Error(text);
}

// Checks a whole bundle, and what the auditor holds of their own: `findings` is empty where it is whole.
/** @param {string} path @param {Expected} expected @param {(records: number, bytesRead: number, bytesTotal: number) => void} onProgress */
export function verifyBundle(path, expected, onProgress = () => undefined) {
  const [findings, notes, opened] = /** @type {[string[], string[], string[]]} */ ([[], [], []]);
  const file = openSync(path, 'r');
  const bytesTotal = fstatSync(file).size;
  let records = 0;
  try {
    const lines = openLines(file);
    const { logs } = readControl(lines.next(), { lukou: FORM, logs: [''] }, 'The first line');
    if (logs.length === 0 || new Set(logs).size < logs.length) fail('It names no log at all, or one twice.');
    const named = [...expected.receipts, ...expected.heads].flatMap(({ origin }) => origin ?? []);
    for (const origin of new Set([...expected.logs, ...expected.keys.map(({ name }) => name), ...named]))
      if (!logs.includes(origin)) findings.push(`Missing log: ${origin} is not in this bundle.`);
    for (const origin of logs) {
      /** @type {Say} */ const find = (text) => findings.push(`${origin}: ${text}`);
      /** @type {Say} */ const note = (text) => notes.push(`${origin}: ${text}`);
      const count = () => onProgress((records += 1), lines.bytesRead(), bytesTotal);
      verifyLog({ origin, find, note, opened }, lines, expected, count);
    }
    for (const origin of new Set(expected.part ? [] : opened))
      if (!logs.includes(origin)) findings.push(`Missing log: ${origin} was opened. ${SAY_PART}`);
    const digest = lines.digestSoFar();
    const end = readControl(lines.next(), { end: FORM, records: 0, sha256: '' }, 'The closing line');
    if (end.records !== records) fail(`The bundle says ${end.records} records, and holds ${records}.`);
    if (end.sha256 !== digest) fail('The bundle was changed: its closing digest does not fit.');
    if (!lines.isAtEnd()) fail('Something follows the closing line.');
  } catch (error) {
    findings.push(error instanceof Error ? error.message : String(error));
  } finally {
    closeSync(file);
  }
  return { whole: findings.length === 0, records, findings, notes };
}

/** @param {{ origin: string, find: Say, note: Say, opened: string[] }} log @param {Lines} lines @param {Expected} expected @param {() => void} onRecord */
function verifyLog({ origin, find, note, opened }, lines, expected, onRecord) {
  const shape = { log: origin, keys: [''], from: 0, to: 0, size: 0, left: [''], right: [''], heads: [''] };
  const section = readControl(lines.next(), shape, `The opening line of ${origin}`);
  const { from, to, size } = section;
  if (from > to || to > size) fail(`${origin}: records ${from} to ${to} of ${size} cannot be.`);
  const own = section.heads.map((text, at) => readHead(text, `${origin}: head ${at + 1}`));
  const heads = [...own, ...expected.heads.filter((head) => head.origin === origin)];
  const receipts = expected.receipts.filter((one) => (one.origin ?? origin) === origin);
  const promised = new Set(receipts.map(({ index }) => index));
  const tree = openTree(heads.map((head) => head.size));
  let [lost, erasedTo, block] = /** @type {[number, number, Logged[]]} */ ([-1, 0, []]);
  const [prunings, successors] = [new Set([0]), /** @type {Map<string, number>} */ (new Map())];
  tree.pushRange(from, section.left, `${origin}: "left"`);
  for (let index = from; index < to; index += 1) {
    const record = { ...readRecord(lines.next(), index, origin), leafHash: lines.hashLeaf() };
    if (promised.has(index)) verifyReceipts(receipts, index, record, find, note);
    const [, act = '', which = '', digest = ''] = ACT.exec(record.stage === 'ADMIN' ? record.text : '') ?? [];
    if (act === 'open log') opened.push(which);
    else if (act === 'prune log to') prunings.add(Number(which));
    else if (act === 'erase detail to') erasedTo = Math.max(erasedTo, Number(which) || 0);
    else if (act !== '') successors.set(digest, index);
    tree.push(0, record.leafHash);
    block.push(record);
    onRecord();
    if ((index + 1) % BLOCK !== 0 && index + 1 !== to) continue;
    lost = Math.max(lost, verifyBlock(lines.next(), block, index + 1 - block.length, origin));
    block = [];
  }
  tree.pushRange(size, section.right, `${origin}: "right"`);
  const erased = lost >= 0 && lost < erasedTo ? `; detail erased to ${erasedTo} by policy` : '';
  const pruned = from > 0 && prunings.has(from) ? `; pruned to ${from} by policy` : '';
  note(`records ${from} to before ${to} of ${size}${pruned}${erased}`);
  if (lost >= erasedTo && !expected.part) find(`the detail of record ${lost} is missing, and not erased.`);
  if (!prunings.has(from) && !expected.part) find(`records 0 to ${from - 1} are not in it. ${SAY_PART}`);
  if (to < size && !expected.part) find(`records ${to} to ${size - 1} are not in it. ${SAY_PART}`);
  const said = section.keys.map((text) => readKey(text, `${origin}: key`));
  if (expected.keys.length === 0) note(`its key, by its own word: ${section.keys.join()} (see --key)`);
  verifyHeads(heads, tree.roots, origin, { keys: expected.keys, said, successors }, find);
  if (!own.some((head) => head.size === size)) find(`no head in the bundle covers all ${size} records.`);
  for (const witness of expected.witnesses) verifyWitness(witness, heads, find, note);
  for (const { source, index: at } of receipts.filter(({ index }) => index < from || index >= to))
    find(`${source}: record ${at} is ${at < size ? 'not in this part' : 'missing: the log ends before'}.`);
}

// A key that a record names as the next one is the log's once a head over that record is signed by one that is.
/** @param {Head[]} heads @param {Map<number, string>} roots @param {string} log @param {{ keys: Key[], said: Key[], successors: Map<string, number> }} signers @param {Say} find */
function verifyHeads(heads, roots, log, { keys, said, successors }, find) {
  let [fitting, trusted] = [0, keys.length === 0 ? said : keys];
  for (const { origin, size, root, body, signatures } of heads.toSorted((a, b) => a.size - b.size)) {
    const name = `the head of ${size} records`;
    if (origin !== log) find(`wrong origin: ${name} is of ${origin}.`);
    let known = 0;
    for (const { id, key } of trusted.filter((one) => one.name === log)) {
      for (const { bytes } of signatures.filter((one) => one.name === log && one.id === id)) {
        known += 1;
        if (!verify(null, Buffer.from(body), key, bytes)) find(`bad signature of ${log}+${id} on ${name}.`);
      }
    }
    const names = signatures.map((one) => `${one.name}+${one.id}`).join();
    if (known === 0) find(`unknown key: ${name} is signed by ${names}.`);
    const next = said.filter(({ digest }) => known > 0 && Number(successors.get(digest)) < size);
    trusted = [...new Set([...trusted, ...next])];
    if (!roots.has(size)) find(`${name} covers records that are not in this part.`);
    else if (roots.get(size) === root) fitting = size;
    else find(`${name} is over other records than these: one of ${fitting} to ${size - 1} is not as signed.`);
  }
}

/** @param {Key} witness @param {Head[]} heads @param {Say} find @param {Say} note */
function verifyWitness({ name, id, key }, heads, find, note) {
  let [seen, seenAt] = [-1, 0];
  for (const { size, body, signatures } of heads) {
    for (const { bytes } of signatures.filter((one) => one.name === name && one.id === id)) {
      const at = bytes.length === 72 ? Number(bytes.readBigUInt64BE()) : 0;
      const text = Buffer.from(`cosignature/v1\ntime ${at}\n${body}`);
      if (!verify(null, text, key, bytes.subarray(8))) find(`bad cosignature of ${name} on head ${size}.`);
      else if (size > seen) [seen, seenAt] = [size, at];
    }
  }
  if (seen < 0) find(`${name} has cosigned no head that is here.`);
  else note(`${name} saw its first ${seen} records, at ${new Date(seenAt * 1000).toISOString()}`);
}

/** @param {Receipt[]} receipts @param {number} index @param {Logged} record @param {Say} find @param {Say} note */
function verifyReceipts(receipts, index, record, find, note) {
  for (const { source, id = record.id, leafHash, digest } of receipts.filter((one) => one.index === index)) {
    const isSame = id === record.id && toHex(leafHash ?? record.leafHash) === record.leafHash;
    const isOfAnswer = record.text.includes(`"sha256":"${digest}`);
    if (isSame && isOfAnswer) note(`${source}: record ${index} is as promised`);
    else find(`${source}: record ${index} is not the one that was promised.`);
  }
}

/** Every line must be what its place asks for. @param {Buffer} line @param {number} index @param {string} origin */
function readRecord(line, index, origin) {
  const text = line.toString('utf8');
  const [, id = '', seq = '', stage = ''] = RECORD.exec(text) ?? [];
  if (/^\{"(?:log|end|leafHashes)":/.test(text)) fail(`${origin}: record ${index} is missing.`);
  if (id === '') fail(`${origin}: record ${index} cannot be read.`);
  if (Number(seq) > index) fail(`${origin}: record ${index} is missing: ${seq} stands in its place.`);
  if (Number(seq) < index) fail(`${origin}: record ${seq} stands in the place of record ${index}.`);
  return { id, stage, text, commitment: COMMITMENT.exec(text)?.[1] ?? '' };
}

/** Gives the last record whose detail is not there; -1 where none is missing. @param {Buffer} line @param {Logged[]} block @param {number} first @param {string} origin */
function verifyBlock(line, block, first, origin) {
  const after = `${origin}: the line after record ${first + block.length - 1}`;
  const shape = { leafHashes: '', ...(line.includes('"details":') && { details: [''] }) };
  const { leafHashes, details = [] } = readControl(line, shape, after);
  const kept = Buffer.from(leafHashes, 'base64').toString('hex');
  const bad = block.findIndex(({ leafHash }, at) => kept.slice(at * 64, (at + 1) * 64) !== leafHash);
  if (bad >= 0) fail(`${origin}: record ${first + bad} does not have the hash that the log keeps for it.`);
  if (kept.length !== block.length * 64) fail(`${after} holds hashes of records that are missing.`);
  const wrong = details.findIndex((text, at) => text && hash('sha256', text) !== block[at]?.commitment);
  if (wrong >= 0) fail(`${origin}: the detail of record ${first + wrong} is not what it commits to.`);
  const lost = block.findLastIndex(({ commitment }, at) => commitment !== '' && !details[at]);
  return lost < 0 ? lost : first + lost;
}

// A line of the bundle's own: the keys of `shape` in its order, with values like its own, as JSON.stringify writes them.
/** @template {object} T @param {Buffer} line @param {T} shape @param {string} what @returns {T} */
function readControl(line, shape, what) {
  const text = line.toString('utf8');
  const begins = `{${JSON.stringify(Object.keys(shape)[0])}:`;
  const value = text.startsWith(begins) && text.endsWith('}') ? JSON.parse(text) : {};
  const isShaped = Object.entries(shape).every(([key, example]) => isLike(value[key], example));
  const isExact = Object.keys(value).join() === Object.keys(shape).join() && JSON.stringify(value) === text;
  return isShaped && isExact ? value : fail(`${what} is not what a bundle has there: ${text.slice(0, 60)}`);
}

/** @param {unknown} value @param {unknown} example @returns {boolean} */
function isLike(value, example) {
  if (Array.isArray(example)) return Array.isArray(value) && value.every((one) => isLike(one, example[0]));
  if (typeof example === 'number') return Number.isSafeInteger(value) && Number(value) >= 0;
  return typeof value === 'string' && (example === '' || example === value);
}

/** The lines of a file, one at a time, in one buffer of fixed size. @param {number} file */
function openLines(file) {
  // The byte before a line is ours to write on: the prefix of the leaf hash.
  const buffer = Buffer.alloc(1 + LONGEST_LINE);
  const digest = createHash('sha256');
  let [start, next, end, digested, read] = [1, 1, 1, 1, 0];
  const fill = () => {
    digest.update(buffer.subarray(digested, next));
    buffer.copyWithin(1, next, end);
    [start, end, next, digested] = [1, 1 + end - next, 1, 1];
    const count = readSync(file, buffer, end, buffer.length - end, null);
    [end, read] = [end + count, read + count];
    return count > 0;
  };
  return {
    next() {
      let newline = buffer.subarray(0, end).indexOf(10, next);
      for (; newline < 0; newline = buffer.subarray(0, end).indexOf(10, next)) {
        if (end - next >= LONGEST_LINE) fail('A line is longer than any of a bundle.');
        if (!fill()) fail('The bundle ends before its closing line: it was cut off.');
      }
      [start, next] = [next, newline + 1];
      return buffer.subarray(start, newline);
    },
    /** SHA-256(00 line) of the line read last, hexadecimal. */
    hashLeaf() {
      const before = buffer[start - 1] ?? 0;
      buffer[start - 1] = 0;
      const leafHash = hash('sha256', buffer.subarray(start - 1, next - 1));
      buffer[start - 1] = before;
      return leafHash;
    },
    digestSoFar() {
      digest.update(buffer.subarray(digested, next));
      digested = next;
      return digest.copy().digest('hex');
    },
    isAtEnd: () => next === end && !fill(),
    bytesRead: () => read - (end - next),
  };
}

/** The tree: the roots of its complete subtrees, largest and leftmost first. @param {number[]} sizes - to keep roots for */
function openTree(sizes) {
  const nodes = /** @type {{ level: number, hash: string }[]} */ ([]);
  const pair = Buffer.alloc(65, 1);
  const wanted = new Set(sizes);
  const roots = new Map(wanted.has(0) ? [[0, hash('sha256', '')]] : []);
  let size = 0;
  const join = (/** @type {string} */ left, /** @type {string} */ right) => {
    pair.write(left, 1, 'hex');
    pair.write(right, 33, 'hex');
    return hash('sha256', pair);
  };
  /** Adds a complete subtree of 2^level records. @param {number} level @param {string} subtree */
  const push = (level, subtree) => {
    let node = { level, hash: subtree };
    for (let left = nodes.at(-1); left?.level === node.level; left = nodes.at(-1)) {
      node = { level: node.level + 1, hash: join(left.hash, node.hash) };
      nodes.pop();
    }
    nodes.push(node);
    size += 2 ** level;
    if (!wanted.has(size)) return;
    const root = nodes.map((one) => one.hash).reduceRight((right, left) => join(left, right));
    roots.set(size, root);
  };
  /** The records from here to before `end`. @param {number} end @param {string[]} subtrees @param {string} what */
  const pushRange = (end, subtrees, what) => {
    for (const root of subtrees) {
      let level = 0;
      while (size % 2 ** (level + 1) === 0 && size + 2 ** (level + 1) <= end) level += 1;
      if (size >= end) fail(`${what} holds too many hashes.`);
      push(level, toHex(root));
    }
    if (size < end) fail(`${what} holds too few hashes.`);
  };
  return { push, pushRange, roots };
}

/** Reads a signed note (C2SP). @param {string} text @param {string} what @returns {Head} */
function readHead(text, what) {
  const at = text.lastIndexOf('\n\n');
  const body = text.slice(0, at + 1);
  const form = /^([^\n]+)\n(0|[1-9]\d{0,14})\n([A-Za-z0-9+/]{43}=)\n(?:[^\n]+\n)*$/;
  const [, origin = '', size = '', root = ''] = form.exec(body) ?? [];
  const lines = text.slice(at + 2).split('\n');
  if (origin === '' || lines.pop() !== '') fail(`${what} is no signed head.`);
  const signatures = lines.map((line) => {
    const [, name = '', encoded = ''] = /^— ([^\s+]+) ([A-Za-z0-9+/]+={0,2})$/.exec(line) ?? [];
    const bytes = Buffer.from(encoded, 'base64');
    if (bytes.length < 5 || bytes.toString('base64') !== encoded) fail(`${what}: a signature is damaged.`);
    return { name, id: bytes.toString('hex', 0, 4), bytes: bytes.subarray(4) };
  });
  return { origin, size: Number(size), root: toHex(root), body, signatures };
}

/** Reads a public key: name+id+base64 (C2SP vkey). @param {string} text @param {string} what @returns {Key} */
function readKey(text, what) {
  const form = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})$/;
  const [, name = '', id, encoded = ''] = form.exec(text) ?? [];
  const bytes = Buffer.from(encoded, 'base64');
  const fitting = createHash('sha256').update(`${name}\n`).update(bytes).digest('hex').slice(0, 8);
  if (bytes.length !== 33 || bytes.toString('base64') !== encoded || id !== fitting)
    fail(`${what} ${text} is damaged: a public key is name+id+base64, and the id must fit.`);
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: bytes.subarray(1).toString('base64url') };
  const [key, digest] = [createPublicKey({ key: jwk, format: 'jwk' }), hash('sha256', text)];
  return { name, id: fitting, digest, key };
}

/** 32 bytes, in hexadecimal or base64, as hexadecimal. @param {string} text */
function toHex(text) {
  const hex = /^[0-9a-f]{64}$/.test(text) ? text : Buffer.from(text, 'base64').toString('hex');
  return hex.length === 64 ? hex : fail(`${text.slice(0, 60)} is no hash of 32 bytes.`);
}

const HELP = `Usage: audit-verify <bundle>
Checks a bundle of the disclosure log. Exit status 0 only if it is whole.

  --key <vkey>       the log's public key as the agency gave it to you (repeat for several)
  --receipt <file>   a receipt that you were given, or the whole answer that holds it, as JSON (repeat)
  --head <file>      a signed head that you kept: the bundle must hold what it covers (repeat)
  --witness <vkey>   a witness who must have cosigned a head of each log (repeat)
  --log <origin>     a log that must be in the bundle (repeat)
  --part             the bundle is meant to hold a part only
  --json             print one JSON document
`;

/** A receipt by itself, or in an answer's extensions. @param {string} path @returns {Receipt} */
function readReceipt(path) {
  const read = JSON.parse(readFileSync(path, 'utf8'));
  const { receipt = read, ...extensions } = read.extensions ?? {};
  const { index, origin, id, leafHash, resultSha256: digest = '' } = receipt;
  if (!isLike(index, 0)) fail(`${path} holds no receipt: { "index": ..., "leafHash": ..., "origin": ... }.`);
  if (read.extensions !== undefined && hash('sha256', JSON.stringify({ ...read, extensions })) !== digest)
    fail(`${path}: this answer is not the one that its receipt was given for.`);
  return { source: path, index, origin, id, leafHash, digest };
}

/** The command line. Exit status: 0 whole, 1 not, 2 not understood. @param {readonly string[]} args */
export function main(args) {
  const [many, flag] = /** @type {const} */ ([{ type: 'string', multiple: true }, { type: 'boolean' }]);
  const lists = { key: many, receipt: many, head: many, witness: many, log: many };
  const options = { ...lists, part: flag, json: flag, help: flag };
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const { key = [], receipt = [], head = [], witness = [], log: logs = [], part = false } = values;
    if (positionals.length !== 1 || values.help === true) {
      process.stdout.write(HELP);
      return values.help === true ? 0 : 2;
    }
    const keys = key.map((text) => readKey(text, '--key'));
    const witnesses = witness.map((text) => readKey(text, '--witness'));
    const heads = head.map((file) => readHead(readFileSync(file, 'utf8'), file));
    const expected = { keys, witnesses, heads, receipts: receipt.map(readReceipt), logs, part };
    const report = verifyBundle(positionals[0] ?? '', expected, showProgress);
    process.stdout.write(values.json === true ? `${JSON.stringify(report)}\n` : describe(report));
    return report.whole ? 0 : 1;
  } catch (error) {
    process.stderr.write(`audit-verify: ${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
}

/** @param {ReturnType<typeof verifyBundle>} report */
function describe({ whole, records, findings, notes }) {
  const verdict = whole ? `WHOLE: ${records} records` : `NOT WHOLE, findings: ${findings.length}`;
  const lines = [...findings.map((text) => `! ${text}`), ...notes.map((text) => `  ${text}`), verdict, ''];
  // What a bundle says must not be able to move the cursor or break a line.
  return lines.map((line) => line.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\u{fffd}')).join('\n');
}

let shownMs = performance.now();
/** @param {number} records @param {number} bytesRead @param {number} bytesTotal */
function showProgress(records, bytesRead, bytesTotal) {
  if (records % BLOCK !== 0 || performance.now() - shownMs < 1_000) return;
  shownMs = performance.now();
  const line = `${Math.floor((100 * bytesRead) / bytesTotal)} %  ${records} records`;
  process.stderr.write(process.stderr.isTTY ? `\r${line}` : `${line}\n`);
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === import.meta.filename)
  process.exitCode = main(process.argv.slice(2));
