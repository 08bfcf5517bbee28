import { readFileSync, readdirSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const SHIPPED = join(import.meta.dirname, '..', '..', 'agreements');
const FIRST_YEAR = 2020;
const YEARS = 12;

/** One agreement file. */
export interface AgreementText {
  readonly name: string;
  readonly text: string;
}

/** What a shipped agreement says, as far as copies of it differ. */
interface Template {
  readonly text: string;
  readonly assigner: string;
  readonly role: string;
  readonly purposes: readonly string[];
}

/**
 * As many agreements as a province may have: every agency holds some of the shipped ones with the owners of the data, in
 * one role or the other, for its own divisions, renewed from year to year. The same seed gives the same files.
 */
export function makeAgreements(count: number, seed = 1): readonly AgreementText[] {
  const templates = readTemplates();
  const random = makeRandom(seed);
  const made: AgreementText[] = [];
  for (let agency = 1; made.length < count; agency += 1) {
    const taken = new Set<string>();
    for (const [number, template] of templates.entries()) {
      if (random() < 0.3) continue;
      const role = random() < 0.5 ? 'partner' : 'analyst';
      const classes = template.purposes.map((purpose) => `${template.assigner} ${role} ${purpose}`);
      if (classes.some((name) => taken.has(name))) continue;
      for (const name of classes) taken.add(name);
      const county = 1 + Math.floor(random() * 27);
      const firstYear = FIRST_YEAR + Math.floor(random() * 6);
      const versions = 1 + Math.floor(random() * (FIRST_YEAR + YEARS - firstYear));
      for (let version = 1; version <= versions && made.length < count; version += 1)
        made.push(write(template, { agency, number, role, county, version, year: firstYear + version - 1 }));
    }
  }
  return made;
}

/** Writes {@link makeAgreements} into a folder that it makes. */
export async function writeAgreements(folder: string, count: number, seed?: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const { name, text } of makeAgreements(count, seed)) await writeFile(join(folder, name), text);
}

interface Copy {
  readonly agency: number;
  readonly number: number;
  readonly role: string;
  readonly county: number;
  readonly version: number;
  readonly year: number;
}

function write(template: Template, { agency, number, role, county, version, year }: Copy): AgreementText {
  const code = String(agency).padStart(4, '0');
  const division = `1507${String(county).padStart(2, '0')}`;
  const text = template.text
    .replace(/^uid: .*$/m, `uid: urn:agr:bench:a${code}:${number}`)
    .replace(/^version: .*$/m, `version: ${version}`)
    .replace(/^assignee: .*$/m, `assignee: AG-BENCH-${code}`)
    .replace(
      /^valid: .*$/m,
      `valid: { from: ${year}-01-01T00:00:00+08:00, until: ${year + 1}-01-01T00:00:00+08:00 }`,
    )
    .replaceAll(template.role, role)
    .replaceAll(`['1507']`, `['${division}']`);
  return { name: `a${code}-${number}-${version}.yaml`, text };
}

function readTemplates(): readonly Template[] {
  return readdirSync(SHIPPED)
    .filter((name) => name.endsWith('.yaml') && name !== 'suspensions.yaml')
    .toSorted()
    .map((name) => readTemplate(readFileSync(join(SHIPPED, name), 'utf8')))
    .filter(({ role }) => role === 'partner' || role === 'analyst');
}

function readTemplate(text: string): Template {
  const find = (pattern: RegExp): string => pattern.exec(text)?.[1] ?? '';
  return {
    text,
    assigner: find(/^assigner: (\S+)/m),
    role: find(/leftOperand: role, operator: isAnyOf, rightOperand: \[(\w+)\]/),
    purposes: find(/leftOperand: purpose,\s+operator: isAnyOf,\s+rightOperand: \[([^\]]*)\]/).split(', '),
  };
}

/** mulberry32. */
function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
