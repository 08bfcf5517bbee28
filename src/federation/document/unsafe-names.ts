import { LukouError } from '../../base/index.ts';

const UNSAFE: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Whether a name would reach an object's prototype where code is careless. */
export function isUnsafeName(name: string): boolean {
  return UNSAFE.has(name);
}

/** Throws OPERATION_INVALID for a name that is refused wherever a client may choose one. */
export function refuseUnsafeName(name: string): void {
  if (UNSAFE.has(name)) {
    throw new LukouError('OPERATION_INVALID', `The name ${name} is not accepted. Choose another.`);
  }
}
