import { z } from 'zod';
import { readHead } from '../merkle/index.ts';

/** Signed heads, each under a name: its log’s, or that of the witness who cosigned it. */
export type NamedNotes = Readonly<Record<string, string>>;

const fileSchema = z.record(z.string(), z.string());

/** Reads the text of a file of signed heads. Throws where it is damaged. */
export function readNamedNotes(text: string): NamedNotes {
  const notes = fileSchema.parse(JSON.parse(text));
  for (const note of Object.values(notes)) readHead(note);
  return notes;
}

/** The text of the file with one note more, or another in its place. */
export function printNamedNotes(notes: NamedNotes, name: string, note: string): string {
  return `${JSON.stringify({ ...notes, [name]: note }, null, 2)}\n`;
}
