/** A reference to an entity of another agency's, or null where there is none. */
export function referenceTo(id: string | null): { id: string } | null {
  return id === null ? null : { id };
}
