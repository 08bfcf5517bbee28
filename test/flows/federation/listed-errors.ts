import type { FederatedAnswer } from '../../../src/federation/index.ts';

/** The errors of an answer, each as "path: code". */
export function listErrors({ errors }: Pick<FederatedAnswer, 'errors'>): readonly string[] {
  return errors.map(({ path = [], extensions }) => `${path.join('.')}: ${String(extensions['code'])}`);
}
