import { readFile } from 'node:fs/promises';
import { basename, relative } from 'node:path';
import { parse, print } from 'graphql';
import { buildCatalogue, checkSchema, compareSchemas, publishSchema } from '../agreement/index.ts';
import { LukouError } from '../base/index.ts';
import type { ComposeActions, Composed, ComposeProblem } from '../cli/index.ts';
import { joinSchemas, readPublicSchema } from '../federation/index.ts';
import { findKeptClassified } from './schema-gate/find-kept-classified.ts';
import { type SchemaOfSubgraph, readSchemas } from './supergraph/list-subgraphs.ts';

/**
 * The commands over schema files; no database is opened.
 *
 * @param namedFile - the supergraph file of the settings, for commands without one.
 */
export function openComposeDesk(namedFile: () => string | undefined): ComposeActions {
  return {
    async compose(supergraphPath) {
      try {
        return composeParts(await readSchemas(supergraphPath ?? namedFile()));
      } catch (error) {
        if (!(error instanceof LukouError)) throw error;
        const { code, message, detail = message } = error;
        const problem = { subgraph: null, file: null, place: null, rule: code, message: detail.trim() };
        return { supergraphSdl: null, publicSdl: null, subgraphs: [], problems: [problem] };
      }
    },
    async compare(oldPath, publicSdl) {
      const text = await readFile(oldPath, 'utf8').catch((cause: unknown) => {
        throw new LukouError('SCHEMA_INVALID', `The file ${oldPath} cannot be read.`, { cause });
      });
      try {
        return compareSchemas(readPublicSchema(text), parse(publicSdl, { noLocation: true }));
      } catch (error) {
        if (error instanceof LukouError && error.code === 'SCHEMA_INVALID')
          throw new LukouError('SCHEMA_INVALID', `${basename(oldPath)}: ${error.detail ?? ''}`, {
            cause: error,
          });
        throw error;
      }
    },
  };
}

/**
 * Joins schemas, or says why they do not join.
 *
 * @param without - names of rules to leave out, as in {@link checkSchema}.
 */
export function composeParts(parts: readonly SchemaOfSubgraph[], without?: ReadonlySet<string>): Composed {
  const subgraphs = parts.map(({ name, kind, schemaPath }) => ({
    name,
    kind,
    file: relative('', schemaPath),
  }));
  const fileOf = (subgraph: string | null): string | null =>
    subgraphs.find(({ name }) => name === subgraph)?.file ?? null;
  const joined = joinSchemas(parts);
  const problems: readonly ComposeProblem[] = [
    ...[...checkSchema(parts, without), ...findKeptClassified(parts)].map((problem) => ({
      ...problem,
      file: fileOf(problem.subgraph),
    })),
    ...joined.problems.map((problem) => ({ ...problem, file: fileOf(problem.subgraph), place: null })),
  ];
  if (joined.supergraphSdl === null || problems.length > 0)
    return { supergraphSdl: null, publicSdl: null, subgraphs, problems };
  const published = publishSchema(readPublicSchema(joined.supergraphSdl), buildCatalogue(parts));
  return {
    supergraphSdl: `${joined.supergraphSdl.trimEnd()}\n`,
    publicSdl: `${print(published)}\n`,
    subgraphs,
    problems: [],
  };
}
