/** Half of a whole number, rounded down: safe beyond 32 bits, where shifting is not. */
export function half(value: number): number {
  return Math.floor(value / 2);
}

/** Whether a value can be the size of a tree or the index of a leaf. */
export function isWhole(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}
