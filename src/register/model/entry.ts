import { z } from 'zod';
import { releaseStatement } from '../../classification/index.ts';
import { LEVELS, type Level } from './levels.ts';

const text = (longest: number) => z.string().trim().min(1).max(longest);
const name = text(100);
const day = z.iso.date();
const ledgerNo = z
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._/-]{0,63}$/u, 'write letters, digits and . _ / - only, 64 at most');
const note = text(1000).optional();
const base64 = z.base64();

const signature = z.strictObject({ person: name, signature: base64 });

/** What is written of a carrier when it is received: its household card. */
const carrierDetails = z.strictObject({
  type: z.enum(['DOCUMENT', 'MEDIUM']),
  title: text(500),
  level: z.enum(Object.keys(LEVELS) as [Level, ...Level[]]),
  /** How long it is secret, as its mark says. */
  term: text(100).optional(),
  copyNo: text(50).optional(),
  /** Serial number of a medium. */
  serial: text(100).optional(),
  /** The unit that it came from. */
  origin: text(200),
  custodian: name,
  cabinet: text(100).optional(),
  /** Who may know of it (知悉范围); everyone enrolled where it is left out. */
  scope: z.array(name).max(200).optional(),
});

const carrierEvent = { carrier: ledgerNo, note };

/** Everything that can happen, one schema an event. */
const registerEvent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('found'), register: z.uuid(), unit: text(200) }),
  z.strictObject({
    kind: z.literal('enrol'),
    person: name,
    keyId: z.string(),
    publicKey: base64,
    sealedKey: z.strictObject({ salt: base64, nonce: base64, box: base64 }),
  }),
  z.strictObject({ kind: z.literal('receive'), ...carrierEvent, details: carrierDetails }),
  z.strictObject({ kind: z.literal('return'), ...carrierEvent, from: name }),
  z.strictObject({ kind: z.literal('issue'), ...carrierEvent, to: name, dueOn: day }),
  z.strictObject({
    kind: z.literal('transmit'),
    ...carrierEvent,
    to: text(200),
    courier: name,
    /** Left out where it does not come back. */
    dueOn: day.optional(),
  }),
  z.strictObject({ kind: z.literal('read'), ...carrierEvent, reader: name }),
  z.strictObject({
    kind: z.literal('store'),
    ...carrierEvent,
    cabinet: text(100),
    custodian: name.optional(),
  }),
  z.strictObject({
    kind: z.literal('destroy'),
    ...carrierEvent,
    method: text(200),
    place: text(200),
    signatures: z.tuple([signature, signature]),
  }),
  z.strictObject({
    kind: z.literal('inspect'),
    ...carrierEvent,
    side: z.enum(['CLASSIFIED', 'OPEN']),
    machine: text(200),
  }),
  z.strictObject({
    kind: z.literal('release'),
    ...carrierEvent,
    /** What both signed: the decision, and the extract by its digest. */
    statement: releaseStatement,
    packageSha256: z.string().regex(/^[0-9a-f]{64}$/),
    /** Those of the package. */
    signatures: z.tuple([signature, signature]),
  }),
  z.strictObject({
    kind: z.literal('cut'),
    bytes: z.number().int().positive(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
  }),
]);

/** One entry of the ledger, as it is hashed and kept. */
export const registerEntry = z.strictObject({
  seq: z.number().int().min(0),
  /** When it was written, RFC 3339 in UTC. */
  at: z.iso.datetime({ precision: 3 }),
  /** Who wrote it: the person at the ledger. */
  by: name,
  event: registerEvent,
});

export type CarrierDetails = z.output<typeof carrierDetails>;
export type RegisterEvent = z.output<typeof registerEvent>;
export type RegisterEntry = z.output<typeof registerEntry>;
/** An event that happens to a carrier. */
export type CarrierEvent = Extract<RegisterEvent, { carrier: string }>;
/** An event that two persons sign. */
export type SignedEvent = Extract<RegisterEvent, { signatures: unknown }>;
export type ReleaseEvent = Extract<RegisterEvent, { kind: 'release' }>;
export type EventKind = RegisterEvent['kind'];
