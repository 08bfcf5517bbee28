import { LukouError, type ErrorCode } from '../../../src/base/index.ts';

/** Expects a call to throw a LukouError with this code and a message that fits. */
export function expectRefused(call: () => unknown, code: ErrorCode, message: RegExp = /./): void {
  let thrown: unknown;
  try {
    call();
  } catch (error) {
    thrown = error;
  }
  expectLukouError(thrown, code, message);
}

/** Expects a promise to reject with a LukouError with this code and a message that fits. */
export async function expectRejected(
  promise: Promise<unknown>,
  code: ErrorCode,
  message: RegExp = /./,
): Promise<void> {
  const thrown: unknown = await promise.then(
    () => undefined,
    (error: unknown) => error,
  );
  expectLukouError(thrown, code, message);
}

function expectLukouError(thrown: unknown, code: ErrorCode, message: RegExp): void {
  expect(thrown).toBeInstanceOf(LukouError);
  const error = thrown as LukouError;
  expect({ code: error.code, message: error.message }).toEqual({
    code,
    message: expect.stringMatching(message),
  });
}
