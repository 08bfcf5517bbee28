import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { LukouError } from '../../base/index.ts';
import { findPrivateFile, writePrivateFile } from './private-file.ts';

const credentialsSchema = z.strictObject({
  /** Where the database lies; null says in the data folder itself, which may then be moved. */
  place: z.string().nullable(),
  passwords: z.strictObject({
    lukou_admin: z.string(),
    lukou_owner: z.string(),
    lukou_app_login: z.string(),
    lukou_ingest_login: z.string(),
  }),
});

/** What a data folder remembers of its database: where it lies and the passwords made at the first start. */
export interface Credentials {
  readonly place: string;
  readonly passwords: Readonly<z.infer<typeof credentialsSchema>['passwords']>;
}

/** A role of the embedded server that may log in. */
export type LoginRole = keyof Credentials['passwords'];

/** The credentials that the folder holds, or null before the first start. */
export function findCredentials(dataFolder: string): Credentials | null {
  const path = credentialsPath(dataFolder);
  const text = findPrivateFile(path);
  if (text === null) return null;
  const parsed = credentialsSchema.safeParse(parseJson(text));
  if (parsed.success) return { ...parsed.data, place: parsed.data.place ?? dataFolder };
  throw new LukouError('DATABASE_UNSUITABLE', `The file ${path} is damaged. Restore it from a backup.`);
}

/** Makes new passwords and keeps them, before anything is made that needs them. */
export function makeCredentials(dataFolder: string, place: string): Credentials {
  if (existsSync(databaseFolder(place))) {
    throw new LukouError(
      'DATABASE_UNSUITABLE',
      `${databaseFolder(place)} holds a database, but its passwords are gone. Restore ${credentialsPath(dataFolder)} ` +
        'from a backup, or move the database away to begin anew.',
    );
  }
  const credentials: Credentials = {
    place,
    passwords: {
      lukou_admin: makePassword(),
      lukou_owner: makePassword(),
      lukou_app_login: makePassword(),
      lukou_ingest_login: makePassword(),
    },
  };
  const stored = { ...credentials, place: place === dataFolder ? null : place };
  writePrivateFile(credentialsPath(dataFolder), `${JSON.stringify(stored, null, 2)}\n`);
  return credentials;
}

function makePassword(): string {
  return randomBytes(24).toString('hex');
}

/** Where PostgreSQL keeps its files within a place. */
export function databaseFolder(place: string): string {
  return join(place, 'postgres');
}

function credentialsPath(dataFolder: string): string {
  return join(dataFolder, 'database.json');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
