/** Whether a text can be a log's name in the database: it names files and paths too. */
export function isLogName(text: string): boolean {
  return /^[a-z0-9][a-z0-9-]{0,62}$/.test(text);
}
