/** Values of an option that may be repeated, for commander: the new one behind those before. */
export function collectValues(value: string, values: readonly string[]): readonly string[] {
  return [...values, value];
}
