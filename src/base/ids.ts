import { randomFillSync } from 'node:crypto';

const DRAWN_BYTES = 4_096;
const drawn = Buffer.alloc(DRAWN_BYTES);
let used = DRAWN_BYTES;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a text has the form of a UUID, in lower case, of whatever version. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}

/** 16 random bytes, hexadecimal. */
export function randomHex16(): string {
  const at = takeRandom16();
  return drawn.toString('hex', at, at + 16);
}

/** A UUID version 7 (RFC 9562): its first 48 bits are `nowMs`, so ids sort by time. */
export function uuidV7(nowMs: number): string {
  const at = takeRandom16();
  drawn.writeUIntBE(nowMs, at, 6);
  drawn[at + 6] = (drawn[at + 6]! & 0x0f) | 0x70;
  drawn[at + 8] = (drawn[at + 8]! & 0x3f) | 0x80;
  const hex = drawn.toString('hex', at, at + 16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

// The system is asked for many bytes at a time, since asking costs more than the bytes. None is given out twice.
function takeRandom16(): number {
  if (used === DRAWN_BYTES) {
    randomFillSync(drawn);
    used = 0;
  }
  used += 16;
  return used - 16;
}
