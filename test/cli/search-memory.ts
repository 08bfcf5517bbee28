import { closeSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';

const PIECE = 4 << 20;

/** This process's descendants, by number. */
export function listDescendants(root: number): readonly number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const stat = readOrNull(`/proc/${name}/stat`);
    // The name of a program may hold anything; what follows its last bracket does not.
    const parent = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
    if (parent !== undefined) parents.set(Number(name), Number(parent));
  }
  const found = [root];
  for (const pid of found) for (const [child, parent] of parents) if (parent === pid) found.push(child);
  return found.slice(1);
}

/**
 * How often a text stands in the memory of a process that it may write to, as UTF-8 and as UTF-16: what a core file of it
 * would hold. Null where the process is gone.
 */
export function countInMemory(pid: number, text: string): number | null {
  const maps = readOrNull(`/proc/${pid}/maps`);
  if (maps === null || maps === '') return null;
  const needles = [Buffer.from(text), Buffer.from(text, 'utf16le')];
  const memory = openSync(`/proc/${pid}/mem`, 'r');
  try {
    let count = 0;
    for (const { from, to } of listWritable(maps))
      for (const bytes of readRange(memory, from, to))
        for (const needle of needles) count += countOf(bytes, needle);
    return count;
  } finally {
    closeSync(memory);
  }
}

/** How many bytes a core file of a process may have at most: what it is now, and what it could be raised to. */
export function coreLimitOf(pid: number): readonly (string | undefined)[] {
  const [, now, most] =
    /^Max core file size\s+(\S+)\s+(\S+)/m.exec(readFileSync(`/proc/${pid}/limits`, 'utf8')) ?? [];
  return [now, most];
}

function listWritable(maps: string): readonly { readonly from: number; readonly to: number }[] {
  return maps.split('\n').flatMap((line) => {
    const [, from, to] = /^([0-9a-f]+)-([0-9a-f]+) rw/.exec(line) ?? [];
    return from === undefined || to === undefined ? [] : [{ from: parseInt(from, 16), to: parseInt(to, 16) }];
  });
}

// A text that lies across two pieces is missed: one in millions of bytes.
function* readRange(memory: number, from: number, to: number): Generator<Buffer> {
  const piece = Buffer.alloc(PIECE);
  for (let at = from; at < to; at += PIECE) {
    let length: number;
    try {
      length = readSync(memory, piece, 0, Math.min(PIECE, to - at), at);
    } catch (error) {
      // A page that is gone by now, or that the kernel shows to nobody.
      if (
        (error as NodeJS.ErrnoException).code === 'EIO' ||
        (error as NodeJS.ErrnoException).code === 'EFAULT'
      )
        return;
      throw error;
    }
    yield piece.subarray(0, length);
  }
}

function countOf(bytes: Buffer, needle: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(needle); at >= 0; at = bytes.indexOf(needle, at + 1)) count += 1;
  return count;
}

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ESRCH') return null;
    throw error;
  }
}
