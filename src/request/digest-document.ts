import { sha256Hex } from '../base/index.ts';
import type { ValidOperation } from './ports.ts';

// Strings, comments and long numbers of a valid document.
const GUESSABLE = /"""(?:\\"""|[^])*?"""|"(?:\\.|[^"\\\n\r])*"|#[^\n\r]*|\b\d{7,}\b/g;

/**
 * SHA-256 of a document. Of one that no operator has published, without what somebody may have written into it: a plate is
 * one of some millions, and whoever reads the log could try them all on the digest of a text that holds one.
 */
export function digestDocument({
  documentText,
  isPublished,
}: Pick<ValidOperation, 'documentText' | 'isPublished'>): string {
  return sha256Hex(isPublished === true ? documentText : documentText.replaceAll(GUESSABLE, leaveOut));
}

function leaveOut(found: string): string {
  if (found.startsWith('"')) return '""';
  return found.startsWith('#') ? '' : '0';
}
