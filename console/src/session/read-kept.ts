/** What this tab keeps under a name; empty where it keeps nothing, or nothing that can be read: that is forgotten. */
export function readKept(key: string): Readonly<Record<string, unknown>> {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? '{}');
    if (typeof kept === 'object' && kept !== null) return kept as Record<string, unknown>;
  } catch {
    // No JSON: an extension wrote it, or an older console. The person begins anew.
  }
  sessionStorage.removeItem(key);
  return {};
}
