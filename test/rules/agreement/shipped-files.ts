import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'graphql';
import { parse as parseYaml } from 'yaml';
import { readAgreement, type Agreement, type SubgraphDocument } from '../../../src/agreement/index.ts';

const read = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');

/** The four schema files of the repository, each with the shared directives. */
export function shippedSchema(): SubgraphDocument[] {
  const shared = read('schema/directives.graphql');
  return ['traffic', 'checkpoint', 'mediation', 'oversight'].map((name) => ({
    name,
    document: parse(`${shared}\n${read(`schema/${name}.graphql`)}`),
  }));
}

/** Every example agreement of the repository. */
export function shippedAgreements(): Agreement[] {
  return readdirSync(new URL('../../../agreements', import.meta.url))
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => readAgreement(parseYaml(read(`agreements/${file}`)), `agreements/${file}`));
}

/** The YAML blocks of docs/agreements.md, parsed. */
export function documentedAgreements(): unknown[] {
  const blocks = read('docs/agreements.md').matchAll(/```yaml\n(apiVersion[\s\S]*?)```/g);
  return [...blocks].map(([, text]) => parseYaml(text!));
}

export { read as readShipped };
