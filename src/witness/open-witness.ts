import { createPrivateKey, type KeyObject, sign } from 'node:crypto';
import { join } from 'node:path';
import { findPrivateFile, type writePrivateFile } from '../audit/index.ts';
import type { Clock } from '../base/index.ts';
import { type SigningKey, keepSigningKey } from '../identity/index.ts';
import {
  createNoteKey,
  ED25519_COSIGNATURE,
  type NoteKey,
  packCosignature,
  printCosignedText,
  printNoteKey,
  printSignedNote,
} from '../merkle/index.ts';
import {
  type HeadRequest,
  judgeHeadRequest,
  readHeadRequest,
  type WitnessVerdict,
} from './add-checkpoint.ts';
import { type HeldState, openWitnessState } from './witness-state.ts';

/** Where a witness keeps what it must not lose, and what it knows. */
export interface WitnessPlace {
  /** Its key and the heads that it cosigned; made at the first run. */
  readonly folder: string;
  /** Its name to the world, as in "witness.justice.example". */
  readonly name: string;
  /** Public keys of the logs that it watches. */
  readonly logs: readonly NoteKey[];
  readonly clock: Clock;
  /** Told of a head that its log has signed and that does not extend what was cosigned: proof against the log. */
  readonly onConflict: (reason: string, note: string) => void;
  /** Writes what it has cosigned; a file of its owner's alone unless given. */
  readonly writeState?: typeof writePrivateFile;
}

/** What a witness answers to add-checkpoint. */
export interface WitnessAnswer {
  readonly status: WitnessVerdict['status'];
  /** 200: the cosignature's line. 409: the size cosigned last. Otherwise the reason, for people. */
  readonly body: string;
}

/** A witness: it cosigns a head only if that extends all that it has cosigned before. */
export interface Witness {
  /** Its public key (C2SP vkey). */
  readonly vkey: string;
  /** Answers one request after the other. */
  addCheckpoint(body: string): Promise<WitnessAnswer>;
}

/**
 * Opens a witness.
 *
 * @throws LukouError WITNESS_STATE_LOST where its state is gone or damaged, SETTING_INVALID where others may read its key.
 */
export async function openWitness(place: WitnessPlace): Promise<Witness> {
  const { folder, name, logs, clock, onConflict, writeState } = place;
  const file = join(folder, 'witness-key.json');
  // Before the key: from here on a witness without what it has cosigned is one that forgot.
  const state = await openWitnessState(folder, (await findPrivateFile(file)) === null, writeState);
  const jwk = await keepSigningKey({
    file,
    holder: 'witness',
    loss: 'the gateways must be given the new one',
  });
  const key = createNoteKey(name, Buffer.from(jwk.x, 'base64url'), ED25519_COSIGNATURE);
  const privateKey = openPrivateKey(jwk);
  let turn: Promise<unknown> = Promise.resolve();

  async function answer(body: string): Promise<WitnessAnswer> {
    let request: HeadRequest;
    try {
      request = readHeadRequest(body);
    } catch (error) {
      if (error instanceof RangeError) return { status: 400, body: `${error.message}\n` };
      throw error;
    }
    return await state.hold((held) => judge(request, held));
  }

  async function judge(request: HeadRequest, held: HeldState): Promise<WitnessAnswer> {
    const { head, note } = request;
    const verdict = judgeHeadRequest(request, logs, held.find(head.origin));
    if (verdict.status === 422 || (verdict.status === 409 && request.oldSize === verdict.knownSize))
      onConflict(verdict.reason, printSignedNote(note));
    if (verdict.status === 409) return { status: 409, body: `${verdict.knownSize}\n` };
    if (verdict.status !== 200) return { status: verdict.status, body: `${verdict.reason}\n` };
    // On disk before anybody may rely on it: after a crash here the same head is cosigned once more.
    await held.keep(head.origin, printSignedNote(note));
    return { status: 200, body: cosign(note.text) };
  }

  function cosign(headText: string): string {
    const seconds = Math.floor(clock.nowMs() / 1_000);
    const signature = sign(null, Buffer.from(printCosignedText(seconds, headText), 'utf8'), privateKey);
    const line = { name: key.name, id: key.id, signature: packCosignature(seconds, signature) };
    return printSignedNote({ text: headText, signatures: [line] }).slice(headText.length + 1);
  }

  return {
    vkey: printNoteKey(key),
    addCheckpoint(body) {
      // Comparing with the head cosigned last and keeping the new one must not be torn apart by another request.
      const answered = turn.then(() => answer(body));
      turn = answered.catch(() => undefined);
      return answered;
    },
  };
}

function openPrivateKey(jwk: SigningKey): KeyObject {
  return createPrivateKey({ key: { ...jwk }, format: 'jwk' });
}
