import { z } from 'zod';
import type { RefusalReason } from '../token-refusal.ts';
import { CONTEXT_TYPE } from './context-claims.ts';
import { ContextRefusal } from './context-refusal.ts';

const headerSchema = z.strictObject({
  alg: z.literal('EdDSA'),
  typ: z.literal(CONTEXT_TYPE),
  kid: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
});

const REASONS: Readonly<Record<string, RefusalReason>> = {
  alg: 'ALGORITHM_REFUSED',
  typ: 'TYPE_REFUSED',
  kid: 'KEY_ID_MALFORMED',
};

/** Settles that the header holds the one algorithm, the one type, the thumbprint of a key, and nothing else. */
export function checkContextHeader(members: Record<string, unknown>): void {
  const checked = headerSchema.safeParse(members);
  if (checked.success) return;
  const member = String(checked.error.issues[0]?.path[0] ?? '');
  throw new ContextRefusal(REASONS[member] ?? 'HEADER_MEMBER_REFUSED');
}
